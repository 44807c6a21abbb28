package org.spaprtce.oracle.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The field names of records, in canonical order; there is one shape object for each set of names.
 */
public final class RecordShape {
  private static final Map<List<String>, RecordShape> SHAPES = new ConcurrentHashMap<>();

  /** Names that may be fields in the text of a record: no reserved words are among them. */
  private static final Pattern PLAIN = Pattern.compile("(?![A-Z]{2,}$|[WS]F_)[A-Za-z]\\w*");

  private final String[] names;
  private final boolean plain;
  private final FiniteSet domain;
  private byte[] places = {};

  private RecordShape(String[] names) {
    this.names = names;
    this.plain = Arrays.stream(names).allMatch(PLAIN.asMatchPredicate());
    Value[] keys = new Value[names.length];
    for (int i = 0; i < names.length; i++) {
      keys[i] = new StringValue(names[i]);
    }
    this.domain = new FiniteSet(keys);
  }

  /** The shape with these names (at least one, all different), in any order. */
  public static RecordShape of(String... names) {
    String[] sorted = names.clone();
    Arrays.sort(sorted);
    for (int i = 0; i < sorted.length; i++) {
      if (i > 0 && sorted[i].equals(sorted[i - 1])) {
        throw new IllegalArgumentException("field=" + sorted[i] + " twice");
      }
    }
    if (sorted.length == 0 || sorted.length > Byte.MAX_VALUE) {
      throw new IllegalArgumentException(
          "fields=" + sorted.length + ": a record has from 1 to " + Byte.MAX_VALUE);
    }
    return SHAPES.computeIfAbsent(List.of(sorted), _ -> new RecordShape(sorted));
  }

  int size() {
    return names.length;
  }

  String name(int i) {
    return names[i];
  }

  /** Whether all names may be fields in the text of a record; there is another form for all. */
  boolean isPlain() {
    return plain;
  }

  FiniteSet domain() {
    return domain;
  }

  /** The place of a field, or -1. */
  int index(Field field) {
    byte[] known = places;
    int number = field.number();
    return number < known.length ? known[number] : missing(number);
  }

  /** Asks for a field that was made after the places were noted. */
  private int missing(int number) {
    List<Field> fields = Arrays.stream(names).map(Field::of).toList();
    int highest = fields.stream().mapToInt(Field::number).max().orElseThrow();
    byte[] all = new byte[Math.max(number, highest) + 1];
    Arrays.fill(all, (byte) -1);
    for (int i = 0; i < names.length; i++) {
      all[fields.get(i).number()] = (byte) i;
    }
    places = all;
    return all[number];
  }

  /** The number of a name, or -1. Shapes are small, so the names are looked at in turn. */
  int index(String name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
