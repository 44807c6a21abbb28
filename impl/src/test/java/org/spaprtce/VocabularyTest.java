package org.spaprtce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses, error numbers and windows as values. */
class VocabularyTest {

  @Test
  void address_aboveTheSignedRange_isUnsigned() {
    assertEquals("0xffffffffffffffff", new UserAddress(-1).toString());
    assertEquals("0x8000000000000000", new Iova(Long.MIN_VALUE).toString());
    assertEquals("0xfff", new HostPhysicalAddress(4095).toString());
    assertTrue(new UserAddress(-1).compareTo(new UserAddress(1)) > 0);
    assertTrue(new Iova(1).compareTo(new Iova(-1)) < 0);
    assertTrue(new HostPhysicalAddress(-1).compareTo(new HostPhysicalAddress(1)) > 0);
  }

  @Test
  void errno_numbers_areThoseOfLinux() {
    assertEquals(
        List.of(1, 2, 6, 12, 14, 16, 22),
        Arrays.stream(Errno.values()).map(Errno::number).toList());
  }

  @Test
  void containerId_negative_isMisuse() {
    assertThrows(IllegalArgumentException.class, () -> new ContainerId(-1));
    assertTrue(new ContainerId(1).compareTo(new ContainerId(0)) > 0);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0x1000, 0x800",
    "0, 0x3000, 0x3000",
    "0, 0x1000, 0",
    "0, 0, 0x1000",
    "0x800, 0x1000, 0x1000",
    "0, 0x1800, 0x1000",
    "0x4000000000000000, -0x4000000000000000, 0x10000",
  })
  void window_badShape_isMisuse(String start, String size, String page) {
    long pastTop = size.startsWith("-") ? 0x10000 : 0;
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new DmaWindow(
                new Iova(Long.decode(start)), Long.decode(size) + pastTop, Long.decode(page), 0));
  }

  @Test
  void window_thatEndsAtTheTop_containsItsLastAddress() {
    var window = new DmaWindow(new Iova(-0x2000), 0x2000, 0x1000, 0);
    assertTrue(window.contains(new Iova(-1)));
    assertTrue(window.contains(new Iova(-0x2000)));
    assertFalse(window.contains(new Iova(-0x2001)));
    assertFalse(window.contains(new Iova(0)));
    assertEquals(
        "DmaWindow[start=0xffffffffffffe000, size=0x2000, pageBytes=0x1000, tablePages=0]",
        window.toString());
  }
}
