package io.arb.greeks.ddh;

import static io.arb.greeks.OptionType.CALL;
import static io.arb.greeks.OptionType.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prices at which delta reaches a limit, against ladders computed with 50 digits. */
class GammaLadderTest {
  private static final double DAY = 86_400;

  private static final PortfolioProfile STRADDLE =
      new PortfolioProfile(
          List.of(
              new OptionLeg(10, CALL, 100_000, 7 * DAY, 0.55, 1),
              new OptionLeg(10, PUT, 100_000, 7 * DAY, 0.55, 1)),
          -0.30378783160075096);

  private static final PortfolioProfile STRANGLE =
      new PortfolioProfile(
          List.of(
              new OptionLeg(20, CALL, 103_000, DAY, 0.60, 1),
              new OptionLeg(20, PUT, 97_000, DAY, 0.62, 1)),
          -0.1503368519377646);

  private static final PortfolioProfile SATURATING =
      new PortfolioProfile(
          List.of(new OptionLeg(1, CALL, 100_000, DAY, 0.5, 1)), -0.505220249352226);

  @ParameterizedTest
  @CsvSource({
    "0.5, 99523.74456537682, 100479.68333517417",
    "1.0, 99049.02657700774, 100964.75340297761",
    "1.5, 98573.97115405576, 101457.29447437359",
    "2.0, 98096.66656947424, 101959.58199474348",
    "2.5, 97615.10833982851, 102474.16262546189"
  })
  void findsTheRungsOfAWeekOldStraddle(double band, double buy, double sell) {
    assertRungs(STRADDLE, band, buy, sell);
  }

  @ParameterizedTest
  @CsvSource({
    "0.25, 99922.21993069924, 100077.78541116924",
    "0.50, 99844.43979196067, 100155.58172553651",
    "0.75, 99766.65427783414, 100233.39469850974",
    "1.00, 99688.85814248634, 100311.23032298998"
  })
  void findsTheRungsOfAStrangleADayBeforeExpiry(double band, double buy, double sell) {
    assertRungs(STRANGLE, band, buy, sell);
  }

  @ParameterizedTest
  @CsvSource({
    "0.2, 98641.78365061387, 101387.1556139548",
    "0.4, 96742.430317075, 103457.53889317076"
  })
  void findsTheRungsOfASaturatingBook(double band, double buy, double sell) {
    assertRungs(SATURATING, band, buy, sell);
  }

  @Test
  void quotesTheEndOfTheRangeWhenDeltaSaturatesBeforeTheLimit() {
    DdhRound round = decide(SATURATING, 0.6);

    assertThat(round.buy().moveUsd()).isEqualTo(-10_000);
    assertThat(round.buy().amount()).isCloseTo(0.505, within(1e-3));
    assertThat(round.sell().moveUsd()).isEqualTo(10_000);
    assertThat(round.sell().amount()).isCloseTo(0.495, within(1e-3));
  }

  @Test
  void fillsOneAfterTheOtherClimbTheLadder() {
    var afterOneSell = new PortfolioProfile(STRADDLE.legs(), STRADDLE.perpQuantity() - 0.5);
    var market = market(100_479.68);

    DdhRound round = decision(0.5).decide(afterOneSell, market, OwnOrders.NONE, 0);

    assertThat(round.sell().priceUsd()).isCloseTo(100_964.7534, within(1e-3));
    assertThat(round.buy().priceUsd()).isCloseTo(100_000, within(1e-3));
  }

  private static void assertRungs(DeltaProfile profile, double band, double buy, double sell) {
    DdhRound round = decide(profile, band);

    assertThat(round.buy().priceUsd()).isCloseTo(buy, within(1e-3));
    assertThat(round.sell().priceUsd()).isCloseTo(sell, within(1e-3));
    assertThat(round.buy().amount()).isEqualTo(band);
    assertThat(round.sell().amount()).isEqualTo(band);
  }

  private static DdhRound decide(DeltaProfile profile, double band) {
    return decision(band).decide(profile, market(100_000), OwnOrders.NONE, 0);
  }

  private static GammaDdhDecision decision(double band) {
    return new GammaDdhDecision(new DdhParameters(band, 10_000, 5, 0.01, 50), HardLimit.NEVER);
  }

  private static DdhMarket market(double mark) {
    var rules = new PerpRules(0.01, 0.01, 0.01, 1000);
    return new DdhMarket(mark, Touch.of(mark - 1, mark + 1), rules);
  }
}
