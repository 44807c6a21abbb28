package org.spaprtce.conformance.walk;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.spaprtce.conformance.sut.Needs;
import org.spaprtce.oracle.Oracle;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/**
 * The commands of a small model at 64 bits.
 *
 * <p>What a command asks for is scaled. What its environment has is such that the same of its
 * checks fail as in the model, and by the smallest margin: a limit or an allocation is just enough,
 * or just not.
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
    Needs needs = new Needs(small, here);
    return needs.isCreation(command)
        && needs
            .value(
                "TooWide",
                command.field("pageShift"),
                command.field("size"),
                command.field("levels"))
            .asBoolean();
  }

  /** A limit that lets pass exactly those charges that pass in the model. */
  private BigInteger memlock(Value command, State here, Value asked, State there) {
    List<BigInteger> charges = new Needs(small, here).charges(command);
    List<BigInteger> images = new Needs(real, there).charges(asked);
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

  /** Memory that suffices for exactly those levels for which it suffices in the model. */
  private BigInteger contiguous(Value command, State here, Value asked, State there) {
    BigInteger memory = command.field("env").field("contiguous").asBigInteger();
    List<BigInteger> levels = new Needs(small, here).levels(command);
    List<BigInteger> images = new Needs(real, there).levels(asked);
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
}
