package org.spaprtce.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTest {
  private static final Path FIXTURES = Path.of("src/test/resources/recordings");
  private static final String AGREEING = FIXTURES.resolve("kernel.jsonl").toString();
  private static final String DIVERGING = FIXTURES.resolve("diverging.jsonl").toString();
  private static final String CLIENT = FIXTURES.resolve("client.jsonl").toString();

  @TempDir private Path folder;

  private static Run check(String... arguments) {
    return Run.of("check", arguments);
  }

  private static JsonNode json(String text) {
    return new JsonMapper().readTree(text);
  }

  @Test
  void check_agreeingFile_exits0() {
    Run run = check(AGREEING);
    assertEquals(0, run.exitCode());
    assertEquals("", run.err());
    assertTrue(run.out().contains("judged by norm" + System.lineSeparator()), run.out());
    assertTrue(run.out().contains("16 operations"), run.out());
    assertTrue(run.out().contains("16 agreed: 10 commands, 6 facts around them"), run.out());
    assertTrue(run.out().contains("0 diverged" + System.lineSeparator()), run.out());
    assertTrue(run.out().contains("0 not covered"), run.out());
    assertFalse(run.out().contains("files:"), run.out());
  }

  @Test
  void check_divergingFile_exits1AndExplains() {
    Run run = check(DIVERGING);
    assertEquals(1, run.exitCode());
    assertTrue(run.out().contains("its kernel taken for linux-6.12"), run.out());
    assertTrue(run.out().contains("1 diverged: 1 as quirks explain, 0 unexplained"), run.out());
    assertTrue(
        Pattern.compile("UNR-4.*: expected EBUSY, got OK \\[UnregisterForgets]")
            .matcher(run.out())
            .find(),
        run.out());
    assertTrue(
        run.out().contains(" 1 UnregisterForgets: UNREGISTER_MEMORY of the last hold succeeds"),
        run.out());
    assertTrue(run.out().contains("sptce explain NAME"), run.out());
  }

  @Test
  void check_profile_judgesByIt() {
    Run run = check("--profile", "linux-6.12", DIVERGING);
    assertEquals(0, run.exitCode(), run.out());
    assertTrue(run.out().contains("judged by linux-6.12" + System.lineSeparator()), run.out());
    assertTrue(run.out().contains("16 agreed"), run.out());
  }

  @Test
  void check_unexplained_isShownFirst() throws Exception {
    String text = Files.readString(Path.of(DIVERGING));
    String wrong =
        text.replace(
            "\"ret\":-1,\"errno\":0,\"err\":\"ENOENT\"", "\"ret\":-1,\"errno\":0,\"err\":\"EIO\"");
    Run run = check(Files.writeString(folder.resolve("wrong.jsonl"), wrong).toString());
    assertEquals(1, run.exitCode());
    assertTrue(run.out().contains("2 diverged: 1 as quirks explain, 1 unexplained"), run.out());
    assertTrue(
        run.out().indexOf("[unexplained]") < run.out().indexOf("[UnregisterForgets]"), run.out());
  }

  @Test
  void check_severalFiles_endsWithTheTotal() {
    Run run = check(AGREEING, DIVERGING, CLIENT);
    assertEquals(1, run.exitCode());
    assertTrue(
        run.out()
            .contains(
                "3 files: 43 operations, 42 agreed, 1 diverged (0 unexplained), 0 not covered"),
        run.out());
  }

  @Test
  void check_folder_isWalked() throws Exception {
    Path deep = Files.createDirectories(folder.resolve("a"));
    Files.copy(FIXTURES.resolve("kernel.jsonl"), deep.resolve("k.jsonl"));
    Files.copy(FIXTURES.resolve("client.jsonl"), folder.resolve("c.jsonl"));
    Run run = check(folder.toString());
    assertEquals(0, run.exitCode());
    assertTrue(run.out().contains("2 files: 27 operations, 27 agreed"), run.out());
  }

  @Test
  void check_linkToAFolder_isWalked() throws Exception {
    Path real = Files.createDirectories(folder.resolve("real"));
    Files.copy(FIXTURES.resolve("kernel.jsonl"), real.resolve("k.jsonl"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    Run run = check(link.toString());
    assertEquals(0, run.exitCode());
    assertTrue(run.out().contains(link.resolve("k.jsonl").toString()), run.out());
  }

  @Test
  void check_json_isOneObjectAFile() {
    Run run = check("--json", AGREEING, DIVERGING);
    assertEquals(1, run.exitCode());
    List<String> lines = run.out().lines().toList();
    assertEquals(2, lines.size());
    JsonNode first = json(lines.getFirst());
    assertEquals(
        List.of(
            "file",
            "profile",
            "followed",
            "facts",
            "operations",
            "agreed",
            "agreedCommands",
            "agreedFacts",
            "diverged",
            "unexplained",
            "divergedByQuirk",
            "notCovered",
            "notCoveredReasons",
            "divergences"),
        List.copyOf(first.propertyNames()));
    assertEquals(AGREEING, first.get("file").stringValue());
    assertEquals("norm", first.get("profile").stringValue());
    assertEquals(16, first.get("operations").intValue());
    assertEquals(16, first.get("agreed").intValue());
    assertEquals(0, first.get("diverged").intValue());
    assertEquals(0, first.get("notCovered").intValue());
    JsonNode second = json(lines.getLast());
    assertEquals("linux-6.12", second.get("followed").stringValue());
    assertEquals(json("{\"UnregisterForgets\":1}"), second.get("divergedByQuirk"));
    JsonNode divergence = second.get("divergences").get(0);
    assertEquals(9, divergence.get("line").intValue());
    assertEquals("one", divergence.get("sequence").stringValue());
    assertEquals("unregister C0 B0 0x10000", divergence.get("operation").stringValue());
    assertEquals(json("[\"UnregisterForgets\"]"), divergence.get("quirks"));
    assertEquals(json("[\"EBUSY\"]"), divergence.get("expected"));
    assertEquals("OK", divergence.get("got").stringValue());
    assertFalse(divergence.has("follows"));
  }

  @Test
  void check_machine_isOfFilesThatDoNotTellIt() throws Exception {
    String header = "{\"sys\":{\"release\":\"6.12\",\"pagesize\":65536}}\n";
    String operation = "{\"seq\":\"s\",\"i\":%d,\"line\":\"%s\",\"op\":\"%s\",\"args\":{%s},";
    String answer = "\"ret\":%d,\"err\":\"%s\",\"out\":{},\"VmLck\":%d}\n";
    String file =
        Files.writeString(
                folder.resolve("m.jsonl"),
                header
                    + operation.formatted(0, "container C", "container", "")
                    + answer.formatted(0, "", 0)
                    + operation.formatted(1, "group G 0", "group", "\"group\":0")
                    + answer.formatted(0, "", 0)
                    + operation.formatted(2, "setcont G C", "setcont", "")
                    + answer.formatted(0, "", 0)
                    + operation.formatted(3, "setiommu C 7", "setiommu", "\"type\":7")
                    + answer.formatted(0, "", 0)
                    + operation.formatted(
                        4,
                        "create C 21 0x80000000 1",
                        "create",
                        "\"page_shift\":21,\"window_size\":\"0x80000000\",\"levels\":1")
                    + answer.formatted(-1, "EINVAL", 8192))
            .toString();
    assertEquals(0, check("--profile", "linux-6.12", "--machine", "power8", file).exitCode());
    Run power9 = check("--profile", "linux-6.12", file);
    assertEquals(1, power9.exitCode());
    assertTrue(power9.out().contains("pages of 2^12, 2^16, 2^21, 2^30, 5 levels (assumed)"));
    assertTrue(power9.out().contains("  machine: pages of 65536 bytes at the host (told)"));
  }

  @Test
  void check_manyDivergences_showsTheFirst20UnlessAll() throws Exception {
    StringBuilder text = new StringBuilder();
    String record = "{\"seq\":\"s%d\",\"i\":%d,\"op\":\"%s\",\"line\":\"%s\",\"args\":{%s},";
    String answer = "\"ret\":%d,\"err\":\"%s\",\"out\":{},\"VmLck\":0}%n";
    for (int i = 0; i < 25; i++) {
      String[] lines = {"container C", "group G 0", "setcont G C", "setiommu C 7"};
      for (int j = 0; j < lines.length; j++) {
        String op = lines[j].split(" ", 2)[0];
        text.append(record.formatted(i, j, op, lines[j], "\"type\":7,\"group\":0"))
            .append(answer.formatted(0, ""));
      }
      text.append(record.formatted(i, 9, "register", "register C", "\"vaddr\":0,\"size\":0"))
          .append(answer.formatted(-1, "ENOMEM"));
    }
    String file = Files.writeString(folder.resolve("many.jsonl"), text).toString();
    String shown = check(file).out();
    assertEquals(20, shown.lines().filter(line -> line.contains("expected EINVAL")).count());
    assertTrue(shown.contains("  20 of 25 divergences (--all shows all)"), shown);
    String all = check("--all", file).out();
    assertEquals(25, all.lines().filter(line -> line.contains("expected EINVAL")).count());
  }

  @Test
  void check_badInput_exits2AndJudgesTheOthers() throws Exception {
    Path bad = Files.writeString(folder.resolve("bad.jsonl"), "{\"sys\":{\"pagesize\":1}}\n{");
    Run run = check(bad.toString(), folder.resolve("none.jsonl").toString(), DIVERGING);
    assertEquals(2, run.exitCode());
    assertTrue(run.out().contains("1 diverged"), run.out());
    List<String> complaints = run.err().lines().toList();
    assertEquals(2, complaints.size(), run.err());
    assertTrue(
        complaints.getFirst().startsWith("sptce: " + bad + ":2: a line must be one JSON object"),
        run.err());
    assertTrue(complaints.getLast().endsWith("none.jsonl: there is no such file"), run.err());
  }

  @Test
  void check_fileThatDoesNotTellThePage_saysWhichIsAssumed() {
    String log = "../recordings/clients/qemu-memlock-start.jsonl.gz";
    assertTrue(
        check(log)
            .out()
            .contains("  machine: pages of 4096 bytes at the host (as --page-size says)"));
    assertTrue(
        check("--page-size", "65536", log)
            .out()
            .contains("  machine: pages of 65536 bytes at the host (as --page-size says)"));
  }

  @Test
  void check_emptyName_isNotTheFolderOfTheCaller() {
    Run run = check("");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().startsWith("FILE=: must name a file or a folder"), run.err());
  }

  @Test
  void check_badLineBehindGoodOnes_reportsThese() throws Exception {
    String text = Files.readString(Path.of(DIVERGING));
    Path bad = Files.writeString(folder.resolve("bad.jsonl"), text + "{\n" + text);
    String problem = bad + ":18: a line must be one JSON object";
    Run run = check(bad.toString(), AGREEING);
    assertEquals(2, run.exitCode());
    assertTrue(run.out().contains("  judged no further than this: " + problem), run.out());
    assertTrue(run.out().contains("2 files: 32 operations, 31 agreed, 1 diverged"), run.out());
    assertTrue(run.err().startsWith("sptce: " + problem), run.err());
    Run json = check("--json", bad.toString());
    assertEquals(2, json.exitCode());
    assertTrue(json(json.out()).get("problem").stringValue().startsWith(problem), json.out());
    assertEquals(16, json(json.out()).get("operations").intValue());
  }

  @Test
  void check_unknownOptionBeforeIt_isNamedFirst() {
    StringWriter err = new StringWriter();
    CommandLine command = Sptce.commandLine().setErr(new PrintWriter(err));
    assertEquals(2, command.execute("--frob", "check"));
    assertTrue(err.toString().startsWith("Unknown option: '--frob'"), err.toString());
  }

  @Test
  void check_badArguments_exits2() {
    assertEquals(2, check().exitCode());
    assertEquals(2, check("--page-size", "4097", AGREEING).exitCode());
    assertEquals(2, check("--page-size", "1025M", AGREEING).exitCode());
    Run wrong = check("--page-size", "64k", AGREEING);
    assertEquals(2, wrong.exitCode());
    assertTrue(wrong.err().contains("'64k' is no number of bytes such as 65536"), wrong.err());
    assertEquals(2, check("--nonsense").exitCode());
    assertEquals(2, check("--machine", "power7", AGREEING).exitCode());
    Run unknown = check("--profile", "linux-1.0", folder.resolve("none.jsonl").toString());
    assertEquals(2, unknown.exitCode());
    assertTrue(unknown.err().contains("--profile must be one of"), unknown.err());
    assertFalse(unknown.err().contains("none.jsonl"), unknown.err());
  }

  @Test
  void check_pageSize_isOfFilesThatDoNotTellIt() {
    for (String page : List.of("4096", "0x1000", "4K")) {
      Run run = check("--page-size", page, CLIENT);
      assertEquals(0, run.exitCode(), run.err());
      assertTrue(run.out().contains("pages of 4096 bytes at the host"), run.out());
    }
    Run wrong = check("--page-size", "65536", CLIENT);
    assertEquals(1, wrong.exitCode());
    assertTrue(wrong.out().contains("REG-1: expected EINVAL, got OK"), wrong.out());
    assertEquals(0, check("--page-size", "4096", AGREEING).exitCode());
  }
}
