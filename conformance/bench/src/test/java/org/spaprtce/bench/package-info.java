/** Tests of the baseline and of the table of results. */
@NullMarked
package org.spaprtce.bench;

import org.jspecify.annotations.NullMarked;
