/**
 * Mutation of the norm: every conjunct and disjunct of every guard is removed, one at a time, and
 * the models must notice.
 */
@NullMarked
package org.spaprtce.spec.mutants;

import org.jspecify.annotations.NullMarked;
