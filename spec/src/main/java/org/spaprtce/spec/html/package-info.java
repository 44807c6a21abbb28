/**
 * The norm as a static site: clauses, modules and models side by side, linked in all directions.
 */
@NullMarked
package org.spaprtce.spec.html;

import org.jspecify.annotations.NullMarked;
