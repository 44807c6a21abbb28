/** The intermediate form: what the front end understood and the back end prints. */
@NullMarked
package org.spaprtce.compiler.ir;

import org.jspecify.annotations.NullMarked;
