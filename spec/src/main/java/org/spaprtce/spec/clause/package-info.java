/** The clauses of the norm as text. */
@NullMarked
package org.spaprtce.spec.clause;

import org.jspecify.annotations.NullMarked;
