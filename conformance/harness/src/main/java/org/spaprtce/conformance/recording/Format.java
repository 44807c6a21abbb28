package org.spaprtce.conformance.recording;

/**
 * What the first record of a file tells.
 *
 * @param origin where the recording comes from
 * @param parser reads its records
 */
record Format(Origin origin, RecordParser parser) {
  private static final long LARGEST_PAGE = 1L << 30;

  /** Whether a number of bytes can be the size of a host's page: a power of two up to 1 GiB. */
  static boolean isPageSize(long bytes) {
    return bytes > 0 && bytes <= LARGEST_PAGE && Long.bitCount(bytes) == 1;
  }

  /**
   * The format of a file that begins with this record.
   *
   * @param pageSize the page of the host in bytes, where the record does not tell it
   */
  static Format of(String file, Fields first, long pageSize) throws BadRecordingException {
    if (first.has("sys")) {
      Fields sys = first.object("sys");
      long told = sys.integer("pagesize", 1, LARGEST_PAGE);
      if (!isPageSize(told)) {
        throw sys.bad("pagesize", "must be a power of two, it is " + told);
      }
      String release = sys.has("release") ? sys.text("release") : null;
      return new Format(
          new Origin(file, Recording.Source.KERNEL, release, told, true), new KernelRecords(told));
    }
    if (first.hasText("seq")) {
      return new Format(
          new Origin(file, Recording.Source.KERNEL, null, pageSize, false),
          new KernelRecords(pageSize));
    }
    if (first.has("pid")) {
      return new Format(
          new Origin(file, Recording.Source.CLIENT, null, pageSize, false), new ClientRecords());
    }
    throw first
        .place()
        .bad("the first record must be of a kernel recording (sys, or seq) or a client log (pid)");
  }
}
