/**
 * The world around the interface as recordings tell it: memory and limits of processes, open files,
 * a device that copies. Nothing is judged here.
 */
@NullMarked
package org.spaprtce.conformance.world;

import org.jspecify.annotations.NullMarked;
