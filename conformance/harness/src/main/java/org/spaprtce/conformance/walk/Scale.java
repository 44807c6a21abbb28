package org.spaprtce.conformance.walk;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.spaprtce.conformance.norm.Cast;
import org.spaprtce.conformance.norm.Machine;
import org.spaprtce.conformance.norm.NormConstants;
import org.spaprtce.conformance.sut.Scenario;
import org.spaprtce.oracle.runtime.State;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/**
 * The numbers of a small model as numbers of 64 bits.
 *
 * <p>Bytes grow by the factor that makes the model's smallest page one of 4 KiB. User addresses
 * keep their distance from the top, so that the model's top is 2^64; bus addresses from the start
 * of the second window on keep their distance from that. Pages stay pages, but for those of tables:
 * a model charges more for its tables than a machine does.
 */
final class Scale {
  private static final int WORD = 64;
  private static final BigInteger TOP = BigInteger.ONE.shiftLeft(WORD);
  private static final BigInteger SECOND_START = BigInteger.ONE.shiftLeft(59);
  private static final int DEFAULT_SHIFT = 12;

  private final Map<String, Value> small;
  private final int shift;

  /** The scale of a model with these constants. */
  Scale(Map<String, Value> constants) {
    small = Map.copyOf(constants);
    shift = DEFAULT_SHIFT - (int) number("DefaultPageShift").longValueExact();
  }

  private BigInteger number(String constant) {
    return value(constant).asBigInteger();
  }

  private Value value(String constant) {
    Value value = small.get(constant);
    if (value == null) {
      throw new IllegalArgumentException("the model has no constant " + constant);
    }
    return value;
  }

  /** The surroundings of the model, at 64 bits. */
  Scenario scenario(String name) {
    Cast cast = new Cast(names("Process"), names("Container"), names("Group"));
    Map<String, Value> constants =
        new HashMap<>(NormConstants.of(cast, Machine.POWER9, bytes(number("PageSize"))));
    constants.put("EehAvailable", value("EehAvailable"));
    Map<Value, Value> groups = new HashMap<>();
    value("TableGroup")
        .asMap()
        .forEach((group, capability) -> groups.put(group, capability(capability)));
    constants.put("TableGroup", Values.function(groups));
    return new Scenario(name, cast, constants);
  }

  private List<String> names(String constant) {
    return value(constant).asList().stream().map(Value::asString).toList();
  }

  private Value capability(Value capability) {
    Map<Value, Value> fields = capability.asMap();
    change(fields, "start", this::busAddress);
    change(fields, "size", this::bytes);
    fields.put(
        Values.string("shifts"),
        Values.set(
            capability.field("shifts").asList().stream()
                .map(known -> Values.integer(pageShift(known.asBigInteger())))
                .toList()));
    return Values.function(fields);
  }

  /** Bytes of user or bus addresses. */
  BigInteger bytes(BigInteger bytes) {
    return bytes.shiftLeft(shift);
  }

  /** A user address: as far from the top as in the model. */
  BigInteger userAddress(BigInteger address) {
    return TOP.subtract(bytes(number("AddressTop").subtract(address)));
  }

  /** A bus address. */
  BigInteger busAddress(BigInteger address) {
    BigInteger second = number("SecondStart");
    return address.compareTo(second) < 0
        ? bytes(address)
        : SECOND_START.add(bytes(address.subtract(second)));
  }

  /** The logarithm of a window's page. */
  BigInteger pageShift(BigInteger logarithm) {
    return logarithm.add(BigInteger.valueOf(shift));
  }

  /** Replaces a number in the fields of a record, if there is one. */
  static void change(Map<Value, Value> fields, String name, UnaryOperator<BigInteger> change) {
    fields.computeIfPresent(
        Values.string(name), (_, value) -> Values.integer(change.apply(value.asBigInteger())));
  }

  /** A state of the model at 64 bits, without what its tables cost. */
  State image(State state) {
    Map<String, Value> image = values(withoutTables(state));
    image.put(
        "regions",
        each(
            state.get("regions"),
            fields -> {
              change(fields, "ua", this::userAddress);
              change(fields, "size", this::bytes);
              change(fields, "backing", this::bytes);
            }));
    image.put(
        "windows",
        each(
            withoutTables(state).get("windows"),
            fields -> {
              change(fields, "start", this::busAddress);
              change(fields, "size", this::bytes);
              change(fields, "page", this::bytes);
            }));
    image.put(
        "mappings",
        each(
            state.get("mappings"),
            fields -> {
              change(fields, "window", this::busAddress);
              change(fields, "iova", this::busAddress);
              change(fields, "ua", this::userAddress);
              change(fields, "size", this::bytes);
            }));
    return State.of(image);
  }

  /** A state without what its tables cost. */
  static State withoutTables(State state) {
    Map<Value, Value> containers = state.get("containers").asMap();
    Map<Value, Value> charged = state.get("lockedVm").asMap();
    for (Value window : state.get("windows").asList()) {
      Value container = window.field("container");
      Value payer = containers.getOrDefault(container, container).field("process");
      charged.computeIfPresent(
          payer,
          (_, pages) ->
              Values.integer(pages.asBigInteger().subtract(window.field("table").asBigInteger())));
    }
    Map<String, Value> values = values(state);
    values.put("lockedVm", Values.function(charged));
    values.put(
        "windows",
        each(state.get("windows"), fields -> change(fields, "table", _ -> BigInteger.ZERO)));
    return State.of(values);
  }

  private static Map<String, Value> values(State state) {
    Map<String, Value> values = new LinkedHashMap<>();
    state.variables().forEach(variable -> values.put(variable, state.get(variable)));
    return values;
  }

  private static Value each(Value set, java.util.function.Consumer<Map<Value, Value>> change) {
    return Values.set(
        set.asList().stream()
            .map(element -> {
              Map<Value, Value> fields = element.asMap();
              change.accept(fields);
              return Values.function(fields);
            })
            .toList());
  }
}
