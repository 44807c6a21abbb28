/** All the evidence at once: what {@code sptce verify} runs and reports. */
@NullMarked
package org.spaprtce.conformance.verify;

import org.jspecify.annotations.NullMarked;
