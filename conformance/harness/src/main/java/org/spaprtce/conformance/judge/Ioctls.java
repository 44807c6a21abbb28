package org.spaprtce.conformance.judge;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.spaprtce.conformance.norm.Environment;
import org.spaprtce.conformance.norm.NormCommand;
import org.spaprtce.conformance.norm.NormCommand.NamedFile;
import org.spaprtce.conformance.norm.NormCommand.Target;
import org.spaprtce.conformance.recording.Header;
import org.spaprtce.conformance.recording.Operation;
import org.spaprtce.conformance.recording.RecordedOperation;
import org.spaprtce.conformance.recording.Request;
import org.spaprtce.conformance.world.OpenFiles.ContainerFile;
import org.spaprtce.conformance.world.OpenFiles.DeviceFile;
import org.spaprtce.conformance.world.OpenFiles.GroupFile;
import org.spaprtce.conformance.world.OpenFiles.OpenFile;
import org.spaprtce.conformance.world.RecordedProcess;
import org.spaprtce.oracle.runtime.Value;

/** Says which command of the norm a recorded ioctl is. */
final class Ioctls {
  static final String CLOSED = "EBADF";
  private static final String UNKNOWN = "UNKNOWN";
  private static final String UNKNOWN_OF_GROUP = "UNKNOWN_OF_GROUP";

  private final RecordedProcess process;
  private final Circumstances circumstances;
  private final long frames;
  private final RecordedOperation recorded;

  /**
   * A recorded operation to be looked at.
   *
   * @param process who calls
   * @param circumstances its circumstances
   * @param frames a name for the pages that are behind the range of the call, if it has one
   * @param recorded the operation
   */
  Ioctls(
      RecordedProcess process,
      Circumstances circumstances,
      long frames,
      RecordedOperation recorded) {
    this.process = process;
    this.circumstances = circumstances;
    this.frames = frames;
    this.recorded = recorded;
  }

  Resolution resolve(Operation.Ioctl ioctl) {
    OpenFile file = process.files().get(ioctl.descriptor());
    Request request = ioctl.request();
    return switch (file) {
      case null -> closed(request);
      case DeviceFile _ -> new Resolution.OfDevice();
      case ContainerFile container ->
          request instanceof Request.Raw raw
              ? raw(raw).onContainer(container.name())
              : onContainer(container.name(), request);
      case GroupFile group ->
          request instanceof Request.Raw raw
              ? raw(raw).onGroup(group.name())
              : onGroup(group.name(), request);
    };
  }

  private Resolution closed(Request request) {
    return process.isTold()
        ? new Resolution.OfFiles(CLOSED, before(request))
        : new Resolution.Untold(Reason.DESCRIPTOR);
  }

  private RawIoctl raw(Request.Raw raw) {
    return new RawIoctl(this, process, raw);
  }

  /** A request on a container. */
  Resolution onContainer(String name, Request request) {
    List<Environment> environments =
        switch (request) {
          case Request.Register register -> pinning(register.vaddr(), register.size());
          case Request.MapDma map -> pinning(map.vaddr(), map.size());
          case Request.Eeh _ -> platform();
          default -> circumstances.plain();
        };
    Observed.Value meaning =
        request instanceof Request.Eeh || request instanceof Request.CheckExtension
            ? Observed.Value.TELLING
            : Observed.Value.ZERO;
    Call.Range block =
        request instanceof Request.Register register
            ? new Call.Range(register.vaddr(), register.size())
            : null;
    return new Resolution.OfNorm(
        call(name, environments, to -> command(to, request), meaning, before(request), block));
  }

  private static Value command(Target to, Request request) {
    return switch (request) {
      case Request.ApiVersion _ -> NormCommand.plain("GET_API_VERSION", to);
      case Request.CheckExtension check -> NormCommand.checkExtension(to, check.extension());
      case Request.SetIommu set -> NormCommand.setIommu(to, set.type());
      case Request.GetInfo info -> NormCommand.info(to, header(info.header()));
      case Request.Register register ->
          NormCommand.register(to, header(register.header()), register.vaddr(), register.size());
      case Request.Unregister unregister ->
          NormCommand.unregister(
              to, header(unregister.header()), unregister.vaddr(), unregister.size());
      case Request.MapDma map ->
          NormCommand.map(to, header(map.header()), map.vaddr(), map.iova(), map.size());
      case Request.UnmapDma unmap ->
          NormCommand.unmap(to, header(unmap.header()), unmap.iova(), unmap.size());
      case Request.CreateWindow create ->
          NormCommand.create(
              to, header(create.header()), create.pageShift(), create.size(), create.levels());
      case Request.RemoveWindow remove ->
          NormCommand.remove(to, header(remove.header()), remove.start());
      case Request.Enable _ -> NormCommand.plain("ENABLE", to);
      case Request.Disable _ -> NormCommand.plain("DISABLE", to);
      case Request.Eeh eeh -> NormCommand.eeh(to, header(eeh.header()), eeh.operation());
      case Request.GroupStatus _, Request.SetContainer _, Request.UnsetContainer _, Request.Raw _ ->
          NormCommand.plain(UNKNOWN, to);
    };
  }

