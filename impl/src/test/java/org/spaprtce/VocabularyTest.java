package org.spaprtce;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses, error numbers, windows and machines as values. */
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
        List.of(1, 2, 5, 6, 9, 12, 14, 16, 19, 22, 25, 28),
        Arrays.stream(Errno.values()).map(Errno::number).toList());
  }

  @Test
  void number_negative_isMisuse() {
    assertThrows(IllegalArgumentException.class, () -> new ContainerId(-1));
    assertThrows(IllegalArgumentException.class, () -> new ProcessId(-1));
    assertThrows(IllegalArgumentException.class, () -> new GroupId(-1));
    assertTrue(new ContainerId(1).compareTo(new ContainerId(0)) > 0);
    assertTrue(new ProcessId(0).compareTo(new ProcessId(1)) < 0);
    assertEquals(0, new GroupId(3).compareTo(new GroupId(3)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0x1000, 0x800",
    "0, 0x3000, 0x3000",
    "0, 0x1000, 0",
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

  @Test
  void window_empty_containsNothing() {
    assertFalse(new DmaWindow(new Iova(0), 0, 0x1000, 2).contains(new Iova(0)));
  }

  @Test
  void permission_ofItsFlags_isItself() {
    for (DmaPermission permission : DmaPermission.values()) {
      assertEquals(permission, DmaPermission.ofFlags(permission.flags()));
    }
    assertEquals(DmaPermission.READ_WRITE, DmaPermission.ofFlags(2));
    assertThrows(IllegalArgumentException.class, () -> DmaPermission.ofFlags(0));
    assertThrows(IllegalArgumentException.class, () -> DmaPermission.ofFlags(4));
  }

  private static TableGroup group(long start, long size, Integer... shifts) {
    return new TableGroup(new Iova(start), size, Set.of(shifts), 1, 1, "");
  }

  @Test
  void tableGroup_atItsBounds_isFine() {
    assertDoesNotThrow(() -> group(0, 1L << 59, 12, 58));
    assertDoesNotThrow(() -> group((1L << 59) - (1L << 54), 1L << 54, 54));
    assertDoesNotThrow(() -> new TableGroup(new Iova(0), 0, Set.of(), 0, 0, ""));
    assertDoesNotThrow(() -> new TableGroup(new Iova(0), 0, Set.of(), 1, 64, ""));
    assertDoesNotThrow(() -> group(0x1000, 0x1000));
  }

  @Test
  void tableGroup_badShape_isMisuse() {
    assertThrows(IllegalArgumentException.class, () -> group(0, 0x800, 12));
    assertThrows(IllegalArgumentException.class, () -> group(0x800, 0x1000, 12));
    assertThrows(IllegalArgumentException.class, () -> group(0x1000, 0x1000, 16));
    assertThrows(IllegalArgumentException.class, () -> group(0, 0x1000, 11));
    assertThrows(IllegalArgumentException.class, () -> group(0, 0x1000, 59));
    assertThrows(IllegalArgumentException.class, () -> group(0, (1L << 59) + 0x1000, 12));
    assertThrows(IllegalArgumentException.class, () -> group(1L << 58, (1L << 58) + 0x1000, 12));
    assertThrows(IllegalArgumentException.class, () -> group(1L << 59, 0, 12));
    assertThrows(
        IllegalArgumentException.class, () -> new TableGroup(new Iova(0), 0, Set.of(), -1, 1, ""));
    assertThrows(
        IllegalArgumentException.class, () -> new TableGroup(new Iova(0), 0, Set.of(), 1, -1, ""));
    assertThrows(
        IllegalArgumentException.class, () -> new TableGroup(new Iova(0), 0, Set.of(), 1, 65, ""));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 0x800, 0x3000})
  void machine_badPage_isMisuse(long pageSize) {
    assertThrows(IllegalArgumentException.class, () -> new Machine(pageSize, List.of(), false));
  }

  @Test
  void machine_groupsThatDoNotFit_isMisuse() {
    TableGroup small = group(0, 0x1000, 12);
    assertDoesNotThrow(() -> new Machine(0x1000, List.of(small, small), true));
    assertThrows(IllegalArgumentException.class, () -> new Machine(0x10000, List.of(small), true));
    TableGroup elsewhere = group(0x2000, 0x1000, 12);
    assertThrows(
        IllegalArgumentException.class, () -> new Machine(0x1000, List.of(small, elsewhere), true));
    var stranger = new TableGroup(new Iova(0x2000), 0x1000, Set.of(12), 1, 1, "stranger");
    assertDoesNotThrow(() -> new Machine(0x1000, List.of(small, stranger), true));
  }

  @Test
  void machine_power9_hasThatManyGroups() {
    assertEquals(List.of(TableGroup.POWER9, TableGroup.POWER9), Machine.power9(2).groups());
    assertEquals(Set.of(12, 16, 24, 28), TableGroup.POWER8.shifts());
  }

  @Test
  void command_withoutAHeader_hasAWellFormedOne() {
    assertEquals(new Command.Header(true, 12, 0), new Command.EehPeOp(8).header());
    assertEquals(new Command.Header(true, 40, 0), new Command.EehPeOp(9).header());
    assertEquals(new Command.Header(true, 32, 0), new Command.GetInfo().header());
    assertEquals(new Command.Header(true, 8, 0), new GroupCommand.GetStatus().header());
  }
}
