package org.spaprtce.conformance.sut;

import java.util.List;

/** A system on a host whose every call can be made to fail. */
public interface HostedSystem extends SystemUnderTest {
  /** The operations that the system calls. */
  List<HostPort> ports();
}
