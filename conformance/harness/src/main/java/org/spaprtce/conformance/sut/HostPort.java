package org.spaprtce.conformance.sut;

import java.util.ArrayList;
import java.util.List;
import org.spaprtce.platform.FaultPoint;
import org.spaprtce.platform.SimulatedFirmware;

/** An operation of a host that a system calls: it is counted, and any call can be made to fail. */
public interface HostPort {
  /** The port and its operation. */
  String name();

  /** How many calls there were since the last reset. */
  long calls();

  /** Makes the call of that number, from 0, fail as the environment can. */
  void failAt(long call);

  /** Makes the call of that number, from 0, throw a {@link FaultException} or its like. */
  void throwAt(long call);

  /** Counts from 0 again and makes no call fail. */
  void reset();

  /** What a port throws where it was told to. */
  final class FaultException extends RuntimeException {
    private static final long serialVersionUID = 1;

    FaultException(String port) {
      super(port);
    }
  }

  /** Whether an exception was asked for by {@link #throwAt}. */
  static boolean isFault(RuntimeException exception) {
    return exception instanceof FaultException
        || exception instanceof FaultPoint.SimulatedException;
  }

  /** The ports of simulated firmware. */
  static List<HostPort> of(SimulatedFirmware firmware) {
    List<HostPort> ports = new ArrayList<>();
    firmware.calls().forEach(point -> ports.add(new OfPoint(point)));
    return ports;
  }

  /** A place where a simulated port can fail. */
  record OfPoint(FaultPoint point) implements HostPort {
    @Override
    public String name() {
      return point.name();
    }

    @Override
    public long calls() {
      return point.calls();
    }

    @Override
    public void failAt(long call) {
      point.failAt(call);
    }

    @Override
    public void throwAt(long call) {
      point.throwAt(call);
    }

    @Override
    public void reset() {
      point.reset();
    }
  }
}
