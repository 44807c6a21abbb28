package org.spaprtce.compiler.back;

import static org.spaprtce.compiler.back.Code.call;
import static org.spaprtce.compiler.back.Code.sequence;
import static org.spaprtce.compiler.back.Code.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spaprtce.compiler.ir.Binder;
import org.spaprtce.compiler.ir.Expr;

/** Writes <code>{x \\in S : p}</code>, with what lets the runtime avoid to try each element. */
final class FilterWriter {
  private final ExpressionWriter expressions;
  private final Unit unit;

  FilterWriter(ExpressionWriter expressions, Unit unit) {
    this.expressions = expressions;
    this.unit = unit;
  }

  /** Whether large sets are served by an index, or by what passed before. */
  boolean isServed(Expr.Binding filter) {
    return Lookup.isClosed(filter.body(), filter.symbol()) || lookup(filter).isPresent();
  }

  private Optional<Lookup> lookup(Expr.Binding filter) {
    return Lookup.of(filter, new Inlining(unit.definitions()));
  }

  /**
   * The call of the runtime.
   *
   * @param predicate the predicate as a lambda
   */
  Code filter(Expr.Binding filter, Code set, Code predicate) {
    List<Code> arguments = new ArrayList<>();
    arguments.add(ExpressionWriter.at(filter.at()));
    arguments.add(set);
    if (Lookup.isClosed(filter.body(), filter.symbol())) {
      arguments.add(text(test(filter)));
      return call(Binder.FILTER.method(), arguments);
    }
    arguments.add(predicate);
    lookup(filter)
        .ifPresent(lookup -> {
          arguments.add(text(index(lookup)));
          arguments.add(bounds(filter, lookup));
        });
    return call(Binder.FILTER.method(), arguments);
  }

  /** The constant of a predicate that depends on nothing but the element. */
  private String test(Expr.Binding filter) {
    ExpressionWriter alone = new ExpressionWriter(unit, new Names(), "s");
    Code predicate = alone.lambda(alone.names().of(filter.symbol()), filter.at(), filter.body());
    return unit.literals()
        .constant(
            "ElementTest", "TEST", Printer.print(call("ElementTest.of", List.of(predicate)), 2));
  }

  /** The constant that describes an index. */
  private String index(Lookup lookup) {
    ExpressionWriter alone = new ExpressionWriter(unit, new Names(), "s");
    List<Code> terms = pairs(lookup).map(pair -> alone.value(pair.term())).toList();
    Code description =
        call(
            "IndexSpec.of",
            List.of(
                text(String.valueOf(lookup.equal().size())),
                text(String.valueOf(lookup.start() != null)),
                text(String.valueOf(lookup.end() != null)),
                sequence(text("r -> "), array(terms))));
    return unit.literals().constant("IndexSpec", "INDEX", Printer.print(description, 2));
  }

  private static Stream<Lookup.Pair> pairs(Lookup lookup) {
    return Stream.of(
            lookup.equal().stream(),
            Stream.ofNullable(lookup.start()),
            Stream.ofNullable(lookup.end()))
        .flatMap(stream -> stream);
  }

  private Code bounds(Expr.Binding filter, Lookup lookup) {
    Lookup.Each each = lookup.each();
    if (each == null) {
      return sequence(text("() -> "), row(lookup));
    }
    Code rows =
        call(
            "Sets.bounds",
            List.of(
                ExpressionWriter.at(filter.at()),
                expressions.value(each.set()),
                sequence(text(expressions.names().of(each.symbol()) + " -> "), row(lookup))));
    return sequence(text("() -> "), rows);
  }

  private Code row(Lookup lookup) {
    List<Code> bounds = pairs(lookup).map(pair -> expressions.value(pair.bound())).toList();
    return new Code.Items("new Value[][] {", List.of(array(bounds)), ",", false, "}");
  }

  private static Code array(List<Code> values) {
    return new Code.Items("new Value[] {", values, ",", false, "}");
  }
}
