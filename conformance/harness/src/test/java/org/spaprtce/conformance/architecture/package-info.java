/** Who may import whom. */
@NullMarked
package org.spaprtce.conformance.architecture;

import org.jspecify.annotations.NullMarked;
