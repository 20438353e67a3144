package io.arb.cli.greeks.hedging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HedgeSimCommandTest {
  private static final String BOOK =
      "--leg -1,C,100,365d,25% --spot 100 --rate 5% --cost 1% --now 2026-11-22T08:00:00Z"
          + " --steps 40 --paths 64 ";

  private final Path folder;

  HedgeSimCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fixed-time --every 5",
        "band --band 0.1",
        "asymmetric --may-be-short 0.05 --may-be-long 0.1",
        "whalley-wilmott --risk-aversion 1",
        "zakamouline --risk-aversion 1 --cap-hours 24",
        "leland --every 5",
        "stop-loss",
        "ladder --band 0.1 --rungs 3 --hard-limit 0.5"
      })
  void simulatesEveryPolicy(String policy) {
    CommandRun run = simulate(BOOK + "--json --policy " + policy);

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("{\"policy\":\"" + policy.split(" ", -1)[0] + "\",\"paths\":64,\"mean_pnl\":-");
  }

  @Test
  void comparesPoliciesOnTheSamePaths() {
    CommandRun run =
        simulate(BOOK + "--csv --parts --policy fixed-time,whalley-wilmott --risk-aversion 1");

    assertThat(run.lines()).hasSize(3);
    int gamma = Arrays.asList(run.lines().getFirst().split(",", -1)).indexOf("gamma");
    assertThat(run.lines().get(1).split(",", -1)[gamma])
        .isEqualTo(run.lines().get(2).split(",", -1)[gamma]);
  }

  @Test
  void givesTheSameDigitsWhateverTheThreadsAndOthersFromAnotherSeed() {
    String args = BOOK.replace("--paths 64", "--paths 600") + "--json --policy band --band 0.1 ";
    String once = simulate(args + "--threads 1").out();

    assertThat(simulate(args + "--threads 4").out()).isEqualTo(once);
    assertThat(simulate(args + "--threads 4 --seed 2").out()).isNotEqualTo(once);
  }

  @Test
  void partsAddUpToTheMeanProfit() {
    CommandRun run =
        simulate(BOOK + "--csv --parts --funding 10% --policy ladder --band 0.1 --antithetic");

    String[] values = run.lines().get(1).split(",", -1);
    double sum = Arrays.stream(values).skip(13).mapToDouble(Double::parseDouble).sum();
    assertThat(run.lines().getFirst())
        .endsWith("delta,gamma,theta,vega,higher_order,fills," + "interest,funding,costs");
    assertThat(sum).isCloseTo(Double.parseDouble(values[2]), within(1e-9));
  }

  @Test
  void hedgesAlongAPriceFile() throws IOException {
    Path file =
        file(
            "time,price,vol",
            "2026-11-22T08:00:00Z,100,0.25",
            "2026-11-23,101.5,0.26",
            "",
            "1795478400000,99,0.3");

    CommandRun run =
        simulate(
            "--leg -1,C,100,30d,25% --cost 0.1% --policy fixed-time --parts --json"
                + " --now 2026-11-22T08:00:00Z --prices "
                + file);

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("\"paths\":1,", "\"trades\":2,", "\"vega\":-");
  }

  @Test
  void cutsAPriceFileIntoWindows() throws IOException {
    Path file = file("0,100", "60000,101", "120000,102", "180000,103", "240000,104");

    CommandRun run =
        simulate(
            "--leg -1,C,100,30d,25% --policy fixed-time --json --steps 2 --stride 1"
                + " --now 2026-11-22T08:00:00Z --prices "
                + file);

    assertThat(run.out()).contains("\"paths\":3,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0,100 | at least 2 lines of time,price",
        "0,100;60000 | --prices, line 2: expected time,price",
        "0,100;60000,-1 | --prices, line 2: expected a price above 0, got '-1'",
        "0,100;0,101 | --prices, line 2: expected an instant, a date or milliseconds, later",
        "0,100;today,101 | --prices, line 2: expected an instant, a date or milliseconds",
        "0,100,0.2;60000,101,x | --prices, line 2: expected a volatility above 0, got 'x'",
        "0,100,0.2;60000,101 | --prices, line 2: expected time,price",
        "0,100;99999999999,101 | --prices: expected paths no longer than"
      })
  void namesTheLineOfAPriceFileThatIsWrong(String lines, String message) throws IOException {
    CommandRun run =
        simulate(
            "--leg -1,C,100,30d,25% --policy fixed-time --now 2026-11-22T08:00:00Z --prices "
                + file(lines.split(";", -1)));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "hull, 13, std / price",
    "derman-kamal, 5, skewness",
    "bands, 57, 'Zakamouline, risk aversion 0.03'"
  })
  void printsPublishedTablesBesideTheirOriginal(String table, int lines, String shown) {
    CommandRun run = simulate("--paths 2 --csv --table " + table);

    assertThat(run.exitCode()).isZero();
    assertThat(run.lines()).hasSize(lines);
    assertThat(run.lines().getFirst())
        .isEqualTo("rule,measure,published,measured,standard_error,difference,paths");
    assertThat(run.out()).contains(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--policy band | --leg: expected QUANTITY",
        "--leg 1,C,1,7d,55% --spot 1 | --policy: expected fixed-time or band or",
        "--leg 1,C,1,7d,55% --spot 1 --policy x | --policy: expected fixed-time or band or",
        "--leg 1,C,1,7d,55% --policy fixed-time | --spot: expected a number above 0",
        "--leg 1,C,1,7d,55% --spot 1 --policy band | --band: expected a number from 0",
        "--leg 1,C,1,7d,55% --spot 1 --policy zakamouline | --risk-aversion: expected a number",
        "--leg 1,C,1,7d,55% --spot 1 --policy fixed-time --steps 0.5 | --steps: expected a whole",
        "--leg 1,C,1,7d,55% --spot 1 --policy fixed-time --paths 0 | --paths: expected a whole",
        "--leg 1,C,1,7d,55% --spot 1 --policy fixed-time --threads 0 | --threads: expected a whole",
        "--leg 1,C,1,7d,55% --spot 1 --policy fixed-time --years 1 | --years: expected up to the",
        "--leg 1,C,1,7d,55% --spot 1 --policy fixed-time --cost 2 | --cost: expected a number from",
        "--leg 1,C,1,7d,55% --spot 1 --policy fixed-time --prices gone.csv | --prices: expected a",
        "--table hul | --table: expected hull or derman-kamal or bands, got 'hul'",
        "--table hull --spot 1 | --table: expected no options beside"
      })
  void namesOptionExpectationAndValueOfWhatIsWrong(String args, String message) {
    CommandRun run = simulate(args);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
  }

  private Path file(String... lines) throws IOException {
    return Files.writeString(folder.resolve("prices.csv"), String.join("\n", lines) + "\n", UTF_8);
  }

  private static CommandRun simulate(String args) {
    return CommandRun.of(new HedgeSimCommand(), args);
  }
}
