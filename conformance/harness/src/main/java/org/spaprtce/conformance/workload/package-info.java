/** Random sequences of steps, shared by properties, the verify command and benchmarks. */
@NullMarked
package org.spaprtce.conformance.workload;

import org.jspecify.annotations.NullMarked;
