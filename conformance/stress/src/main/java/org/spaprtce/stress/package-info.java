/** What threads may see of each other's calls on real hardware: one class for each idiom. */
@NullMarked
package org.spaprtce.stress;

import org.jspecify.annotations.NullMarked;
