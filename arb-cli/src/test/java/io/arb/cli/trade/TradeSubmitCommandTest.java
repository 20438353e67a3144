package io.arb.cli.trade;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.cli.Main;
import io.arb.cli.manual.ManualRig;
import io.arb.core.wire.HttpReply;
import io.arb.core.wire.LoopbackServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class TradeSubmitCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final ManualRig rig;

  TradeSubmitCommandTest(@TempDir Path folder) {
    this.rig = new ManualRig(folder);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void submitsATrade() {
    assertThat(submit("1.5", "--reference", "by phone")).isZero();

    assertThat(out.toString()).matches("accepted manual-\\d+\\R");
    assertThat(err.toString()).isEmpty();
    assertThat(rig.trades())
        .singleElement()
        .satisfies(
            trade -> {
              assertThat(trade.option()).hasToString("ETH-20261127-2500-C");
              assertThat(trade.quantity()).hasToString("1.5");
              assertThat(trade.reference()).isEqualTo("by phone");
            });
  }

  @Test
  void submitsEachCallAsATradeOfItsOwn() {
    submit("1.5");
    submit("1.5");

    assertThat(rig.trades()).hasSize(2);
  }

  @Test
  void submitsOnceUnderOneKey() {
    assertThat(submit("1.5", "--key", "mine")).isZero();
    assertThat(submit("1.5", "--key", "mine")).isZero();

    assertThat(out.toString().lines().distinct()).hasSize(1);
    assertThat(rig.trades()).hasSize(1);
  }

  @Test
  void showsWhatTheInstanceRefuses() {
    assertThat(submit("-1")).isEqualTo(1);

    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines())
        .containsExactly(
            "refused with status 400: the trade cannot be used, nothing was booked",
            "  quantity: expected a positive decimal number, at most 12 digits before the point and"
                + " 18 behind it, got \"-1\"");
    assertThat(rig.trades()).isEmpty();
  }

  @Test
  void isRefusedWithTheTokenOfAnotherInstance() throws IOException {
    Files.writeString(rig.tokenFile(), "0123456789abcdef0123456789abcdef");

    assertThat(submit("1")).isEqualTo(1);

    assertThat(err.toString()).startsWith("refused with status 401: the bearer token is ");
  }

  @Test
  void saysThatNothingWasSentWhenNobodyListens() throws IOException {
    int port = rig.port();
    rig.close();

    assertThat(submit("1")).isEqualTo(1);

    assertThat(err.toString().strip())
        .isEqualTo("nobody listens on 127.0.0.1:" + port + ", nothing was sent");
  }

  @Test
  void saysThatTheOutcomeIsUnknownWhenTheAnswerIsLost() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> hangUpAfterTheRequest(mute));

      assertThat(submitTo(mute.getLocalPort(), "1", "--key", "mine")).isEqualTo(1);
    }

    assertThat(err.toString())
        .contains("It is unknown whether the trade was booked. Submit it again with --key mine");
  }

  @Test
  void doesNotTakeAnyAnswerForAnAcceptance() {
    try (LoopbackServer stranger =
        LoopbackServer.builder().post("/", call -> HttpReply.text(202, "hello")).start()) {
      assertThat(submitTo(stranger.port(), "1")).isEqualTo(1);
    }
    assertThat(err.toString()).contains("It is unknown whether the trade was booked");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "-1", "http"})
  void refusesAPortThatIsNone(String port) {
    assertThat(
            execute(
                "trade",
                "submit",
                "--port",
                port,
                "--token-file",
                rig.tokenFile().toString(),
                "--instrument",
                "i",
                "--side",
                "s",
                "--quantity",
                "q",
                "--price",
                "p"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("--port");
  }

  @Test
  void refusesATokenFileThatIsNotThere() throws IOException {
    Files.delete(rig.tokenFile());

    assertThat(submit("1")).isEqualTo(2);

    assertThat(err.toString()).contains("--token-file " + rig.tokenFile() + " cannot be read");
  }

  @Test
  void refusesATokenFileWithoutAToken() throws IOException {
    Files.writeString(rig.tokenFile(), "canary of a secret");

    assertThat(submit("1")).isEqualTo(2);

    assertThat(err.toString()).contains("token must have 16 to 512").doesNotContain("canary");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "\u00fc", "a\nb"})
  void refusesAKeyThatNoHeaderCanCarry(String key) {
    assertThat(submit("1", "--key", key)).isEqualTo(2);
    assertThat(rig.trades()).isEmpty();
  }

  @Test
  void asksForWhatIsMissing() {
    assertThat(execute("trade", "submit", "--port", "1")).isEqualTo(2);
    assertThat(err.toString()).contains("--token-file", "--instrument", "--side", "--price");
  }

  @Test
  void explainsItselfWhenNothingIsAsked() {
    assertThat(execute("trade")).isEqualTo(2);
    assertThat(err.toString()).contains("Missing command", "submit");
  }

  private int submit(String quantity, String... more) {
    return submitTo(rig.port(), quantity, more);
  }

  private int submitTo(int port, String quantity, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "trade",
                "submit",
                "--port",
                String.valueOf(port),
                "--token-file",
                rig.tokenFile().toString(),
                "--instrument",
                "ETH-20261127-2500-C",
                "--side",
                "buy",
                "--quantity",
                quantity,
                "--price",
                "82.25"));
    words.addAll(List.of(more));
    return execute(words.toArray(String[]::new));
  }

  private int execute(String... words) {
    return new CommandLine(new Main())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(words);
  }

  private static void hangUpAfterTheRequest(ServerSocket server) {
    try (var socket = server.accept()) {
      socket.getInputStream().read(new byte[4096]);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
