/** The implementation against the oracle, step by step. */
@NullMarked
package org.spaprtce.conformance.differential;

import org.jspecify.annotations.NullMarked;
