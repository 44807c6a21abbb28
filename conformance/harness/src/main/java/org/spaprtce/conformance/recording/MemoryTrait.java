package org.spaprtce.conformance.recording;

/** What matters of the way in which memory was mapped. */
public enum MemoryTrait {
  /** It cannot be written: mapped for reading only, or for nothing. */
  UNWRITABLE,
  /** Pages of hugetlbfs back it. */
  HUGE
}
