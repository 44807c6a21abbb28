package org.spaprtce.conformance.sut;

import java.math.BigInteger;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/** One step of a sequence, in the words of the norm. */
public sealed interface Step {
  /** The name of the step: that of the command, or of the action of module Environment. */
  String name();

  /**
   * A call.
   *
   * @param command what is called, by whom and in which environment: a record as TceInterface says
   */
  record Call(Value command) implements Step {
    @Override
    public String name() {
      return command.field("op").asString();
    }

    @Override
    public String toString() {
      return CommandText.of(command);
    }
  }

  /**
   * Others charge pages.
   *
   * @param process whose locked_vm it is
   * @param pages how many of its pages others have from now on
   */
  record LockedElsewhere(String process, BigInteger pages) implements Step {
    /** The name of the action. */
    public static final String NAME = "LockedElsewhere";

    @Override
    public String name() {
      return NAME;
    }

    /** The arguments of the action. */
    Value[] arguments() {
      return new Value[] {Values.string(process), Values.integer(pages)};
    }

    @Override
    public String toString() {
      return process + " LockedElsewhere pages=" + pages;
    }
  }
}
