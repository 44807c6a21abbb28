package org.spaprtce.conformance.sut;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spaprtce.Iova;
import org.spaprtce.Outcome;
import org.spaprtce.ProcessState;
import org.spaprtce.SpaprTce;
import org.spaprtce.TceContainer;
import org.spaprtce.TceEntry;
import org.spaprtce.platform.PinnedBlock;

/** The implementation, on a platform that answers as each step says. */
public final class ImplementationSystem implements SystemUnderTest {
  private final ScriptedPlatform platform = new ScriptedPlatform();
  private final SpaprTce process;
  private final List<TceContainer> containers = new ArrayList<>();

  /** Opens the scenario's containers. */
  public ImplementationSystem(Scenario scenario) {
    process = new SpaprTce(scenario.pageSize(), platform, platform);
    process.setLockedElsewhere(scenario.elsewhere());
    scenario.windows().forEach(window -> containers.add(process.openContainer(window)));
  }

  @Override
  public Outcome execute(Step step) {
    platform.set(step.host());
    return containers.get(step.container()).execute(step.command());
  }

  @Override
  public ProcessState state() {
    return process.state();
  }

  @Override
  public Optional<TceEntry> translate(int container, Iova iova) {
    return containers.get(container).translate(iova);
  }

  /** The blocks that the implementation has pinned. */
  public List<PinnedBlock> pinned() {
    return platform.pinned();
  }
}
