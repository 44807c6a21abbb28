/** From SANY's syntax tree to the intermediate form. */
@NullMarked
package org.spaprtce.compiler.front;

import org.jspecify.annotations.NullMarked;
