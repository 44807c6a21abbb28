/** Tests of the mutation of the norm. */
@NullMarked
package org.spaprtce.spec.mutants;

import org.jspecify.annotations.NullMarked;
