/** From the intermediate form to Java text. */
@NullMarked
package org.spaprtce.compiler.back;

import org.jspecify.annotations.NullMarked;
