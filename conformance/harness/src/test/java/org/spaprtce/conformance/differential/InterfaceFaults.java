package org.spaprtce.conformance.differential;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.spaprtce.conformance.norm.NormCommand;
import org.spaprtce.conformance.norm.NormCommand.Header;
import org.spaprtce.conformance.sut.Answer;
import org.spaprtce.conformance.sut.Scenario;
import org.spaprtce.conformance.sut.SystemUnderTest;
import org.spaprtce.oracle.runtime.Value;
import org.spaprtce.oracle.runtime.Values;

/** Faults in windows, groups, versions, processes and questions. */
final class InterfaceFaults {
  private static final Value NO_PROCESS = Values.string("no process");

  private InterfaceFaults() {}

  /** All of them. */
  static final Map<String, Function<Scenario, SystemUnderTest>> ALL =
      Map.ofEntries(
          Map.entry("TCE_CREATE takes a table of no levels", LevelsIgnored::new),
          Map.entry("TCE_CREATE answers with the first start", WrongStart::new),
          Map.entry("TCE_REMOVE takes any address in a window", RemovedByAnyAddress::new),
          Map.entry("a refusal takes the default window back", DefaultWindowUndone::new),
          Map.entry("the firmware is not listened to", FirmwareIgnored::new),
          Map.entry("a container obeys every process", AnyCaller::new),
          Map.entry("a second group is not put in", SecondGroupLost::new),
          Map.entry("CLOSE_GROUP forgets to close", skipping("CLOSE_GROUP")),
          Map.entry("CLOSE_DEVICE forgets to close", skipping("CLOSE_DEVICE")),
          Map.entry("UNSET_CONTAINER takes devices along", BusyGroupLeaves::new),
          Map.entry("ENABLE can be called twice", EnabledTwice::new),
          Map.entry("DISABLE forgets its charge", skipping("DISABLE")),
          Map.entry("GET_INFO fills in too much", InfoTooLong::new),
          Map.entry("CHECK_EXTENSION denies version 1", Version1Denied::new),
          Map.entry("EEH_PE_OP hands out no state", EehStateLost::new));

  /** A command that answers and does nothing. */
  private static Function<Scenario, SystemUnderTest> skipping(String op) {
    return scenario -> new Skipped(scenario, op);
  }

  private static final class Skipped extends FaultySystem {
    private final String op;

    Skipped(Scenario scenario, String op) {
      super(scenario);
      this.op = op;
    }

    @Override
    public Answer execute(Value command) {
      return isOp(command, op) ? done(NOTHING) : super.execute(command);
    }
  }

  private static final class LevelsIgnored extends FaultySystem {
    LevelsIgnored(Scenario scenario) {
      super(scenario);
    }

    @Override
    Value sent(Value command) {
      return isOp(command, "TCE_CREATE") && number(command, "levels").signum() == 0
          ? with(command, "levels", 1)
          : command;
    }
  }

  private static final class WrongStart extends FaultySystem {
    WrongStart(Scenario scenario) {
      super(scenario);
    }

    @Override
    Answer given(Value command, Answer answer) {
      return isOp(command, "TCE_CREATE") && !answer.isRefusal()
          ? done(with(answer.output(), "startAddress", 0))
          : answer;
    }
  }

  private static final class RemovedByAnyAddress extends FaultySystem {
    RemovedByAnyAddress(Scenario scenario) {
      super(scenario);
    }

    @Override
    Value sent(Value command) {
      return isOp(command, "TCE_REMOVE")
          ? windowAt(command, "start").stream()
              .map(window -> with(command, "start", window.field("start")))
              .findFirst()
              .orElse(command)
          : command;
    }
  }

  private static final class DefaultWindowUndone extends FaultySystem {
    DefaultWindowUndone(Scenario scenario) {
      super(scenario);
    }

    @Override
    void refused(Value command, Answer answer, Map<String, Value> before) {
      if (command.hasField("container")) {
        List<Value> windows = variable(before, "windows").asList();
        of(variables(), "windows", command).stream()
            .filter(window -> !windows.contains(window))
            .map(window -> number(window, "start"))
            .forEach(
                start -> send(NormCommand.remove(target(command), new Header(true, 16, 0), start)));
      }
    }
  }

  private static final class FirmwareIgnored extends FaultySystem {
    FirmwareIgnored(Scenario scenario) {
      super(scenario);
    }

    @Override
    Value sent(Value command) {
      return inEnvironment(command, "platform", "OK");
    }
  }

  private static final class AnyCaller extends FaultySystem {
    AnyCaller(Scenario scenario) {
      super(scenario);
    }

    @Override
    Value sent(Value command) {
      if (command.hasField("group")) {
        return command;
      }
      Value owner =
          variable(variables(), "containers").at(command.field("container")).field("process");
      return owner.equals(NO_PROCESS) ? command : with(command, "process", owner);
    }
  }

  private static final class SecondGroupLost extends FaultySystem {
    SecondGroupLost(Scenario scenario) {
      super(scenario);
    }

    @Override
    Answer given(Value command, Answer answer) {
      if (isOp(command, "SET_CONTAINER") && !answer.isRefusal()) {
        Value container = variable(variables(), "containers").at(command.field("container"));
        if (container.field("groups").asList().size() > 1) {
          send(with(command, "op", "UNSET_CONTAINER"));
        }
      }
      return answer;
    }
  }

  private static final class BusyGroupLeaves extends FaultySystem {
    BusyGroupLeaves(Scenario scenario) {
      super(scenario);
    }

    @Override
    Answer given(Value command, Answer answer) {
      if (!answer.clause().equals("GRP-12")) {
        return answer;
      }
      Answer closed;
      do {
        closed = send(with(command, "op", "CLOSE_DEVICE"));
      } while (!closed.isRefusal());
      return send(command);
    }
  }

  private static final class EnabledTwice extends FaultySystem {
    EnabledTwice(Scenario scenario) {
      super(scenario);
    }

    @Override
    Answer given(Value command, Answer answer) {
      return answer.clause().equals("VER-4") ? done(NOTHING) : answer;
    }
  }

  private static final class InfoTooLong extends FaultySystem {
    InfoTooLong(Scenario scenario) {
      super(scenario);
    }

    @Override
    Value sent(Value command) {
      return isOp(command, "GET_INFO") && number(command, "argsz").longValue() >= 16
          ? with(command, "argsz", 32)
          : command;
    }
  }

  private static final class Version1Denied extends FaultySystem {
    Version1Denied(Scenario scenario) {
      super(scenario);
    }

    @Override
    Answer given(Value command, Answer answer) {
      return isOp(command, "CHECK_EXTENSION") && number(command, "extension").longValue() == 2
          ? done(NOTHING)
          : answer;
    }
  }

  private static final class EehStateLost extends FaultySystem {
    EehStateLost(Scenario scenario) {
      super(scenario);
    }

    @Override
    Answer given(Value command, Answer answer) {
      return isOp(command, "EEH_PE_OP") && !answer.isRefusal() ? done(NOTHING) : answer;
    }
  }
}
