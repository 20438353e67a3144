package io.arb.cli.greeks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GreeksCommandTest {
  /** F = 100,000, K = 105,000, 30 days, 55%, no interest. */
  private static final List<String> EXAMPLE =
      List.of(
          "--type=call",
          "--forward=100000",
          "--strike=105000",
          "--expiry=30d",
          "--now=2026-11-22",
          "--vol=55%");

  @Test
  void printsTheWorkedExampleAsAnAlignedTable() {
    Outcome outcome = example();

    assertThat(outcome.out())
        .isEqualTo(
            """
            type          call
            strike            105000  USD
            expiry        2026-12-22T08:00:00Z
            days             30.0000  days
            rate                   0  %
            forward           100000  USD
            forward from  given
            quantity               1  coins
            greeks by     forward
            vol              55.0000  %
            price            4246.32  USD
            delta           0.408819  coins
            gamma         2.46370e-5  coins/USD
            vega             111.373  USD/point
            theta           -102.092  USD/day
            rho             -3.49012  USD/1%
            vanna         0.00274240  coins/point
            volga           0.181291  USD/point2
            """);
    assertThat(outcome.code()).isZero();
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void printsThePutOfTheWorkedExample() {
    assertThat(example("--type=put").words())
        .contains(
            "price 9246.32 USD",
            "delta -0.591181 coins",
            "gamma 2.46370e-5 coins/USD",
            "rho -7.59971 USD/1%");
  }

  @Test
  void printsAllGreeksOfTheWorkedExampleWithInterest() {
    assertThat(example("--rate=3%", "--all").words())
        .contains(
            "price 4235.86 USD",
            "charm -0.00247415 coins/day",
            "speed 1.13631e-10 coins/USD2",
            "zomma -4.06837e-7 coins/USD/point",
            "color 3.74954e-7 coins/USD/day",
            "veta -2.00828 USD/point/day",
            "ultima -0.0104830 USD/point3",
            "dual delta -0.348051 USD/USD",
            "dual gamma 2.22914e-5 1/USD");
  }

  @Test
  void printsCoinFiguresOfTheWorkedExample() {
    assertThat(example("--inverse").words())
        .contains(
            "price coins 0.0424632 coins",
            "net delta 0.366355 coins",
            "coins per usd 3.66355e-6 coins/USD",
            "convexity 1.73099e-10 coins/USD2",
            "vega in coins 0.00111373 coins/point",
            "theta in coins -0.00102092 coins/day");
  }

  @Test
  void tellsWhichForwardItMadeOfASpot() {
    Outcome outcome =
        Outcome.of(
            "--spot=3000",
            "--rate=5%",
            "--carry=0.02",
            "--type=put",
            "--strike=3200",
            "--expiry=2026-12-25",
            "--now=2026-11-22",
            "--vol=0.65");

    assertThat(outcome.words())
        .contains(
            "expiry 2026-12-25T08:00:00Z",
            "days 33.0000 days",
            "spot 3000 USD",
            "rate 5.00000 %",
            "carry 2.00000 %",
            "forward 3008.15 USD",
            "forward from spot");
  }

  /** S = 100,000 with r = 3%: delta is w N(d1), rho w K T D N(d2) / 100. */
  @Test
  void takesGreeksByTheSpotIfThereIsOne() {
    List<String> bySpot = example("--forward=", "--spot=100000", "--rate=3%").words();

    assertThat(bySpot)
        .contains(
            "greeks by spot", "price 4337.29 USD", "delta 0.414904 coins", "rho 30.5368 USD/1%");
  }

  @Test
  void takesGreeksOfAnInverseOptionByTheForward() {
    List<String> words = example("--forward=", "--spot=100000", "--inverse").words();

    assertThat(words).contains("greeks by forward", "rho -3.49012 USD/1%");
  }

  @Test
  void saysWhereGammaHasNoValue() {
    assertThat(example("--expiry=0d", "--strike=100000").words())
        .contains(
            "note forward equals strike at expiry: gamma has no value, delta is half its jump",
            "delta 0.500000 coins");
  }

  @Test
  void solvesTheVolatilityOfAPrice() {
    Outcome outcome = example("--vol=", "--price=4246.31833556");

    assertThat(outcome.words())
        .contains("vol 55.0000 %", "status solved")
        .contains("delta 0.408819 coins");
  }

  @Test
  void takesAPriceInCoinsForAnInverseOption() {
    Outcome outcome = example("--vol=", "--price=0.0424631833556", "--inverse");

    assertThat(outcome.words()).contains("vol 55.0000 %");
  }

  @Test
  void makesUpNoFiguresForAPriceWithoutVolatility() {
    Outcome outcome = example("--type=put", "--vol=", "--price=4000");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.words())
        .endsWith(
            "status below-intrinsic",
            "explanation no volatility gives it: undiscounted it is 1000.00 USD under what"
                + " exercising is worth");
  }

  @Test
  void multipliesByTheQuantity() {
    assertThat(example("--quantity=-2").words())
        .contains("price -8492.64 USD", "delta -0.817637 coins");
  }

  @Test
  void keepsEveryDigitInJson() {
    assertThat(example("--json").out())
        .startsWith("{\"type\":\"call\",\"strike\":105000,\"expiry\":\"2026-12-22T08:00:00Z\"")
        .contains("\"vol\":0.55,\"status\":null,")
        .containsPattern("\"price\":4246\\.31833\\d{6,}")
        .endsWith("}\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--type=cal         | --type: expected call or put, got 'cal'",
        "--strike=0         | --strike: expected a number above 0, from 1e-15 to 1e15, got '0'",
        "--vol=55           | --vol: expected a volatility such as 0.65 or 65%, from 0 to 20 (which"
            + " is 2000%), got '55'",
        "--rate=5           | --rate: expected a rate such as 0.03 or 3%, from -2 to 2, got '5'",
        "--quantity=0       | --quantity: expected a number from 1e-15 to 1e15, or that below 0,"
            + " got '0'",
        "--spot=1           | --spot: expected nothing beside the forward, got '1'",
        "--carry=0.01       | --carry: expected nothing beside the forward, got '0.01'",
        "--price=1          | --vol: expected nothing beside a price, got '55%'",
        "--now=yesterday    | --now: expected an instant such as 2026-11-22T10:00:00Z or a date,"
            + " from 1970 to 2199, got 'yesterday'",
      })
  void namesTheOptionThatIsWrong(String argument, String complaint) {
    Outcome outcome = example(argument);

    assertThat(outcome.complaints()).containsExactly(complaint);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.code()).isEqualTo(2);
  }

  @Test
  void explainsItselfWhenNothingIsAsked() {
    Outcome outcome = Outcome.of();

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("Missing options", "Usage: arb greeks", "Exit codes:");
  }

  /** The example; an argument that comes again replaces the first. */
  private static Outcome example(String... more) {
    List<String> names = Stream.of(more).map(GreeksCommandTest::name).toList();
    Stream<String> kept = EXAMPLE.stream().filter(each -> !names.contains(name(each)));
    return Outcome.of(Stream.concat(kept, Stream.of(more)).toArray(String[]::new));
  }

  private static String name(String argument) {
    return argument.split("=", 2)[0];
  }
}
