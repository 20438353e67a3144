package io.arb.cli.greeks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StructureCommandTest {
  @Test
  void printsAnIronCondor() {
    Outcome outcome =
        structure("iron-condor", "--strikes=2600,2800,3200,3400", "--prices=80,130,140,90");

    assertThat(outcome.lines())
        .containsSequence(
            "structure     iron-condor",
            "expiry        2026-12-22T08:00:00Z",
            "spot                                        3000  USD",
            "forward                                  3000.00  USD",
            "forward from  spot",
            "legs          put/put/call/call",
            "quantities                          1, -1, -1, 1  coins",
            "strikes                   2600, 2800, 3200, 3400  USD",
            "vols          65.0000, 65.0000, 65.0000, 65.0000  %",
            "prices        80.0000, 130.000, 140.000, 90.0000  USD",
            "cost                                    -100.000  USD",
            "max gain                                 100.000  USD",
            "max loss                                 100.000  USD",
            "break evens                     2700.00, 3300.00  USD");
    assertThat(outcome.code()).isZero();
  }

  /** Checked by hand: payoff less cost at every corner. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vertical --type=call   | 3000,3200      | 200,120    | 80   | 120       | 80        |"
            + " 3080",
        "vertical --type=put    | 3000,2800      | 190,110    | 80   | 120       | 80        |"
            + " 2920",
        "straddle               | 3000           | 200,210    | 410  | unlimited | 410      "
            + " | 2590,3410",
        "strangle               | 2800,3200      | 130,140    | 270  | unlimited | 270      "
            + " | 2530,3470",
        "butterfly --type=call  | 2800,3000,3200 | 300,200,140 | 40  | 160       | 40       "
            + " | 2840,3160",
        "ratio --type=call      | 3000,3200      | 220,140    | -60  | 260       | unlimited"
            + " | 3460",
        "ratio --type=put --ratio=1.5 | 3000,2800 | 200,100   | 50   | 150       | 1250     "
            + " | 2500,2950",
        "collar                 | 2800,3200      | 130,140    | 2990 | 210       | 190       |"
            + " 2990",
        "covered-call           | 3200           | 140        | 2860 | 340       | 2860      |"
            + " 2860",
        "covered-call --entry=2500 | 3200        | 140        | 2360 | 840       | 2360      |"
            + " 2360",
        "vertical --type=call --quantity=-1 | 3000,3200 | 200,120 | -80 | 80     | 120       |"
            + " 3080",
      })
  void findsCostLimitsAndBreakEvens(
      String kind,
      String strikes,
      String prices,
      String cost,
      String gain,
      String loss,
      String breakEvens) {
    Outcome outcome = structure(kind, "--strikes=" + strikes, "--prices=" + prices, "--json");

    assertThat(outcome.out())
        .contains("\"cost\":" + cost + ",")
        .contains("\"max_gain\":" + quotedIfWord(gain) + ",")
        .contains("\"max_loss\":" + quotedIfWord(loss) + ",")
        .contains("\"break_evens\":[" + breakEvens + "],");
  }

  @Test
  void takesPricesInTheOrderOfItsLegs() {
    assertThat(structure("straddle", "--strikes=3000", "--prices=200,210").words())
        .contains("legs put/call", "prices 200.000, 210.000 USD");
  }

  @Test
  void addsUpTheGreeksOfItsOptions() {
    double put = delta(Outcome.of(option("put", 2800)));
    double call = delta(Outcome.of(option("call", 3200)));

    assertThat(delta(structure("strangle", "--strikes=2800,3200", "--json"))).isEqualTo(put + call);
    assertThat(delta(structure("collar", "--strikes=2800,3200", "--json")))
        .isEqualTo(1 + put - call);
  }

  @Test
  void pricesOptionsThatHaveNoPremium() {
    assertThat(structure("strangle", "--strikes=2800,3200").lines())
        .contains("prices        129.821, 143.749  USD");
  }

  @Test
  void sellsTheNearAndBuysTheFarOptionOfACalendar() {
    Outcome outcome =
        structure("calendar --type=call", "--strikes=3200", "--far-expiry=60d", "--prices=140,230");

    assertThat(outcome.lines())
        .contains(
            "far expiry    2027-01-21T08:00:00Z",
            "far forward            3000.00  USD",
            "legs          near call/far call",
            "quantities               -1, 1  coins",
            "cost                   90.0000  USD",
            "max loss               90.0000  USD");
  }

  @Test
  void growsTheForwardOfTheFarOptionWithTheRate() {
    Outcome grown =
        structure(
            "calendar --type=call", "--strikes=3200", "--far-expiry=60d", "--rate=10%", "--json");
    Outcome flat =
        structure("calendar --type=call", "--strikes=3200", "--far-expiry=60d", "--json");

    assertThat(delta(grown)).isGreaterThan(delta(flat));
  }

  /** The later put is worth its strike at every price that a double can be. */
  @Test
  void answersACalendarWithoutAnyBreakEvenInReach() {
    Outcome outcome =
        Outcome.of(
            "structure",
            "calendar",
            "--type=put",
            "--strikes=3400",
            "--vols=0,20",
            "--prices=1e-12,0",
            "--spot=2800",
            "--rate=3%",
            "--expiry=0d",
            "--far-expiry=36500d",
            "--now=2026-11-22");

    assertThat(outcome.lines())
        .contains(
            "max gain             3400.00  USD",
            "max loss        -1.00000e-12  USD",
            "break evens             none  USD");
    assertThat(outcome.code()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "condor | --strikes=1 | KIND: expected vertical or straddle or strangle or butterfly or"
            + " iron-condor or calendar or ratio or collar or covered-call, got 'condor'",
        "strangle | --strikes=3200,2800 | --strikes: expected 2 numbers, from 1e-15 to 1e15 (put"
            + " < call), got '3200,2800'",
        "straddle | --strikes=1,2 | --strikes: expected 1 number: from 1e-15 to 1e15 (of the put"
            + " and the call), got '1,2'",
        "straddle --ratio=2 | --strikes=1 | --ratio: expected nothing for this structure, got '2'",
        "vertical --type=put | --strikes=3000,3000 | --strikes: expected 2 numbers, from 1e-15"
            + " to 1e15 (bought, sold; not the same), got '3000,3000'",
        "straddle | --vols=0.5 | --strikes: expected 1 number: from 1e-15 to 1e15 (of the put"
            + " and the call), got nothing",
        "calendar --type=put --far-expiry=30d | --strikes=1 | --far-expiry: expected a time after"
            + " the expiry of the near option, got '30d'",
        "ratio --type=call --ratio=0 | --strikes=1,2 | --ratio: expected a number above 0, from"
            + " 1e-15 to 1e15, got '0'",
      })
  void namesTheOptionThatIsWrong(String kind, String argument, String complaint) {
    Outcome outcome = structure(kind, argument);

    assertThat(outcome.complaints()).containsExactly(complaint);
    assertThat(outcome.code()).isEqualTo(2);
  }

  private static Outcome structure(String kind, String... more) {
    List<String> market = List.of("--spot=3000", "--expiry=30d", "--now=2026-11-22", "--vol=65%");
    return Outcome.of(
        Stream.of(
                Stream.of("structure"),
                Stream.of(kind.split(" ")),
                market.stream(),
                Stream.of(more))
            .flatMap(words -> words)
            .toArray(String[]::new));
  }

  private static String[] option(String type, int strike) {
    return new String[] {
      "--type=" + type,
      "--strike=" + strike,
      "--forward=3000",
      "--expiry=30d",
      "--now=2026-11-22",
      "--vol=65%",
      "--json"
    };
  }

  private static double delta(Outcome outcome) {
    return Double.parseDouble(outcome.out().replaceFirst("(?s).*\"delta\":([^,]*),.*", "$1"));
  }

  private static String quotedIfWord(String value) {
    return value.matches("[a-z]+") ? '"' + value + '"' : value;
  }
}
