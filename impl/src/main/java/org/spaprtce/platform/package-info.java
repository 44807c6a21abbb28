/** What the host gives the interface: memory that can be pinned and limits of the calling task. */
@NullMarked
package org.spaprtce.platform;

import org.jspecify.annotations.NullMarked;
