/**
 * The norm as a Java object: what it allows a command to answer, and what the command then does.
 */
@NullMarked
package org.spaprtce.oracle;

import org.jspecify.annotations.NullMarked;
