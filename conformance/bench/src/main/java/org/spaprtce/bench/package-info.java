/** Benchmarks of the implementation, and the linked list that it is compared with. */
@NullMarked
package org.spaprtce.bench;

import org.jspecify.annotations.NullMarked;
