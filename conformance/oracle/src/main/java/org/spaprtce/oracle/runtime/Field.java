package org.spaprtce.oracle.runtime;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A field name, numbered so that a record's shape finds its place by one access to an array. */
public record Field(String name, int number) {
  private static final Map<String, Field> FIELDS = new ConcurrentHashMap<>();

  /** The field of that name; there is one object for each name. */
  public static Field of(String name) {
    Field known = FIELDS.get(name);
    if (known != null) {
      return known;
    }
    synchronized (FIELDS) {
      return FIELDS.computeIfAbsent(name, missing -> new Field(missing, FIELDS.size()));
    }
  }
}
