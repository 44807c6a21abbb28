package org.spaprtce.conformance.recording;

import org.jspecify.annotations.Nullable;

/**
 * Where a recording comes from.
 *
 * @param file the file as the caller named it
 * @param source who wrote it
 * @param release the release of the recorded kernel; null if the recording does not tell it
 * @param pageSize the page of the host, bytes
 * @param pageTold whether the recording tells the page; else it is assumed
 */
public record Origin(
    String file,
    Recording.Source source,
    @Nullable String release,
    long pageSize,
    boolean pageTold) {}
