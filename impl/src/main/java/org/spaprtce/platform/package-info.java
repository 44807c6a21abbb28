/** What the host gives the interface, as ports, with a simulated one of each. */
@NullMarked
package org.spaprtce.platform;

import org.jspecify.annotations.NullMarked;
