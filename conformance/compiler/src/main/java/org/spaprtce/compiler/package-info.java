/**
 * The spec compiler: from a TLA+ module to a Java class that evaluates it.
 *
 * <p>{@code front} turns SANY's syntax tree into the intermediate form of {@code ir}, refusing with
 * a position what lies outside the subset; {@code back} prints the intermediate form as Java.
 */
@NullMarked
package org.spaprtce.compiler;

import org.jspecify.annotations.NullMarked;
