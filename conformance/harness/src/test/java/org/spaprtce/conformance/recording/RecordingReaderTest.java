package org.spaprtce.conformance.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingReaderTest {
  private static final Path FIXTURES = Path.of("src/test/resources/recordings");
  private static final String SYS = "{\"sys\":{\"pagesize\":65536}}\n";

  @TempDir private Path folder;

  private static String kernel(String fields) {
    return "{\"seq\":\"s\",\"i\":0," + fields + ",\"ret\":0,\"err\":\"\",\"out\":{},\"VmLck\":0}\n";
  }

  private Recording read(String text) throws Exception {
    return read("f.jsonl", text.getBytes(StandardCharsets.UTF_8));
  }

  private Recording read(String name, byte[] bytes) throws Exception {
    Path file = Files.write(folder.resolve(name), bytes);
    return RecordingReader.read(file, 4096);
  }

  private Operation only(String fields) throws Exception {
    return read(SYS + kernel(fields)).sequences().getFirst().operations().getFirst().operation();
  }

  @Test
  void read_kernelRecording_hasItsSequences() throws Exception {
    Recording recording = RecordingReader.read(FIXTURES.resolve("kernel.jsonl"), 4096);
    assertEquals(Recording.Source.KERNEL, recording.origin().source());
    assertEquals(65536, recording.origin().pageSize());
    assertTrue(recording.origin().pageTold());
    assertEquals(
        List.of("one", "two", "two"), recording.sequences().stream().map(Sequence::name).toList());
    assertEquals(16, recording.operations());
    RecordedOperation last = recording.sequences().getFirst().operations().getLast();
    assertEquals(12, last.line());
    assertEquals("unregister C0 B0 0x10000", last.text());
    assertEquals("OK", last.answer().text());
    assertEquals(128L, last.lockedPages());
    RecordedOperation child = recording.sequences().get(1).operations().getLast();
    assertTrue(child.child());
    assertEquals(
        new Operation.Ioctl("C0", new Request.GetInfo(new Header(true, 32, 0))), child.operation());
    assertEquals("unknown", recording.origin().release());
  }

  @Test
  void read_clientLog_hasOneSequenceAProcess() throws Exception {
    Recording recording = RecordingReader.read(FIXTURES.resolve("client.jsonl"), 4096);
    assertEquals(Recording.Source.CLIENT, recording.origin().source());
    assertEquals(4096, recording.origin().pageSize());
    assertFalse(recording.origin().pageTold());
    assertEquals(
        List.of("process 7", "process 8"),
        recording.sequences().stream().map(Sequence::name).sorted().toList());
    List<RecordedOperation> operations = recording.sequences().getFirst().operations();
    assertEquals(new Operation.OpenContainer("fd3"), operations.getFirst().operation());
    assertEquals(new Operation.OpenGroup("fd4", "/dev/vfio/26"), operations.get(1).operation());
    assertEquals(
        new Operation.Ioctl("fd4", new Request.SetContainer("fd3")), operations.get(2).operation());
    RecordedOperation register = operations.get(4);
    assertEquals(
        new Operation.Ioctl(
            "fd3",
            new Request.Register(
                new Header(true, 24, 0), BigInteger.ONE.shiftLeft(32), BigInteger.valueOf(0x2000))),
        register.operation());
    assertEquals("ENOMEM", register.answer().text());
    assertNull(register.lockedPages());
  }

  @Test
  void read_gzip_isTheSame() throws Exception {
    byte[] plain = Files.readAllBytes(FIXTURES.resolve("kernel.jsonl"));
    Recording recording = read("k.jsonl.gz", gzip(plain));
    assertEquals(
        RecordingReader.read(FIXTURES.resolve("kernel.jsonl"), 4096).sequences(),
        recording.sequences());
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    }
    return bytes.toByteArray();
  }

  @Test
  void read_kernelCall_hasHeaderAndNumbers() throws Exception {
    assertEquals(
        new Operation.Ioctl(
            "C1",
            new Request.MapDma(
                new Header(false, 31, 4),
                BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE),
                BigInteger.TEN,
                BigInteger.ZERO)),
        only(
            "\"op\":\"map\",\"line\":\"map C1 B0 W 0 argsz=31 null\",\"args\":{\"vaddr\":"
                + "\"0xffffffffffffffff\",\"iova\":10,\"size\":\"0x0\",\"argsz\":31,\"flags\":4}"));
    assertEquals(
        new Operation.Ioctl(
            "C1", new Request.UnmapDma(new Header(true, 24, 0), BigInteger.ONE, BigInteger.TWO)),
        only("\"op\":\"unmap\",\"line\":\"unmap C1 1 2\",\"args\":{\"iova\":1,\"size\":2}"));
  }

  @Test
  void read_optionsThatArgsLack_areTakenFromTheLine() throws Exception {
    assertEquals(
        new Operation.Ioctl("C0", new Request.Eeh(new Header(true, 0xffffffffL, 8), 4)),
        only(
            "\"op\":\"eeh\",\"line\":\"eeh C0 4 argsz=0x1ffffffff flags=010\",\"args\":{\"eehop\":4}"));
    assertEquals(
        new Operation.Ioctl("G0", new Request.GroupStatus(new Header(true, 2048, 0))),
        only("\"op\":\"gstatus\",\"line\":\"gstatus G0 argsz=2K\",\"args\":{}"));
  }

  @Test
  void read_output_isByItsNames() throws Exception {
    Recording recording =
        read(
            SYS
                + "{\"seq\":\"s\",\"i\":0,\"op\":\"gstatus\",\"line\":\"gstatus G\",\"args\":{},"
                + "\"ret\":0,\"err\":\"\",\"out\":{\"flags\":\"0x3\"},\"VmLck\":0}\n");
    assertEquals(
        Map.of("flags", BigInteger.valueOf(3)),
        recording.sequences().getFirst().operations().getFirst().output());
  }

  @ParameterizedTest
  @CsvSource({
    "buf B 2 at=1,''",
    "buf ro 2 huge,HUGE",
    "buf B 2 ro,READ_ONLY",
    "buf B 2 none touch,INACCESSIBLE TOUCHED",
    "buf B 2 shm,SHARED",
    "buf B 2 file,SHARED",
    "buf B 2 pfile,''",
  })
  void read_buffer_hasTraitsOfItsWords(String line, String traits) throws Exception {
    Set<MemoryTrait> expected = EnumSet.noneOf(MemoryTrait.class);
    for (String trait : traits.isEmpty() ? new String[0] : traits.split(" ")) {
      expected.add(MemoryTrait.valueOf(trait));
    }
    assertEquals(
        new Operation.MapMemory(BigInteger.ONE, BigInteger.TWO, expected),
        only("\"op\":\"buf\",\"line\":\"" + line + "\",\"args\":{\"addr\":1,\"size\":2}"));
  }

  @Test
  void read_protection_isWhatItSays() throws Exception {
    String protect = "\"op\":\"mprotect\",\"line\":\"mprotect B 2 x\",\"args\":";
    assertEquals(
        new Operation.ProtectMemory(BigInteger.ONE, BigInteger.TWO, true, true),
        only(protect + "{\"addr\":1,\"size\":2,\"prot\":3}"));
    assertEquals(
        new Operation.ProtectMemory(BigInteger.ONE, BigInteger.TWO, true, false),
        only(protect + "{\"addr\":1,\"size\":2,\"prot\":1}"));
    assertEquals(
        new Operation.ProtectMemory(BigInteger.ONE, BigInteger.TWO, false, false),
        only(protect + "{\"addr\":1,\"size\":2,\"prot\":0}"));
  }

  @Test
  void read_sameNumberAgain_isAnotherProcess() throws Exception {
    String nop = kernel("\"op\":\"nop\",\"line\":\"nop\",\"args\":{}");
    assertEquals(2, read(SYS + nop + nop).sequences().size());
  }

  @Test
  void read_deadProcess_isAnOperation() throws Exception {
    Recording recording = read(SYS + "{\"seq\":\"s\",\"abnormal\":\"signal 11\"}\n");
    RecordedOperation died = recording.sequences().getFirst().operations().getFirst();
    assertEquals(new Operation.Died(), died.operation());
    assertEquals("signal 11", died.text());
  }

  @Test
  void read_missingHeader_takesThePageSizeOfTheCaller() throws Exception {
    assertEquals(
        4096, read(kernel("\"op\":\"nop\",\"line\":\"nop\",\"args\":{}")).origin().pageSize());
    assertThrows(IllegalArgumentException.class, () -> RecordingReader.read(Path.of("f"), 4097));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'{\"sys\":{\"pagesize\":65535}}'|1: field sys.pagesize must be a power of two",
        "'{\"sys\":{\"pagesize\":0}}'|1: field sys.pagesize must be from 1 to",
        "'{\"sys\":{}}'|1: field sys.pagesize is missing",
        "'{\"sys\":{\"pagesize\":65536}}'|1: a recording must have at least one operation",
        "''|1: a recording must have at least one operation",
        "'{\"x\":1}'|1: the first record must be of a kernel recording",
        "'[1]'|1: a record must be a JSON object",
        "'{\"seq\":'|1: a line must be one JSON object",
        "'{'|1: a line must be one JSON object: Unexpected end-of-input: expected close marker for Object",
        "'{\"seq\":\"s\"} {}'|1: a line must be one JSON object",
        "'{\"seq\":\"s\",\"seq\":\"t\"}'|1: a line must be one JSON object",
        "'{\"pid\":0,\"seq\":1}'|1: field pid must be from 1",
        "'{\"pid\":1,\"seq\":1,\"cmd\":\"VFIO_NEW\",\"fd\":3,\"ret\":0}'|1: field cmd must"
            + " name an ioctl as the format does, or be its number in hexadecimal, it is VFIO_NEW",
        "'{\"pid\":1,\"seq\":1,\"cmd\":\"0x3b79\",\"fd\":3,\"ret\":-1,\"errno\":2}'|1: field errno"
            + " must not be there: ret is minus the number of the error",
        "'{\"pid\":1,\"seq\":1,\"op\":\"write\"}'|1: field op must be open, close or process_exit",
        "'{\"pid\":1,\"seq\":1,\"cmd\":\"0x3b79\",\"fd\":3,\"ret\":-4096}'|1: field ret must be"
            + " from -4095",
        "'{\"pid\":1,\"seq\":1,\"cmd\":\"VFIO_IOMMU_UNMAP_DMA\",\"fd\":3,\"ret\":0}'|1: field in"
            + " is missing",
      })
  void read_badInput_namesLineAndRule(String text, String complaint) {
    var problem = assertThrows(BadRecordingException.class, () -> read(text));
    assertTrue(
        String.valueOf(problem.getMessage()).contains("f.jsonl:" + complaint), problem::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"op\":\"fly\",\"line\":\"fly C0\",\"args\":{}'|field op must be an operation of the format",
        "'\"op\":\"map\",\"line\":\"unmap C0\",\"args\":{}'|field line must begin with",
        "'\"op\":\"close\",\"line\":\"close\",\"args\":{}'|field line must have at least 2 words",
        "'\"op\":\"register\",\"line\":\"register C0 B0 1\",\"args\":{\"size\":1}'|field"
            + " args.vaddr is missing",
        "'\"op\":\"register\",\"line\":\"register C0 B0 1\",\"args\":{\"vaddr\":1,\"size\":-1}'|field"
            + " args.size must be from 0 to 2^64 - 1",
        "'\"op\":\"register\",\"line\":\"register C0 B0 1\",\"args\":{\"vaddr\":1,\"size\":18446744073709551616}'"
            + "|field args.size must be from 0 to 2^64 - 1",
        "'\"op\":\"register\",\"line\":\"register C0 B0 1\",\"args\":{\"vaddr\":1,\"size\":\"1\"}'|field"
            + " args.size must be a whole number, or a string 0x and 1 to 16 hexadecimal digits, it"
            + " is \"1\"",
        "'\"op\":\"register\",\"line\":\"register C0 B0 1\",\"args\":{\"size\":1,\"vaddr\":1,"
            + "\"argsz\":4294967296}'|field args.argsz must be from 0 to 2^32 - 1",
        "'\"op\":\"poke\",\"line\":\"poke B0 1\",\"args\":{\"addr\":1,\"val\":1,\"len\":16777217}'|field"
            + " args.len must be at most 16777216, it is 16777217",
        "'\"op\":\"gstatus\",\"line\":\"gstatus G argsz=B0\",\"args\":{}'|field line must give"
            + " argsz as a number: B0",
        "'\"op\":\"nop\",\"line\":\"nop\",\"args\":{},\"VmLck\":0'|a line must be one JSON object",
        "'\"op\":\"nop\",\"line\":7,\"args\":{}'|field line must be a string, it is 7",
        "'\"op\":\"uid\",\"line\":\"uid 1\",\"args\":[]'|field args must be an object",
        "'\"op\":\"buf\",\"line\":\"buf B 1\",\"args\":{}'|field args.addr is missing",
      })
  void read_badKernelRecord_namesLineAndRule(String fields, String complaint) {
    var problem = assertThrows(BadRecordingException.class, () -> read(SYS + kernel(fields)));
    assertTrue(
        String.valueOf(problem.getMessage()).contains("f.jsonl:2: " + complaint),
        problem::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"ret\":-1,\"err\":\"\",\"VmLck\":0'|field err must name an error",
        "'\"ret\":0,\"err\":\"EIO\",\"VmLck\":0'|field err must name an error",
        "'\"ret\":-1,\"err\":\"EWHAT\",\"VmLck\":0'|field err must name an error of Linux, it is"
            + " EWHAT",
        "'\"ret\":-2,\"err\":\"EIO\",\"VmLck\":0'|field ret must be from -1",
        "'\"ret\":0.5,\"err\":\"\",\"VmLck\":0'|field ret must be a whole number, it is 0.5",
        "'\"ret\":0,\"err\":\"\",\"VmLck\":-1'|field VmLck must be from 0",
        "'\"ret\":0,\"err\":\"\",\"VmLck\":4'|field VmLck must be a whole number of pages",
        "'\"ret\":0,\"err\":\"\"'|field VmLck is missing",
      })
  void read_badAnswer_namesLineAndRule(String answer, String complaint) {
    String nop =
        "{\"seq\":\"s\",\"i\":0,\"op\":\"nop\",\"line\":\"nop\",\"args\":{}," + answer + "}";
    var problem = assertThrows(BadRecordingException.class, () -> read(SYS + nop));
    assertTrue(
        String.valueOf(problem.getMessage()).contains("f.jsonl:2: " + complaint),
        problem::toString);
  }

  @Test
  void read_missingFile_says() {
    var problem =
        assertThrows(
            BadRecordingException.class,
            () -> RecordingReader.read(folder.resolve("none.jsonl"), 4096));
    assertTrue(String.valueOf(problem.getMessage()).endsWith("none.jsonl: there is no such file"));
  }

  @Test
  void read_brokenGzip_says() throws Exception {
    byte[] plain = Files.readAllBytes(FIXTURES.resolve("kernel.jsonl"));
    byte[] whole = gzip(plain);
    assertComplains("a file *.gz must be gzip", "x.gz", plain);
    assertComplains("must be complete", "x.gz", Arrays.copyOf(whole, whole.length / 2));
    byte[] damaged = whole.clone();
    damaged[damaged.length - 6] ^= 1;
    assertComplains("a file *.gz must be gzip", "x.gz", damaged);
    assertComplains("the text must be UTF-8", "x.jsonl", new byte[] {'{', (byte) 0xff});
  }

  private void assertComplains(String complaint, String name, byte[] bytes) {
    var problem = assertThrows(BadRecordingException.class, () -> read(name, bytes));
    assertTrue(String.valueOf(problem.getMessage()).contains(complaint), problem::toString);
  }

  @Test
  void below_folder_findsRecordingsOnly() throws Exception {
    Path deep = Files.createDirectories(folder.resolve("a/b"));
    Path one = Files.createFile(deep.resolve("one.jsonl"));
    Path two = Files.createFile(folder.resolve("two.jsonl.gz"));
    Files.createFile(folder.resolve("README.md"));
    assertEquals(List.of(one, two), RecordingFiles.below(folder));
    assertEquals(List.of(one), RecordingFiles.below(one));
    Path empty = Files.createDirectory(folder.resolve("empty"));
    var problem = assertThrows(BadRecordingException.class, () -> RecordingFiles.below(empty));
    assertTrue(String.valueOf(problem.getMessage()).contains("empty: a folder must hold"));
  }

  @Test
  void answer_text_namesTheResult() {
    assertEquals("OK", Answer.OK.text());
    assertEquals("+16", Answer.ofReturn(16).text());
    assertEquals("EFAULT", Answer.ofReturn(-14).text());
    assertEquals("errno 4000", Answer.ofReturn(-4000).text());
    assertThrows(IllegalArgumentException.class, () -> new Answer(-1, ""));
    assertThrows(IllegalArgumentException.class, () -> new Answer(0, "EIO"));
  }
}
