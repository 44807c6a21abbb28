/** Evidence that calls which overlap take effect one at a time. */
@NullMarked
package org.spaprtce.conformance.concurrency;

import org.jspecify.annotations.NullMarked;
