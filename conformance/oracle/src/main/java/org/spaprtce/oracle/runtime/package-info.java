/**
 * Values, operators and modules of the TLA+ that the spec compiler translates, on java.base alone.
 *
 * <p>Every operator that can fail takes the position of its expression in the TLA+ text as its
 * first argument ({@code FILE:LINE:COLUMN}) and fails with a {@link TlaError} that names it.
 */
@NullMarked
package org.spaprtce.oracle.runtime;

import org.jspecify.annotations.NullMarked;
