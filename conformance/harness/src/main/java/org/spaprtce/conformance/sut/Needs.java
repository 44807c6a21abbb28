package org.spaprtce.conformance.sut;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.spaprtce.oracle.Oracle;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/**
 * What a command asks of its environment in a state, in the norm's own numbers.
 *
 * @param oracle the norm
 * @param state the state that the command finds
 */
public record Needs(Oracle oracle, State state) {
  private static final long RECORD = 8;

  /** The pages that a command would charge, at each of its checks of the limit, in their order. */
  public List<BigInteger> charges(Value command) {
    List<BigInteger> charges = new ArrayList<>();
    switch (command.field("op").asString()) {
      case "REGISTER_MEMORY" -> charges.add(number("Pages", command.field("size")));
      case "ENABLE" -> charges.add(number("WindowPages", command.field("container")));
      case "MAP_DMA", "UNMAP_DMA", "TCE_CREATE" -> {
        BigInteger owed = number("OwedPages", command.field("container"));
        charges.add(owed);
        if (isCreation(command)) {
          charges.add(owed.add(number("NewTablePages", command)));
        }
      }
      default -> {}
    }
    return charges;
  }

  /** The bytes of the levels that a command would allocate: of the owed window, of the new one. */
  public List<BigInteger> levels(Value command) {
    List<BigInteger> levels = new ArrayList<>();
    String op = command.field("op").asString();
    if (op.equals("MAP_DMA") || op.equals("UNMAP_DMA") || op.equals("TCE_CREATE")) {
      for (Value owed : value("Owed", command.field("container")).asList()) {
        if (owed.field("size").asBigInteger().signum() > 0) {
          Value shift = value("Log2", owed.field("page"));
          levels.add(number("LevelBytes", shift, owed.field("size"), Values.integer(1)));
        }
      }
      if (isCreation(command)) {
        levels.add(
            number(
                "LevelBytes",
                command.field("pageShift"),
                command.field("size"),
                command.field("levels")));
      }
    }
    return levels;
  }

  /** The bytes of the records that REGISTER_MEMORY would allocate. */
  public BigInteger records(Value command) {
    return number("Pages", command.field("size")).multiply(BigInteger.valueOf(RECORD));
  }

  /** Whether a command asks for a table that can be thought of. */
  public boolean isCreation(Value command) {
    return command.field("op").asString().equals("TCE_CREATE")
        && value("WellFormed", command).asBoolean();
  }

  /** The pages charged to a process. */
  public BigInteger charged(Value process) {
    return state.get("lockedVm").at(process).asBigInteger();
  }

  /** The value of an operator of the norm. */
  public Value value(String operator, Value... arguments) {
    return oracle.evaluate(state, operator, arguments);
  }

  /** The value of an operator that is a number. */
  public BigInteger number(String operator, Value... arguments) {
    return value(operator, arguments).asBigInteger();
  }
}
