/** The implementation and the oracle in lockstep: the one place where their vocabularies meet. */
@NullMarked
package org.spaprtce.conformance.sut;

import org.jspecify.annotations.NullMarked;
