/** The large suite of models, on one machine or on many. */
@NullMarked
package org.spaprtce.spec.large;

import org.jspecify.annotations.NullMarked;
