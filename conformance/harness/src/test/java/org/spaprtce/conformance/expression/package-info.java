/** Tests of the random expressions. */
@NullMarked
package org.spaprtce.conformance.expression;

import org.jspecify.annotations.NullMarked;
