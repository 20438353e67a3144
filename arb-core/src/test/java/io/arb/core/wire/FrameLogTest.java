package io.arb.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FrameLogTest {
  private static final MaskRules SECRETS =
      MaskRules.NONE.always("access_token").inMethod("public/login", "signature");
  private static final long MANY = 1L << 30;

  private final TurnedClock clock = new TurnedClock();

  private final Path folder;

  FrameLogTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void writesEveryFrameWithTimeNumberConnectionAndDirection() throws Exception {
    try (FrameLog log = log()) {
      log.out("rysk-maker", "{\"id\":\"1\"}");
      clock.turn(Duration.ofMillis(4));
      log.in("rysk-maker", "{\"id\":\"1\",\"result\":\"OK\"}");
    }
    long ts = clock.millis();
    assertThat(lines())
        .containsExactly(
            "{\"ts\":"
                + (ts - 4)
                + ",\"seq\":1,\"conn\":\"rysk-maker\",\"dir\":\"out\","
                + "\"text\":{\"id\":\"1\"}}",
            "{\"ts\":"
                + ts
                + ",\"seq\":2,\"conn\":\"rysk-maker\",\"dir\":\"in\","
                + "\"text\":{\"id\":\"1\",\"result\":\"OK\"}}");
  }

  @Test
  void keepsNumbersAndSpacingExactlyAsTheyCame() throws Exception {
    String frame = "{ \"p\":1992.360, \"q\" : \"1.50\",\"n\":1e2,\"s\":\"\\u20ac\" }";
    assertThat(logged(frame)).contains("\"text\":" + frame + "}");
  }

  @Test
  void keepsALineALine() throws Exception {
    assertThat(logged("{\n \"p\": 1.10\r\n}")).endsWith("\"text\":{\"p\":1.10}}");
    assertThat(logged("two\nlines")).endsWith("\"text\":\"two\\nlines\"}");
  }

  @Test
  void quotesWhatIsNoJson() throws Exception {
    assertThat(logged("ping")).endsWith("\"text\":\"ping\"}");
    assertThat(logged("")).endsWith("\"text\":\"\"}");
    assertThat(logged("{\"a\":1,\"a\":2}")).endsWith("\"text\":\"{\\\"a\\\":1,\\\"a\\\":2}\"}");
    assertThat(logged("{\"cut\":")).endsWith("\"text\":\"{\\\"cut\\\":\"}");
    assertThat(logged("\ud800")).contains("\"text\":");
  }

  @Test
  void masksSecretsAtAnyDepth() throws Exception {
    assertThat(logged("{\"id\":1,\"result\":{\"access_token\":\"canary\",\"scope\":\"all\"}}"))
        .endsWith("\"text\":{\"id\":1,\"result\":{\"access_token\":\"***\",\"scope\":\"all\"}}}");
    assertThat(logged("[{\"ACCESS_TOKEN\":{\"a\":\"canary\"}}]")).doesNotContain("canary");
  }

  @Test
  void masksByMethodOnlyThere() throws Exception {
    assertThat(
            logged(
                "{\"method\":\"public/login\",\"params\":{\"wallet\":\"0xA\",\"signature\":\"canary\"}}"))
        .contains("\"signature\":\"***\"")
        .contains("\"wallet\":\"0xA\"")
        .doesNotContain("canary");
    assertThat(logged("{\"method\":\"private/order\",\"params\":{\"signature\":\"0x1b\"}}"))
        .contains("\"signature\":\"0x1b\"");
  }

  @Test
  void hidesATextThatNamesASecretButCannotBeParsed() throws Exception {
    assertThat(logged("{\"access_token\":\"canary")).endsWith("\"text\":\"***\"}");
  }

  @Test
  void keepsTheOrderOfAllThreadsAndCanBeReadBack() throws Exception {
    try (FrameLog log = log();
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      IntStream.range(0, 4)
          .forEach(
              t ->
                  threads.execute(
                      () ->
                          IntStream.range(0, 500)
                              .forEach(i -> log.in("c" + t, "{\"n\":" + i + "}"))));
    }
    List<JsonNode> records = lines().stream().map(line -> Json.parse(line, "line")).toList();
    assertThat(records)
        .extracting(record -> record.get("seq").longValue())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 2_000).boxed().toList());
    assertThat(records.stream().filter(record -> record.get("conn").textValue().equals("c2")))
        .extracting(record -> record.get("text").get("n").intValue())
        .containsExactlyElementsOf(IntStream.range(0, 500).boxed().toList());
  }

  @Test
  void appendsToWhatIsThere() throws Exception {
    try (FrameLog log = log()) {
      log.in("a", "1");
    }
    try (FrameLog log = log()) {
      log.in("b", "2");
    }
    assertThat(lines()).hasSize(2);
  }

  @Test
  void recordsTheLifeOfATappedConnection() throws Exception {
    HeardSocket heard = new HeardSocket();
    HeardHandler handler = new HeardHandler();
    try (LoopbackServer server = LoopbackServer.builder().webSocket("/", who -> handler).start();
        FrameLog log = log()) {
      TextSocket socket =
          log.tap(new TyrusSocketFactory(), "derive").open(server.webSocketUri("/"), heard);
      socket.send("{\"id\":1}");
      assertThat(heard.next()).isEqualTo("{\"id\":1}");
      socket.ping();
      assertThat(heard.next()).isEqualTo("<pong>");
      assertThat(socket.isOpen()).isTrue();
      socket.close();
      assertThat(heard.next()).startsWith("<closed>");
    }
    assertThat(lines().stream().map(line -> line.replaceFirst(".*\"derive\",", "")))
        .containsExactly(
            "\"event\":\"open\"}",
            "\"dir\":\"out\",\"text\":{\"id\":1}}",
            "\"dir\":\"in\",\"text\":{\"id\":1}}",
            "\"event\":\"closed\"}");
  }

  @Test
  void recordsTheOpeningBeforeAFrameThatOvertakesIt() throws Exception {
    try (FrameLog log = log()) {
      SocketFactory hasty =
          (uri, listener) -> {
            listener.onText("early");
            throw new IOException("lost at once");
          };
      assertThatThrownBy(() -> log.tap(hasty, "c").open(URI.create("ws://x/"), new HeardSocket()))
          .hasMessage("lost at once");
    }
    assertThat(lines()).hasSize(2);
    assertThat(lines().getFirst()).contains("\"event\":\"open\"");
    assertThat(lines().getLast()).contains("early");
  }

  @Test
  void countsWhatItHadNoRoomForWhereTheGapIs() throws Exception {
    StuckWriter disk = new StuckWriter();
    try (FrameLog log = new FrameLog(disk, clock, SECRETS, 10_000)) {
      log.in("c", "first");
      assertThat(disk.reached.await(10, TimeUnit.SECONDS)).isTrue();
      IntStream.range(0, 200).forEach(i -> log.in("c", "x".repeat(100)));
      disk.free.countDown();
      assertThat(disk.drained.await(10, TimeUnit.SECONDS)).isTrue();
      log.in("c", "last");
    }
    List<String> written = disk.toString().lines().toList();
    long kept = written.stream().filter(line -> line.contains("xxx")).count();
    assertThat(kept).isBetween(10L, 100L);
    assertThat(written).contains("{\"lost\":" + (200 - kept) + "}");
    assertThat(written.getLast()).contains("\"seq\":202").contains("last");
    assertThat(written.get(written.size() - 2)).startsWith("{\"lost\":");
  }

  @Test
  void neitherBlocksNorDiesWhenTheDiskFails() throws Exception {
    CountDownLatch tried = new CountDownLatch(3);
    Writer broken =
        new StringWriter() {
          @Override
          public void write(String text) {
            tried.countDown();
            throw new IllegalStateException("no space left");
          }
        };
    try (FrameLog log = new FrameLog(broken, clock, SECRETS, MANY)) {
      log.in("c", "1");
      log.in("c", "2");
      log.in("c", "3");
      assertThat(tried.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void dropsWhatComesAfterTheClose() throws Exception {
    FrameLog log = log();
    log.in("c", "1");
    log.close();
    log.in("c", "2");
    log.close();
    assertThat(lines()).hasSize(1);
  }

  private FrameLog log() throws IOException {
    return new FrameLog(folder.resolve("frames.jsonl"), clock, SECRETS);
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(folder.resolve("frames.jsonl"));
  }

  private String logged(String frame) throws IOException {
    try (FrameLog log = log()) {
      log.in("c", frame);
    }
    return lines().getLast();
  }

  /** A disk that takes its time over the first line. */
  private static final class StuckWriter extends StringWriter {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch free = new CountDownLatch(1);
    private final CountDownLatch drained = new CountDownLatch(1);

    @Override
    public void write(String text) {
      reached.countDown();
      try {
        free.await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      super.write(text);
    }

    @Override
    public void flush() {
      super.flush();
      if (reached.getCount() == 0) {
        drained.countDown();
      }
    }
  }
}
