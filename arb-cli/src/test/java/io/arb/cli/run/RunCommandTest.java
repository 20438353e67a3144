package io.arb.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The command as a user types it, with the simulated venues on real sockets. */
@Execution(ExecutionMode.CONCURRENT)
class RunCommandTest {
  private static final Path DEMO = Path.of("..", "examples", "demo.yaml");
  private static final Path DERIBIT_DEMO = Path.of("..", "examples", "demo-deribit.yaml");

  private final Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  RunCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private int arb(Object... args) {
    String[] words = List.of(args).stream().map(Object::toString).toArray(String[]::new);
    return new CommandLine(new RunCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(words);
  }

  private JsonNode report() throws IOException {
    return new ObjectMapper().readTree(out.toString().lines().toList().getLast());
  }

  /** The demo with faster takers, so that a short run sees trades. */
  private Path demo(String profile, String extra) throws IOException {
    return faster(
        Files.readString(DEMO).replace("profile: \"v3\"", "profile: \"" + profile + "\""), extra);
  }

  private Path faster(String demo, String extra) throws IOException {
    String text =
        demo.replace("rfqs_per_minute: 60", "rfqs_per_minute: 120" + extra)
            .replace("auction_ms: 2000", "auction_ms: 1000")
            .replace("validity_ms: 8000", "validity_ms: 4000");
    return Files.writeString(folder.resolve("demo.yaml"), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v3", "v2"})
  void theSimulatorsBooksAgreeWithOursInBothFormsOfTheApi(String profile) throws IOException {
    int exit = arb("--config", demo(profile, ""), "--for", "10s");

    JsonNode report = report();
    assertThat(report.path("books_agree").asBoolean()).as(report.toString()).isTrue();
    assertThat(exit).isZero();
    assertThat(report.path("wins").asInt()).isPositive();
    assertThat(report.path("trades_hedged").asInt() + report.path("trades_working").asInt())
        .isEqualTo(report.path("trades_confirmed").asInt());
    assertThat(report.path("rejected_signatures").asInt()).isZero();
    assertThat(out.toString()).contains("QUOTE", "TRADE", "HEDGE", "=====");
  }

  @ParameterizedTest
  @ValueSource(strings = {"linear", "inverse"})
  void theBooksOfASimulatedDeribitAgreeWithOursInBothFamiliesOfOptions(String family)
      throws IOException {
    String demo = Files.readString(DERIBIT_DEMO).replace("\"linear\"", "\"" + family + "\"");

    int exit = arb("--config", faster(demo, ""), "--for", "10s");

    JsonNode report = report();
    assertThat(report.path("books_agree").asBoolean()).as(report.toString()).isTrue();
    assertThat(exit).isZero();
    assertThat(report.path("wins").asInt()).isPositive();
    assertThat(report.path("simulators").path("deribit").path("fills").asInt()).isPositive();
    assertThat(report.path("rejected_signatures").asInt()).isZero();
  }

  @Test
  void killedSocketsNeitherLoseNorDoubleAHedge() throws IOException {
    Path config = demo("v3", "\n    drop_sockets_every_ms: 5000");

    int exit = arb("--config", config, "--for", "18s");

    JsonNode report = report();
    assertThat(out.toString()).contains("killing all sockets", "exchange DOWN");
    assertThat(report.path("books_agree").asBoolean()).as(report.toString()).isTrue();
    assertThat(exit).isZero();
    assertThat(report.path("wins").asInt()).isPositive();
    assertThat(report.path("trades_failed").asInt()).isZero();
    assertThat(report.path("open_intents").asInt()).isZero();
  }

  @Test
  void aWrongConfigurationStartsNothing() throws IOException {
    Path config = Files.writeString(folder.resolve("bad.yaml"), "arbitrage:\n  hedgin: {}\n");

    assertThat(arb("--config", config)).isEqualTo(2);
    assertThat(err.toString()).contains("bad.yaml:2:3", "hedgin", "hedging");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aVenueWithoutASimulatorIsRefused() throws IOException {
    String text = Files.readString(DEMO).replace("exchange: \"derive\"", "exchange: \"paper\"");
    Path config = Files.writeString(folder.resolve("paper.yaml"), text);

    assertThat(arb("--config", config, "--for", "1s")).isEqualTo(2);
    assertThat(err.toString()).contains("paper.yaml", "a simulation hedges on derive");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThat(arb("--config", folder.resolve("none.yaml"))).isEqualTo(2);
    assertThat(err.toString()).contains("none.yaml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"60", "0s", "-1s", "1d", "s", "1.5h"})
  void anOddDurationIsRefused(String duration) {
    assertThat(arb("--config", DEMO, "--for", duration)).isEqualTo(2);
    assertThat(err.toString()).contains(duration);
  }
}
