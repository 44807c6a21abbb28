/** Calls that overlap: whether some order of them, one after the other, explains what they saw. */
@NullMarked
package org.spaprtce.conformance.concurrency;

import org.jspecify.annotations.NullMarked;
