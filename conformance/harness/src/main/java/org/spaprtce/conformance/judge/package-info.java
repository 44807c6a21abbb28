/**
 * Judges recordings by a profile: plays the recorded commands to the compiled spec, predicts the
 * facts of the world around it, and names the quirks and the clauses where the two differ.
 */
@NullMarked
package org.spaprtce.conformance.judge;

import org.jspecify.annotations.NullMarked;
