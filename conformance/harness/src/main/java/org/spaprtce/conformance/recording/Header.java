package org.spaprtce.conformance.recording;

/**
 * The beginning of an argument structure as the caller passed it.
 *
 * @param readable whether the pointer to the structure was one that can be read
 * @param argsz its first field, 32 bits unsigned
 * @param flags its second field, 32 bits unsigned
 */
public record Header(boolean readable, long argsz, long flags) {}
