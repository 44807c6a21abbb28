/**
 * Recordings of what processes did to the interface and what they were answered: kernel recordings
 * and client logs, read into one vocabulary. Nothing is judged here.
 */
@NullMarked
package org.spaprtce.conformance.recording;

import org.jspecify.annotations.NullMarked;
