package org.spaprtce.conformance.judge;

/**
 * Why an operation is not covered: the norm has no say in it, or the recording tells too little.
 */
public enum Reason {
  /** An ioctl that devices have. */
  DEVICE("ioctl of a device"),
  /** The process died. */
  DIED("the process died"),
  /** An argument structure with unknown contents. */
  ARGUMENT("ioctl by number with an argument that the recording does not tell"),
  /** The recording does not tell what the descriptor is. */
  DESCRIPTOR("descriptor of unknown origin"),
  /** From here on: a call succeeded of which it is unknown what it asked for. */
  LOST_ARGUMENT("after the success of an ioctl whose argument is not told"),
  /** From here on: a call succeeded on a descriptor that the recording does not explain. */
  LOST_DESCRIPTOR("after a success on a descriptor of unknown origin"),
  /** From here on: it is unknown whether the container is released. */
  LOST_DEVICE("after the close of a group whose device may still be mapped"),
  /** From here on: the process had ended. */
  LOST_EXIT("after the end of the process");

  private final String text;

  Reason(String text) {
    this.text = text;
  }

  /** The reason for a reader. */
  public String text() {
    return text;
  }
}
