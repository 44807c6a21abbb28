/** The verify command, and what documents say of its numbers. */
@NullMarked
package org.spaprtce.conformance.verify;

import org.jspecify.annotations.NullMarked;
