/**
 * The catalog: from the list of quirks and the profiles of kernels to a Java class that names them,
 * and to one configuration with all of their substitutions for the spec compiler.
 */
@NullMarked
package org.spaprtce.compiler.catalog;

import org.jspecify.annotations.NullMarked;
