/**
 * Random expressions, evaluated by TLC and by compiled code: the values must be the same, and so
 * must be the errors.
 */
@NullMarked
package org.spaprtce.conformance.expression;

import org.jspecify.annotations.NullMarked;
