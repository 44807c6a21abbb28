package org.spaprtce.conformance.walk;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.spaprtce.oracle.Oracle;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/**
 * The commands of a small model at 64 bits.
 *
 * <p>What a command asks for is scaled. What its environment has is such that the same of its checks
 * fail as in the model, and by the smallest margin: a limit or an allocation is just enough, or just
 * not.
 */
final class Translation {
  private static final BigInteger WIDE = BigInteger.ONE.shiftLeft(55);
  private static final BigInteger MOST = BigInteger.ONE.shiftLeft(64);

  private final Scale scale;
  private final Oracle small;
  private final Oracle real;
  private final BigInteger pageSize;

  Translation(Scale scale, Oracle small, Oracle real, BigInteger pageSize) {
    this.scale = scale;
    this.small = small;
    this.real = real;
    this.pageSize = pageSize;
  }

  /**
   * The command.
   *
   * @param here the state of the model
   * @param there its image at 64 bits
   */
  Value of(Value command, State here, State there) {
    Map<Value, Value> fields = command.asMap();
    Scale.change(fields, "vaddr", scale::userAddress);
    Scale.change(fields, "iova", scale::busAddress);
    Scale.change(fields, "start", scale::busAddress);
    Scale.change(fields, "pageShift", scale::pageShift);
    Scale.change(fields, "size", size -> isTooWide(command, here) ? WIDE : scale.bytes(size));
    Value asked = Values.function(fields);
    Map<Value, Value> environment = command.field("env").asMap();
    Scale.change(environment, "pinned", bytes -> scale.bytes(bytes).min(MOST));
    Scale.change(environment, "room", bytes -> scale.bytes(bytes).min(MOST));
    Scale.change(environment, "backing", scale::bytes);
    if (!command.field("env").field("capIpcLock").asBoolean()) {
      Scale.change(environment, "memlock", _ -> memlock(command, here, asked, there));
    }
    Scale.change(environment, "contiguous", _ -> contiguous(command, here, asked, there));
    fields.put(Values.string("env"), Values.function(environment));
    return Values.function(fields);
  }

  /** The table would translate more bits than it may: then it must at 64 bits, too. */
  private boolean isTooWide(Value command, State here) {
    return isCreation(small, here, command)
        && small
            .evaluate(here, "TooWide", part(command, "pageShift"), part(command, "size"), part(command, "levels"))
            .asBoolean();
  }

  private static boolean isCreation(Oracle oracle, State state, Value command) {
    return command.field("op").asString().equals("TCE_CREATE")
        && oracle.evaluate(state, "WellFormed", command).asBoolean();
  }

  private static Value part(Value command, String name) {
    return command.field(name);
  }

  /** A limit that lets pass exactly those charges that pass in the model. */
  private BigInteger memlock(Value command, State here, Value asked, State there) {
    List<BigInteger> charges = charges(small, here, command);
    List<BigInteger> images = charges(real, there, asked);
    Value process = command.field("process");
    BigInteger charged = there.get("lockedVm").at(process).asBigInteger();
    for (int i = 0; i < charges.size(); i++) {
      Value pages = Values.integer(charges.get(i));
      if (!small.evaluate(here, "WithinLimit", pages, command).asBoolean()) {
        // A page less, and as many bytes as do not make a page.
        return charged.add(images.get(i)).multiply(pageSize).subtract(BigInteger.ONE);
      }
    }
    BigInteger last = images.isEmpty() ? BigInteger.ZERO : images.getLast();
    return charged.add(last).multiply(pageSize);
  }

  /** The pages that a command would charge, at each of its checks of the limit. */
  private static List<BigInteger> charges(Oracle oracle, State state, Value command) {
    List<BigInteger> charges = new ArrayList<>();
    switch (command.field("op").asString()) {
      case "REGISTER_MEMORY" ->
          charges.add(pages(oracle, state, "Pages", command.field("size")));
      case "ENABLE" ->
          charges.add(pages(oracle, state, "WindowPages", command.field("container")));
      case "MAP_DMA", "UNMAP_DMA", "TCE_CREATE" -> {
        BigInteger owed = pages(oracle, state, "OwedPages", command.field("container"));
        charges.add(owed);
        if (isCreation(oracle, state, command)) {
          charges.add(owed.add(pages(oracle, state, "NewTablePages", command)));
        }
      }
      default -> {}
    }
    return charges;
  }

  private static BigInteger pages(Oracle oracle, State state, String operator, Value argument) {
    return oracle.evaluate(state, operator, argument).asBigInteger();
  }

  /** Memory that suffices for exactly those levels for which it suffices in the model. */
  private BigInteger contiguous(Value command, State here, Value asked, State there) {
    BigInteger memory = command.field("env").field("contiguous").asBigInteger();
    List<BigInteger> levels = levels(small, here, command);
    List<BigInteger> images = levels(real, there, asked);
    BigInteger most = MOST;
    BigInteger least = BigInteger.ZERO;
    for (int i = 0; i < levels.size(); i++) {
      if (levels.get(i).compareTo(memory) > 0) {
        most = most.min(images.get(i).subtract(BigInteger.ONE));
      } else {
        least = least.max(images.get(i));
      }
    }
    if (least.compareTo(most) > 0) {
      throw new IllegalStateException("no such memory at 64 bits: " + command);
    }
    return most.equals(MOST) ? least : most;
  }

  /** The bytes of the levels that a command would allocate: of the owed window, of the new one. */
  private static List<BigInteger> levels(Oracle oracle, State state, Value command) {
    List<BigInteger> levels = new ArrayList<>();
    String op = command.field("op").asString();
    if (op.equals("MAP_DMA") || op.equals("UNMAP_DMA") || op.equals("TCE_CREATE")) {
      for (Value owed : oracle.evaluate(state, "Owed", command.field("container")).asList()) {
        Value shift = oracle.evaluate(state, "Log2", owed.field("page"));
        levels.add(level(oracle, state, shift, owed.field("size"), Values.integer(1)));
      }
      if (isCreation(oracle, state, command)) {
        levels.add(
            level(
                oracle,
                state,
                command.field("pageShift"),
                command.field("size"),
                command.field("levels")));
      }
    }
    return levels;
  }

  private static BigInteger level(
      Oracle oracle, State state, Value shift, Value size, Value levels) {
    return oracle.evaluate(state, "LevelBytes", shift, size, levels).asBigInteger();
  }
}
