package org.spaprtce.conformance.judge;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.spaprtce.conformance.norm.Machine;
import org.spaprtce.conformance.recording.Recording;
import org.spaprtce.oracle.Profile;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A kernel recording of one process in short: a line for each operation as scripts have it, with
 * numbers for addresses.
 *
 * <p>Behind {@code ->} stand the answer ({@code OK} if there is none, {@code +k} for a value), the
 * locked memory in KiB as {@code @N} (as before if there is none), and output as {@code
 * name=number}. Pages have 64 KiB. The first line of a file tells the kernel, so the n-th operation
 * is line n + 1.
 */
final class Script {
  /** What precedes a container that can be used: C0 with G0 in it, and B0, 1 MiB at 2^33. */
  static final String READY =
      """
      container C0
      group G0 0
      setcont G0 C0
      setiommu C0 7
      buf B0 0x100000 at=0x200000000
      """;

  /** The numbers that args hold, by operation, in the order of the line. */
  private static final Map<String, List<String>> NUMBERS =
      Map.ofEntries(
          Map.entry("register", List.of("", "vaddr", "size")),
          Map.entry("unregister", List.of("", "vaddr", "size")),
          Map.entry("map", List.of("", "vaddr", "iova", "size")),
          Map.entry("unmap", List.of("", "iova", "size")),
          Map.entry("create", List.of("", "page_shift", "window_size", "levels")),
          Map.entry("remove", List.of("", "start_addr")),
          Map.entry("setiommu", List.of("", "type")),
          Map.entry("ext", List.of("", "ext")),
          Map.entry("eeh", List.of("", "eehop")),
          Map.entry("ioc", List.of("", "nr", "arg")),
          Map.entry("group", List.of("", "group")),
          Map.entry("buf", List.of("", "size")),
          Map.entry("munmap", List.of("addr", "size")),
          Map.entry("mprotect", List.of("addr", "size", "prot")),
          Map.entry("madvise", List.of("addr", "size", "advice")),
          Map.entry("mlock", List.of("addr", "size")),
          Map.entry("munlock", List.of("addr", "size")),
          Map.entry("touch", List.of("addr", "size")),
          Map.entry("poke", List.of("addr", "val", "len")),
          Map.entry("peek", List.of("addr")),
          Map.entry("memlock", List.of("limit")),
          Map.entry("uid", List.of("uid")),
          Map.entry("dmain", List.of("", "iova", "len")),
          Map.entry("dmaout", List.of("", "iova", "len")));

  private static final Pattern BLANKS = Pattern.compile(" +");
  private static final Pattern ARROW = Pattern.compile(" *-> *");

  private Script() {}

  /** Judges a script of Linux 6.12. */
  static FileReport judge(String profile, String lines) {
    return judge(profile, "6.12.107", lines);
  }

  /** Judges a script of a kernel. */
  static FileReport judge(String profile, String release, String lines) {
    return new Judge(Profile.named(profile), Machine.POWER9).judge(recording(release, lines));
  }

  /** The recording that a script stands for. */
  static Recording recording(String release, String lines) {
    return Recordings.of(records(release, lines));
  }

  private static String records(String release, String lines) {
    List<String> records = new ArrayList<>();
    records.add("{\"sys\":{\"release\":\"" + release + "\",\"pagesize\":65536}}");
    long locked = 0;
    int i = 0;
    for (String line : lines.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      String[] halves = ARROW.split(line, 2);
      ObjectNode object = record(halves[0], i++);
      boolean child = object.has("child");
      long before = child ? 0 : locked;
      long after = end(object, halves.length == 2 ? halves[1] : "OK", before);
      if (!child) {
        locked = after;
      }
      records.add(object.toString());
    }
    return String.join("\n", records);
  }

  private static ObjectNode record(String line, int i) {
    ObjectNode object = new JsonMapper().createObjectNode();
    object.put("seq", "s").put("i", i).put("line", line);
    List<String> words = new ArrayList<>(List.of(BLANKS.split(line, -1)));
    if (words.getFirst().equals("inchild")) {
      words.removeFirst();
      object.put("child", 1);
    }
    String op = words.removeFirst();
    object.put("op", op);
    ObjectNode args = object.putObject("args");
    List<String> names = NUMBERS.getOrDefault(op, List.of());
    for (int at = 0; at < names.size(); at++) {
      if (!names.get(at).isEmpty()) {
        args.put(names.get(at), number(at < words.size() ? words.get(at) : "0"));
      }
    }
    boolean toldInArgs = !List.of("gstatus", "eeh").contains(op);
    for (String name : List.of("argsz", "flags")) {
      words.stream()
          .filter(word -> toldInArgs && word.startsWith(name + "="))
          .forEach(word -> args.put(name, Long.decode(word.substring(name.length() + 1))));
    }
    if (op.equals("map") && !args.has("flags")) {
      args.put("flags", words.contains("r") ? 1 : words.contains("none") ? 0 : 3);
    }
    words.stream()
        .filter(word -> word.startsWith("at="))
        .forEach(word -> args.put("addr", Long.decode(word.substring(3))));
    return object;
  }

  private static BigInteger number(String text) {
    return text.startsWith("0x") ? new BigInteger(text.substring(2), 16) : new BigInteger(text);
  }

  private static String hex(String text) {
    return "0x" + number(text).toString(16);
  }

  private static long end(ObjectNode object, String text, long before) {
    long locked = before;
    object.put("ret", 0).put("errno", 0).put("err", "");
    ObjectNode out = object.putObject("out");
    for (String word : BLANKS.split(text.strip(), -1)) {
      if (word.startsWith("@")) {
        locked = Long.parseLong(word.substring(1));
      } else if (word.contains("=")) {
        int at = word.indexOf('=');
        out.put(word.substring(0, at), hex(word.substring(at + 1)));
      } else if (word.startsWith("+")) {
        object.put("ret", Long.parseLong(word.substring(1)));
      } else if (!word.equals("OK")) {
        object.put("ret", -1).put("err", word);
      }
    }
    object.put("VmLck", locked);
    return locked;
  }
}
