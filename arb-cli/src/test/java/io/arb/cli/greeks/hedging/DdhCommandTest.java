package io.arb.cli.greeks.hedging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DdhCommandTest {
  /** The straddles of the reference ladder. */
  private static final String BOOK =
      "--leg 10,C,100000,7d,55% --leg 10,P,100000,7d,55% --perp -0.30378783160075096"
          + " --index 100000 --bid 99999.5 --ask 100000.5 --tick 0.5 --step 0.01"
          + " --now 2026-11-22T08:00:00Z ";

  private static final String SHORT_BOOK =
      "--leg -10,C,100000,7d,55% --index 100000 --bid 99999.5 --ask 100000.5 --tick 0.5"
          + " --step 0.01 --now 2026-11-22T08:00:00Z ";

  @Test
  void printsTheLadderOfTheReference() {
    CommandRun run = ddh(BOOK + "--band 0.5 --rungs 3 --csv");

    assertThat(run.exitCode()).isZero();
    assertThat(run.lines())
        .extracting(line -> line.split(",", -1)[0] + " " + line.split(",", -1)[3])
        .containsExactly(
            "side price",
            "buy 99523.5",
            "buy 99049",
            "buy 98573.5",
            "sell 100480",
            "sell 100965",
            "sell 101457.5");
  }

  @Test
  void printsFirstOrderRungsIfAsked() {
    CommandRun run = ddh(BOOK + "--band 0.5 --first-order --json");

    assertThat(run.lines()).hasSize(2);
    assertThat(run.lines().getLast()).contains("\"side\":\"sell\"", "\"price\":100478");
  }

  @Test
  void tellsPeopleDeltaGammaBandAndWhenToSolveAgain() {
    CommandRun run = ddh(BOOK + "--band 0.5");

    assertThat(run.out())
        .contains("delta                         0 units")
        .contains("gamma                0.00104679 units per USD")
        .contains("band                   0.500000 units")
        .contains("solve again after");
  }

  @Test
  void drawsTheBandFromCostAndRiskAversion() {
    String option = "--leg 1,C,100000,30d,55% --index 100000 --now 2026-11-22T08:00:00Z";

    CommandRun run = ddh(option + " --risk-aversion 2e-5 --cost 5e-4");

    assertThat(run.out()).contains("band                   0.133618 units");
  }

  @Test
  void restsNothingInsideTheBandOfAShortGammaBook() {
    CommandRun run = ddh(SHORT_BOOK + "--perp 5.2 --band 0.5 --json");

    assertThat(run.lines())
        .containsExactly(
            "{\"side\":\"buy\",\"number\":0,\"kind\":\"nothing\",\"price\":null,\"amount\":null,"
                + "\"move\":null,\"delta_there\":null}",
            "{\"side\":\"sell\",\"number\":0,\"kind\":\"nothing\",\"price\":null,\"amount\":null,"
                + "\"move\":null,\"delta_there\":null}");
  }

  @ParameterizedTest
  @CsvSource({
    "--mode passive --breached 60, rest, 100000",
    "--mode escalate --hard-limit 1 --breached 9, rest, 100000",
    "--mode escalate --hard-limit 1 --breached 10, take, 100500",
    "--mode aggressive --breached 0, rest, 99999.5",
    "--mode aggressive --breached 6, rest, 100000",
    "--mode aggressive --breached 15, take, 100250.5",
    "--mode aggressive --breached 60, take, 100500",
    "--mode aggressive --breached 60 --cross 20, take, 100020"
  })
  void pressesAsHardAsTheModeAllows(String mode, String kind, String price) {
    CommandRun run = ddh(SHORT_BOOK + "--perp 3 --band 0.5 --csv " + mode);

    assertThat(run.exitCode()).isZero();
    assertThat(run.lines().get(1)).startsWith("buy,1," + kind + "," + price + ",2.15,");
    assertThat(run.lines().get(2)).startsWith("sell,0,nothing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--leg 10,C,100000,7d --index 1 --band 1 | --leg: expected QUANTITY,C or P,STRIKE,EXPIRY",
        "--leg 10,X,100000,7d,55% --index 1 --band 1 | type: expected C or P, got 'X'",
        "--leg 0,C,100000,7d,55% --index 1 --band 1 | quantity: expected a number other than 0",
        "--leg 1,C,1,0d,55% --index 1 --band 1 | expiry: expected a moment after now",
        "--leg 1,C,1,7d,0 --index 1 --band 1 | vol: expected a volatility above 0",
        "--index 1 --band 1 | --leg: expected QUANTITY,C or P,STRIKE",
        "--leg 1,C,1,7d,55% --band 1 | --index: expected a number above 0",
        "--leg 1,C,1,7d,55% --index 1 | --band: expected either a band or --risk-aversion",
        "--leg 1,C,1,7d,55% --index 1 --band x | --band: expected a number above 0",
        "--leg 1,C,1,7d,55% --index 1 --band 1 --rungs 51 | --rungs: expected a whole number from",
        "--leg 1,C,1,7d,55% --index 1 --band 1 --mode hard | --mode: expected passive or escalate",
        "--leg 1,C,1,7d,55% --index 9 --band 1 --bid 8 --ask 8 | --ask: expected a price above the",
        "--leg 1,C,1,7d,55% --index 1 --band 1 --mode escalate --hard-limit 1 | --hard-limit: exp",
        "--leg 1,C,1,7d,55% --index 1 --band 1 --max-amount 1e-4 | --max-amount: expected at least"
      })
  void namesOptionExpectationAndValueOfWhatIsWrong(String args, String message) {
    CommandRun run = ddh(args);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
  }

  private static CommandRun ddh(String args) {
    return CommandRun.of(new DdhCommand(), args);
  }
}
