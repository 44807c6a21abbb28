package org.spaprtce.conformance.differential;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.spaprtce.conformance.norm.Environment;
import org.spaprtce.conformance.norm.NormCommand.Target;
import org.spaprtce.conformance.sut.Answer;
import org.spaprtce.conformance.sut.ImplementationSystem;
import org.spaprtce.conformance.sut.Scenario;
import org.spaprtce.conformance.sut.SystemUnderTest;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/** The implementation with a fault, made by changing what reaches it or what it answers. */
class FaultySystem implements SystemUnderTest {
  /** The output of a command that hands out nothing. */
  static final Value NOTHING = Values.record("value", 0);

  private final Scenario scenario;
  private final SystemUnderTest system;

  FaultySystem(Scenario scenario) {
    this.scenario = scenario;
    this.system = new ImplementationSystem(scenario);
  }

  /** What reaches the implementation instead of a command. */
  Value sent(Value command) {
    return command;
  }

  /** What is answered instead. */
  Answer given(Value command, Answer answer) {
    return answer;
  }

  /** What happens besides, after a refusal. */
  void refused(Value command, Answer answer, Map<String, Value> before) {}

  @Override
  public Answer execute(Value command) {
    Map<String, Value> before = system.variables();
    Answer answer = system.execute(sent(command));
    if (answer.isRefusal()) {
      refused(command, answer, before);
    }
    return given(command, answer);
  }

  Answer send(Value command) {
    return system.execute(command);
  }

  BigInteger page() {
    return scenario.pageSize();
  }

  /** The elements of a variable that are of a command's container. */
  List<Value> of(Map<String, Value> variables, String variable, Value command) {
    return variable(variables, variable).asList().stream()
        .filter(element -> element.field("container").equals(command.field("container")))
        .toList();
  }

  static Value variable(Map<String, Value> variables, String name) {
    return variables.getOrDefault(name, Values.EMPTY_SET);
  }

  /** The window of a command's container in which its bus address lies, if one does. */
  List<Value> windowAt(Value command, String field) {
    BigInteger address = number(command, field);
    return of(variables(), "windows", command).stream()
        .filter(window -> number(window, "start").compareTo(address) <= 0)
        .filter(window -> address.compareTo(end(window)) < 0)
        .toList();
  }

  static BigInteger end(Value range) {
    return number(range, "start").add(number(range, "size"));
  }

  static boolean isOp(Value command, String op) {
    return command.field("op").asString().equals(op);
  }

  static BigInteger number(Value record, String field) {
    return record.field(field).asBigInteger();
  }

  static Value with(Value record, String field, Object value) {
    Map<Value, Value> fields = record.asMap();
    fields.put(Values.string(field), Values.from(value));
    return Values.function(fields);
  }

  static Value inEnvironment(Value command, String field, Object value) {
    return with(command, "env", with(command.field("env"), field, value));
  }

  /** Who calls a command, in an environment that refuses nothing. */
  static Target target(Value command) {
    return new Target(
        command.field("process").asString(),
        command.field("container").asString(),
        Environment.GENEROUS);
  }

  static Answer done(Value output) {
    return new Answer(Answer.OK, "", output);
  }

  @Override
  public void lockElsewhere(String process, BigInteger pages) {
    system.lockElsewhere(process, pages);
  }

  @Override
  public Map<String, Value> variables() {
    return system.variables();
  }

  @Override
  public Value deviceView(String group, BigInteger iova) {
    return system.deviceView(group, iova);
  }

  @Override
  public List<String> leaks() {
    return system.leaks();
  }
}
