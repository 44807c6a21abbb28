/** The state of a process and the commands that judge and change it. */
@NullMarked
package org.spaprtce.engine;

import org.jspecify.annotations.NullMarked;
