/**
 * The interface as a caller sees it: commands, outcomes, the process and its containers.
 *
 * <p>A {@code long} that holds an address or a size is an unsigned word of 64 bits.
 */
@NullMarked
package org.spaprtce;

import org.jspecify.annotations.NullMarked;
