/**
 * Judges recordings against the norm: plays the recorded calls to the compiled spec, feeds it the
 * facts that a recording tells of the rest of the world, and names the clauses where the two
 * differ.
 */
@NullMarked
package org.spaprtce.conformance.judge;

import org.jspecify.annotations.NullMarked;
