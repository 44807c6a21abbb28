/** What tests of several packages use. */
@NullMarked
package org.spaprtce.testing;

import org.jspecify.annotations.NullMarked;
