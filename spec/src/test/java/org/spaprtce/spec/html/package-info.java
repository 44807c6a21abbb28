/** Tests of the norm as a static site. */
@NullMarked
package org.spaprtce.spec.html;

import org.jspecify.annotations.NullMarked;
