package org.spaprtce.conformance.recording;

/** What matters of the way in which memory was mapped. */
public enum MemoryTrait {
  /** It cannot be written, but it can be read. */
  READ_ONLY,
  /** It can be neither read nor written. */
  INACCESSIBLE,
  /** Pages of hugetlbfs back it. */
  HUGE,
  /** Its pages were all touched when it was mapped. */
  TOUCHED,
  /** Processes that inherit it share it, and advice does not empty it. */
  SHARED
}
