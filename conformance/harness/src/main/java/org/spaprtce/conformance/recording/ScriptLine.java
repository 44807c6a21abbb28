package org.spaprtce.conformance.recording;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The script's line of a record of a kernel recording.
 *
 * @param fields the record
 * @param words the words of the line, without the one for a child process
 */
record ScriptLine(Fields fields, List<String> words) {
  private static final Pattern BLANKS = Pattern.compile("[ \t]+");
  private static final String IN_CHILD = "inchild";
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:0[xX](?<hex>[0-9a-fA-F]+)|0(?<octal>[0-7]+)|(?<decimal>[0-9]+))(?<unit>[KMGT]?)");
  private static final String UNITS = "KMGT";
  private static final int UNIT_BITS = 10;
  private static final BigInteger HALF_WORD = BigInteger.ONE.shiftLeft(32);

  static ScriptLine of(Fields fields) throws BadRecordingException {
    List<String> words = List.of(BLANKS.split(fields.text("line").strip()));
    return new ScriptLine(
        fields, words.getFirst().equals(IN_CHILD) ? words.subList(1, words.size()) : words);
  }

  String op() throws BadRecordingException {
    String op = fields.text("op");
    if (!word(0).equals(op)) {
      throw fields.bad("line", "must begin with the operation that op names: " + op);
    }
    return op;
  }

  Fields args() throws BadRecordingException {
    return fields.object("args");
  }

  String word(int i) throws BadRecordingException {
    if (i >= words.size()) {
      throw fields.bad("line", "must have at least " + (i + 1) + " words");
    }
    return words.get(i);
  }

  /** Whether the word stands behind the operation and the first name. */
  boolean says(String word) {
    return words.lastIndexOf(word) > 1;
  }

  /** The header: what args or the options of the line say, else the usual one. */
  Header header(long usualArgsz) throws BadRecordingException {
    return new Header(!says("null"), option("argsz", usualArgsz), option("flags", 0));
  }

  private long option(String name, long usual) throws BadRecordingException {
    if (args().has(name)) {
      return args().halfWord(name);
    }
    String text = stated(name);
    if (text == null) {
      return usual;
    }
    Matcher number = NUMBER.matcher(text);
    if (!number.matches()) {
      throw fields.bad("line", "must give " + name + " as a number: " + text);
    }
    return value(number).mod(HALF_WORD).longValueExact();
  }

  private @Nullable String stated(String name) {
    return words.stream()
        .skip(1)
        .filter(word -> word.startsWith(name + "="))
        .map(word -> word.substring(name.length() + 1))
        .findFirst()
        .orElse(null);
  }

  private static BigInteger value(Matcher number) {
    String hex = number.group("hex");
    String octal = number.group("octal");
    BigInteger digits =
        hex != null
            ? new BigInteger(hex, 16)
            : octal != null ? new BigInteger(octal, 8) : new BigInteger(number.group("decimal"));
    String unit = number.group("unit");
    return unit.isEmpty() ? digits : digits.shiftLeft((UNITS.indexOf(unit) + 1) * UNIT_BITS);
  }
}
