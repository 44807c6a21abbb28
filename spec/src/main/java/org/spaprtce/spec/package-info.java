/** The norm's models and the runner that has TLC check them. */
@NullMarked
package org.spaprtce.spec;

import org.jspecify.annotations.NullMarked;
