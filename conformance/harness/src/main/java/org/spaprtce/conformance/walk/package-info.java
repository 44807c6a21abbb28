/** Every labelled transition of the small models, taken by a system at 64 bits. */
@NullMarked
package org.spaprtce.conformance.walk;

import org.jspecify.annotations.NullMarked;
