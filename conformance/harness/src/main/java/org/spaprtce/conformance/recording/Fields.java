package org.spaprtce.conformance.recording;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fields of a JSON object, each taken with the rule that it must obey. */
final class Fields {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final Pattern HEX = Pattern.compile("0x[0-9a-fA-F]{1,16}");
  private static final int WORD = 64;
  private static final int HALF_WORD = 32;

  private final Place place;
  private final String path;
  private final JsonNode object;

  private Fields(Place place, String path, JsonNode object) {
    this.place = place;
    this.path = path;
    this.object = object;
  }

  /** The fields of a line. */
  static Fields parse(Place place, String line) throws BadRecordingException {
    try {
      return of(place, MAPPER.readTree(line));
    } catch (JacksonException problem) {
      String message = problem.getOriginalMessage().lines().findFirst().orElse("no message");
      String cause = message.replaceFirst(" \\(start marker.*", "");
      throw place.bad("a line must be one JSON object: " + cause);
    }
  }

  private static Fields of(Place place, JsonNode node) throws BadRecordingException {
    if (!node.isObject()) {
      throw place.bad("a record must be a JSON object");
    }
    return new Fields(place, "", node);
  }

  Place place() {
    return place;
  }

  boolean has(String name) {
    return object.has(name);
  }

  /** The names of all fields. */
  List<String> names() {
    return List.copyOf(object.propertyNames());
  }

  /** Whether the field is there and is a string. */
  boolean hasText(String name) {
    return object.has(name) && object.get(name).isString();
  }

  Fields object(String name) throws BadRecordingException {
    JsonNode node = required(name);
    if (!node.isObject()) {
      throw bad(name, "must be an object");
    }
    return new Fields(place, path + name + ".", node);
  }

  String text(String name) throws BadRecordingException {
    JsonNode node = required(name);
    if (!node.isString()) {
      throw bad(name, "must be a string, it is " + node);
    }
    return node.stringValue();
  }

  /** Whether the field is there and {@link #word} would take it. */
  boolean isWord(String name) {
    JsonNode node = object.get(name);
    return node != null
        && (node.isIntegralNumber()
            || (node.isString() && HEX.matcher(node.stringValue()).matches()));
  }

  /** A number of 64 bits unsigned, given as a JSON number or as a string in hexadecimal. */
  BigInteger word(String name) throws BadRecordingException {
    return unsigned(name, WORD);
  }

  /** A number that is given as a {@link #word}, up to a bound. */
  long wordUpTo(String name, long most) throws BadRecordingException {
    BigInteger value = word(name);
    if (value.compareTo(BigInteger.valueOf(most)) > 0) {
      throw bad(name, "must be at most " + most + ", it is " + value);
    }
    return value.longValueExact();
  }

  /** A number of 32 bits unsigned, given as a JSON number or as a string in hexadecimal. */
  long halfWord(String name) throws BadRecordingException {
    return unsigned(name, HALF_WORD).longValueExact();
  }

  /** A number of 32 bits unsigned, or the default where the field is missing. */
  long halfWordOr(String name, long otherwise) throws BadRecordingException {
    return has(name) ? halfWord(name) : otherwise;
  }

  /** A JSON number between two bounds, both included. */
  long integer(String name, long least, long most) throws BadRecordingException {
    JsonNode node = required(name);
    if (!node.isIntegralNumber()) {
      throw bad(name, "must be a whole number, it is " + node);
    }
    BigInteger value = node.bigIntegerValue();
    if (value.compareTo(BigInteger.valueOf(least)) < 0
        || value.compareTo(BigInteger.valueOf(most)) > 0) {
      throw bad(name, "must be from " + least + " to " + most + ", it is " + value);
    }
    return value.longValueExact();
  }

  BadRecordingException bad(String name, String rule) {
    return place.bad("field " + path + name + " " + rule);
  }

  private BigInteger unsigned(String name, int bits) throws BadRecordingException {
    JsonNode node = required(name);
    BigInteger value;
    if (node.isIntegralNumber()) {
      value = node.bigIntegerValue();
    } else if (node.isString() && HEX.matcher(node.stringValue()).matches()) {
      value = new BigInteger(node.stringValue().substring(2), 16);
    } else {
      throw bad(
          name,
          "must be a whole number, or a string 0x and 1 to 16 hexadecimal digits, it is " + node);
    }
    if (value.signum() < 0 || value.bitLength() > bits) {
      throw bad(name, "must be from 0 to 2^" + bits + " - 1, it is " + value);
    }
    return value;
  }

  private JsonNode required(String name) throws BadRecordingException {
    JsonNode node = object.get(name);
    if (node == null) {
      throw bad(name, "is missing");
    }
    return node;
  }
}
