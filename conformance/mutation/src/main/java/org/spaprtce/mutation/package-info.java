/** Whether the tests of a module notice its faults: PIT's mutants, and those that survive. */
@NullMarked
package org.spaprtce.mutation;

import org.jspecify.annotations.NullMarked;
