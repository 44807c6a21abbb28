package org.spaprtce.conformance.sut;

/** A port of the scripted host. */
final class ScriptedPort implements HostPort {
  private static final long NEVER = -1;

  private final String name;
  private long calls;
  private long failing = NEVER;
  private long throwing = NEVER;

  ScriptedPort(String name) {
    this.name = name;
  }

  /** Counts a call; tells whether it fails. */
  boolean fails() {
    long call = calls++;
    if (call == throwing) {
      throw new FaultException(name);
    }
    return call == failing;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long calls() {
    return calls;
  }

  @Override
  public void failAt(long call) {
    failing = call;
  }

  @Override
  public void throwAt(long call) {
    throwing = call;
  }

  @Override
  public void reset() {
    calls = 0;
    failing = NEVER;
    throwing = NEVER;
  }
}
