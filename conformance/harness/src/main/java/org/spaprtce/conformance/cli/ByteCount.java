package org.spaprtce.conformance.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of bytes: {@code 65536}, {@code 0x10000} or {@code 64K}. */
final class ByteCount implements ITypeConverter<Long> {
  private static final Pattern COUNT =
      Pattern.compile("(\\d{1,12}|0[xX][0-9a-fA-F]{1,10})([KMG]?)");
  private static final String UNITS = "KMG";
  private static final int UNIT_BITS = 10;

  @Override
  public Long convert(String text) {
    Matcher count = COUNT.matcher(text);
    if (!count.matches()) {
      throw new TypeConversionException(
          "'" + text + "' is no number of bytes such as 65536, 0x10000 or 64K");
    }
    String number = count.group(1);
    long value =
        number.startsWith("0x") || number.startsWith("0X")
            ? Long.parseLong(number.substring(2), 16)
            : Long.parseLong(number);
    String unit = count.group(2);
    return unit.isEmpty() ? value : value << (UNIT_BITS * (UNITS.indexOf(unit) + 1));
  }
}
