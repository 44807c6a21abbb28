/**
 * What the host gives the interface, as ports, with a simulated one of each.
 *
 * <p>The ports to Linux call the C library. Where they are used, the JVM is to be started with
 * {@code --enable-native-access=org.spaprtce}, or {@code ALL-UNNAMED} if this module is on the
 * class path; without it Java warns, and future releases refuse.
 */
@NullMarked
package org.spaprtce.platform;

import org.jspecify.annotations.NullMarked;