  /** A request on a group. */
  Resolution onGroup(String name, Request request) {
    return resolved(
        name,
        to ->
            switch (request) {
              case Request.GroupStatus status ->
                  NormCommand.status(to, status.header().readable(), status.header().argsz());
              case Request.SetContainer set -> setContainer(to, set.descriptor());
              case Request.UnsetContainer _ -> NormCommand.ofGroup("UNSET_CONTAINER", to);
              default -> NormCommand.ofGroup(UNKNOWN_OF_GROUP, to);
            },
        before(request));
  }

  private Value setContainer(Target to, String descriptor) {
    return switch (process.files().get(descriptor)) {
      case null -> NormCommand.setContainer(to, true, NamedFile.CLOSED, "");
      case ContainerFile container ->
          NormCommand.setContainer(to, true, NamedFile.CONTAINER, container.name());
      case GroupFile _, DeviceFile _ -> NormCommand.setContainer(to, true, NamedFile.OTHER, "");
    };
  }

  /** GROUP_SET_CONTAINER with a pointer that cannot be read, or to no container. */
  Resolution setContainer(String group, boolean readable, NamedFile file) {
    return resolved(group, to -> NormCommand.setContainer(to, readable, file, ""), Map.of());
  }

  /** GROUP_GET_DEVICE_FD. */
  Call openDevice(String group) {
    return call(
        group,
        platform(),
        to -> NormCommand.ofGroup("OPEN_DEVICE", to),
        Observed.Value.DESCRIPTOR,
        Map.of(),
        null);
  }

  /** An ioctl on a container that only groups know. */
  Call unknownOfContainer(String container) {
    return call(
        container,
        circumstances.plain(),
        to -> NormCommand.plain(UNKNOWN, to),
        Observed.Value.ZERO,
        Map.of(),
        null);
  }

  /** Whether a request is an EEH operation, and not this one. */
  static boolean isEehOtherThan(Request request, long operation) {
    return request instanceof Request.Eeh eeh && eeh.operation() != operation;
  }

  /** A command on a group that needs nothing else. */
  Call ofGroup(String op, String group) {
    return call(
        group,
        circumstances.plain(),
        to -> NormCommand.ofGroup(op, to),
        Observed.Value.DESCRIPTOR,
        Map.of(),
        null);
  }

  private Resolution resolved(
      String object, Function<Target, Value> command, Map<String, BigInteger> before) {
    return new Resolution.OfNorm(
        call(object, circumstances.plain(), command, Observed.Value.ZERO, before, null));
  }

  private Call call(
      String object,
      List<Environment> environments,
      Function<Target, Value> command,
      Observed.Value meaning,
      Map<String, BigInteger> before,
      Call.@Nullable Range block) {
    String caller = process.name();
    return new Call(
        caller,
        environments,
        environment -> command.apply(new Target(caller, object, environment)),
        meaning,
        before,
        block);
  }

  private List<Environment> pinning(BigInteger vaddr, BigInteger size) {
    return circumstances.pinning(vaddr, size, frames, recorded);
  }

  /** Where only hardware and firmware can say: they said what was recorded. */
  private List<Environment> platform() {
    boolean succeeded = recorded.answer().succeeded();
    String answer = succeeded ? "OK" : recorded.answer().errno();
    String said = Platform.CAN_SAY.contains(answer) ? answer : "OK";
    long state = succeeded ? recorded.answer().value() : 0;
    return circumstances.plain().stream().map(one -> one.withPlatform(said, state)).toList();
  }

  private static NormCommand.Header header(Header header) {
    return new NormCommand.Header(header.readable(), header.argsz(), header.flags());
  }

  private Map<String, BigInteger> before(Request request) {
    return process.isTold() ? Recorder.before(request) : Map.of();
  }
}
