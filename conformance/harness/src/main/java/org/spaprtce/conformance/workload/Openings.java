package org.spaprtce.conformance.workload;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.spaprtce.conformance.norm.Environment;
import org.spaprtce.conformance.norm.NormCommand;
import org.spaprtce.conformance.norm.NormCommand.Header;
import org.spaprtce.conformance.norm.NormCommand.NamedFile;
import org.spaprtce.conformance.norm.NormCommand.Target;
import org.spaprtce.conformance.sut.Scenario;
import org.spaprtce.conformance.sut.Step;
import org.spaprtce.oracle.runtime.Value;

/**
 * How sequences begin: ordinary steps that lead to where something can happen.
 *
 * <p>All of them are steps of the first process.
 */
public final class Openings {
  /** How many ways there are. */
  public static final int COUNT = 11;

  private static final long VERSION_1 = 2;
  private static final long VERSION_2 = 7;
  private static final long BOTH = 3;
  private static final long LARGEST_SHIFT = 24;

  /** 2^32 pages of 4 KiB. */
  private static final BigInteger MANY_PAGES = BigInteger.ONE.shiftLeft(44);

  private static final BigInteger LARGEST_PAGE = BigInteger.ONE.shiftLeft(30);

  private final Scenario scenario;
  private final List<Step> steps = new ArrayList<>();
  private final BigInteger page;
  private final Value group;

  private Openings(Scenario scenario) {
    this.scenario = scenario;
    this.page = scenario.pageSize();
    this.group = scenario.constant("TableGroup").asMap().values().iterator().next();
  }

  /** The way of that number, below {@link #COUNT}. */
  public static List<Step> of(Scenario scenario, int number) {
    Openings opening = new Openings(scenario);
    switch (number) {
      case 0 -> {}
      case 1 -> {
        opening.open(0, 0, VERSION_1).open(1, 1, VERSION_1);
        opening.call(NormCommand.plain("ENABLE", opening.container(0)));
      }
      case 2 -> opening.open(0, 0, VERSION_2).register(0, 0, 2);
      case 3 -> opening.openAll().together(0, 0, 1);
      case 4 -> {
        int last = scenario.cast().groups().size() - 1;
        opening.openAll().together(0, last / 2 + 1, 0).together(1, last);
      }
      case 5 -> opening.sharing();
      case 6 -> opening.open(0, 0, VERSION_2).register(0, 0, 2).open(1, 1, VERSION_2);
      case 7 -> opening.manyEntries();
      case 9 -> {
        opening.sharing();
        opening.closeGroup(1);
      }
      case 8 -> {
        opening.openAll().together(0, 0);
        opening.call(NormCommand.setIommu(opening.container(0), VERSION_2));
      }
      default -> opening.largePages();
    }
    return opening.steps;
  }

  /** Two containers; each maps the block of the other; a third block is of both. */
  private void sharing() {
    open(0, 0, VERSION_2).open(1, 1, VERSION_2);
    register(0, 0, 2).register(1, 4, 2).register(0, 8, 1).register(1, 8, 1);
    map(0, 4).map(1, 0);
  }

  /** A window of large pages, and two blocks that may be mapped by it only if pages back them. */
  private void largePages() {
    long shift =
        group.field("shifts").asList().stream()
            .mapToLong(Value::asLong)
            .filter(known -> known <= LARGEST_SHIFT)
            .max()
            .orElseThrow();
    BigInteger large = BigInteger.ONE.shiftLeft((int) shift);
    open(0, 0, VERSION_2);
    call(NormCommand.create(container(0), new Header(true, 40, 0), shift, large.shiftLeft(3), 1));
    Environment small = Environment.GENEROUS.withMemory(Words.TOP, page, 1);
    call(
        NormCommand.register(
            container(0, small), new Header(true, 24, 0), large, large.shiftLeft(1)));
    call(
        NormCommand.register(
            container(0), new Header(true, 24, 0), large.shiftLeft(2), large.shiftLeft(1)));
  }

  /** A block that is mapped by so many TCEs that they cannot be counted in 32 bits. */
  private void manyEntries() {
    open(0, 0, VERSION_2);
    call(NormCommand.create(container(0), new Header(true, 40, 0), 12, MANY_PAGES.shiftLeft(1), 2));
    call(NormCommand.register(container(0), new Header(true, 24, 0), BigInteger.ZERO, MANY_PAGES));
    call(
        NormCommand.map(
            container(0),
            new Header(true, 32, BOTH),
            BigInteger.ZERO,
            scenario.constant("SecondStart").asBigInteger(),
            MANY_PAGES));
  }

  /** A group of its own for a container, and a type. */
  private Openings open(int container, int group, long type) {
    openGroup(scenario.cast().groups().get(group));
    together(container, group);
    return call(NormCommand.setIommu(container(container), type));
  }

  private Openings openAll() {
    scenario.cast().groups().forEach(this::openGroup);
    return this;
  }

  private void openGroup(String group) {
    call(NormCommand.ofGroup("OPEN_GROUP", target(group, Environment.GENEROUS)));
  }

  /** The container of the group is released; a block of it stays if others map it. */
  private void closeGroup(int group) {
    String name = scenario.cast().groups().get(group);
    call(NormCommand.ofGroup("CLOSE_GROUP", target(name, Environment.GENEROUS)));
  }

  /** Groups in one container, which gets no type yet. */
  private Openings together(int container, int... groups) {
    String name = scenario.cast().containers().get(container);
    for (int group : groups) {
      Target to = target(scenario.cast().groups().get(group), Environment.GENEROUS);
      call(NormCommand.setContainer(to, true, NamedFile.CONTAINER, name));
    }
    return this;
  }

  /** A block of some pages from a page on. */
  private Openings register(int container, int first, int pages) {
    Environment environment = Environment.GENEROUS.withMemory(Words.TOP, page, 1L + first);
    return call(
        NormCommand.register(
            container(container, environment),
            new Header(true, 24, 0),
            page.multiply(BigInteger.valueOf(first)),
            page.multiply(BigInteger.valueOf(pages))));
  }

  /** A page of the host at the start of the default window. */
  private Openings map(int container, int first) {
    return call(
        NormCommand.map(
            container(container),
            new Header(true, 32, BOTH),
            page.multiply(BigInteger.valueOf(first)),
            group.field("start").asBigInteger(),
            page));
  }

  private Target container(int number) {
    return container(number, Environment.GENEROUS.withMemory(Words.TOP, LARGEST_PAGE, 2));
  }

  private Target container(int number, Environment environment) {
    return target(scenario.cast().containers().get(number), environment);
  }

  private Target target(String object, Environment environment) {
    return new Target(scenario.cast().processes().getFirst(), object, environment);
  }

  private Openings call(Value command) {
    steps.add(new Step.Call(command));
    return this;
  }
}
