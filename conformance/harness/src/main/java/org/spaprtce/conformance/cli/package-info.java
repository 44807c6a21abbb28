/** The command {@code sptce} and the forms in which it reports. */
@NullMarked
package org.spaprtce.conformance.cli;

import org.jspecify.annotations.NullMarked;
