/** Every step of a command's environment made to fail in turn, in prepared states. */
@NullMarked
package org.spaprtce.conformance.sweep;

import org.jspecify.annotations.NullMarked;
