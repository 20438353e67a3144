package io.arb.greeks.ddh;

import static io.arb.greeks.OptionType.CALL;
import static io.arb.greeks.OptionType.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.arb.greeks.Black76;
import io.arb.greeks.Greeks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortfolioProfileTest {
  private static final double DAY = 86_400;

  @Test
  void addsTheOptionsAtTheirForwardsToThePerpetual() {
    var profile =
        new PortfolioProfile(
            List.of(
                new OptionLeg(10, CALL, 105_000, 30 * DAY, 0.55, 1),
                new OptionLeg(-4, PUT, 90_000, 90 * DAY, 0.60, 1.02)),
            -3.5);
    double call = Black76.price(CALL, 100_000, 105_000, 30 / 365.0, 0.55).greeks().delta();
    double put = Black76.price(PUT, 102_000, 90_000, 90 / 365.0, 0.60).greeks().delta();

    assertThat(profile.deltaAt(100_000)).isCloseTo(10 * call - 4 * put * 1.02 - 3.5, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {70_000, 95_000, 100_000, 104_000, 140_000})
  void gammaIsTheSlopeOfDelta(double price) {
    var profile =
        new PortfolioProfile(
            List.of(
                new OptionLeg(10, CALL, 105_000, 7 * DAY, 0.55, 1.01),
                new OptionLeg(-6, PUT, 98_000, 900, 2.5, 1),
                new OptionLeg(3, PUT, 90_000, 90 * DAY, 0.60, 1.03)),
            1);
    double bump = 1;

    double slope = (profile.deltaAt(price + bump) - profile.deltaAt(price - bump)) / (2 * bump);

    assertThat(profile.gammaAt(price)).isCloseTo(slope, withinPercentage(0.1));
  }

  /** The published example: two thirds of the average have been fixed ten minutes before expiry. */
  @ParameterizedTest
  @CsvSource({"86400, 1", "1800, 1", "1799, 0.99944", "600, 0.33333", "0, 0", "-5, 0"})
  void onlyTheOpenShareOfTheAverageIsExposed(double seconds, double weight) {
    var leg = new OptionLeg(1, CALL, 2500, seconds, 0.7, 1);

    assertThat(leg.expiryWeight()).isCloseTo(weight, within(1e-5));
    assertThat(leg.deltaAt(1e9)).isCloseTo(weight, within(1e-5));
  }

  @Test
  void basisActsOnTheForwardAndOnHowFarItMoves() {
    var leg = new OptionLeg(2, CALL, 3000, 30 * DAY, 0.7, 1.05);
    Greeks greeks = Black76.price(CALL, 3150, 3000, 30 / 365.0, 0.7).greeks();

    assertThat(leg.deltaAt(3000)).isCloseTo(2 * 1.05 * greeks.delta(), within(1e-12));
    assertThat(leg.gammaAt(3000)).isCloseTo(2 * 1.05 * 1.05 * greeks.gamma(), within(1e-12));
  }

  @Test
  void withoutOptionsDeltaIsThePerpetual() {
    var profile = new PortfolioProfile(List.of(), -2);

    assertThat(profile.deltaAt(1)).isEqualTo(-2);
    assertThat(profile.gammaAt(1)).isZero();
  }

  @Test
  void refusesALegWithoutAVolatility() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OptionLeg(1, CALL, 1, 1, Double.NaN, 1))
        .withMessageStartingWith("volFraction must be");
  }
}
