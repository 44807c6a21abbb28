/** Tests of the large suite's command. */
@NullMarked
package org.spaprtce.spec.large;

import org.jspecify.annotations.NullMarked;
