/** Constants and commands in the words of the norm, for whoever asks the oracle. */
@NullMarked
package org.spaprtce.conformance.norm;

import org.jspecify.annotations.NullMarked;
