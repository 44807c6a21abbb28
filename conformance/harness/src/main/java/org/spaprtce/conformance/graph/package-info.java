/**
 * The equality of two state graphs of the norm: TLC's, which is the referee, and the compiled
 * oracle's.
 */
@NullMarked
package org.spaprtce.conformance.graph;

import org.jspecify.annotations.NullMarked;
