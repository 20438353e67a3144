package io.arb.greeks;

import static io.arb.greeks.OptionType.CALL;
import static io.arb.greeks.OptionType.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class Black76Test {
  private static final double MONTH = 30.0 / 365;

  @Test
  void pricesTheWorkedExampleForTheCall() {
    OptionPrice call = Black76.price(CALL, 100_000, 105_000, MONTH, 0.55);

    assertThat(call.priceUsd()).isCloseTo(4246.31833556, within(1e-8));
    assertThat(call.volFraction()).isEqualTo(0.55);
    assertThat(call.greeks().delta()).isCloseTo(0.408818631547, within(1e-12));
    assertThat(call.greeks().gamma()).isCloseTo(2.46369866866e-5, within(1e-16));
    assertThat(call.greeks().vega()).isCloseTo(11137.2679542, within(1e-7));
    assertThat(call.greeks().vegaPerPoint()).isCloseTo(111.37268, within(1e-5));
    assertThat(call.greeks().theta()).isCloseTo(-37263.4423635, within(1e-7));
    assertThat(call.greeks().thetaPerDay()).isCloseTo(-102.09162, within(1e-5));
    assertThat(call.greeks().rho()).isCloseTo(-349.012465937, within(1e-9));
    assertThat(call.atKink()).isFalse();
  }

  @Test
  void pricesTheWorkedExampleForThePut() {
    OptionPrice put = Black76.price(PUT, 100_000, 105_000, MONTH, 0.55);

    assertThat(put.priceUsd()).isCloseTo(9246.31833556, within(1e-8));
    assertThat(put.greeks().delta()).isCloseTo(-0.591181368453, within(1e-12));
    assertThat(put.greeks().rho()).isCloseTo(-759.971370046, within(1e-9));
  }

  @Test
  void secondOrderGreeksOfTheWorkedExampleAreThoseOfBothTypes() {
    HigherGreeks call = Black76.higher(CALL, 100_000, 105_000, MONTH, 0.55, 0);
    HigherGreeks put = Black76.higher(PUT, 100_000, 105_000, MONTH, 0.55, 0);

    assertThat(call.vanna()).isCloseTo(0.274239544331, within(1e-12)).isEqualTo(put.vanna());
    assertThat(call.volga()).isCloseTo(1812.90574836, within(1e-8)).isEqualTo(put.volga());
  }

  @Test
  void discountsWithTheRate() {
    OptionPrice price = Black76.price(CALL, 100_000, 105_000, MONTH, 0.55, 0.03);
    HigherGreeks call = Black76.higher(CALL, 100_000, 105_000, MONTH, 0.55, 0.03);

    assertThat(price.priceUsd()).isCloseTo(4235.86085966, within(1e-8));
    assertThat(call.charm()).isCloseTo(-0.903065764743, within(1e-12));
    assertThat(call.speed()).isCloseTo(1.13630848114e-10, within(1e-21));
    assertThat(call.zomma()).isCloseTo(-4.06837142003e-5, within(1e-16));
    assertThat(call.color()).isCloseTo(1.36858216479e-4, within(1e-15));
    assertThat(call.veta()).isCloseTo(-73302.3073971, within(1e-7));
    assertThat(call.ultima()).isCloseTo(-10482.9865926, within(1e-7));
    assertThat(call.dualDelta()).isCloseTo(-0.348050684557, within(1e-12));
    assertThat(call.dualGamma()).isCloseTo(2.22914401692e-5, within(1e-16));
  }

  @ParameterizedTest
  @EnumSource
  void thePriceAloneIsTheSame(OptionType type) {
    assertThat(Black76.priceUsd(type, 100_000, 105_000, MONTH, 0.55, 0.03))
        .isCloseTo(
            Black76.price(type, 100_000, 105_000, MONTH, 0.55, 0.03).priceUsd(), within(1e-11));
  }

  /** Two public tickers of a venue whose volatility is rounded to a hundredth of a percent. */
  @ParameterizedTest
  @CsvSource({
    "CALL, 29153.69, 28000, 0.04163080771181984, 0.872, 0.62396, 22.57564, -64.77785",
    "PUT, 9936.78, 11000, 0.0008714472349073486, 1.7923, -0.97095, 0.19434, -54.765"
  })
  void agreesWithVenueTickers(
      OptionType type,
      double forward,
      double strike,
      double years,
      double vol,
      double delta,
      double vegaPerPoint,
      double thetaPerDay) {
    Greeks greeks = Black76.price(type, forward, strike, years, vol).greeks();

    assertThat(greeks.delta()).isCloseTo(delta, within(2e-5));
    assertThat(greeks.vegaPerPoint()).isCloseTo(vegaPerPoint, withinPercentage(0.1));
    assertThat(greeks.thetaPerDay()).isCloseTo(thetaPerDay, withinPercentage(0.1));
  }

  @ParameterizedTest
  @CsvSource({
    "CALL, 110, 0, 0.5, 10, 1",
    "CALL, 90, 0, 0.5, 0, 0",
    "PUT, 90, 0.5, 0, 10, -1",
    "PUT, 110, 0.5, 0, 0, 0"
  })
  void isWorthExercisingWithoutTimeOrVolatility(
      OptionType type, double forward, double years, double vol, double price, double delta) {
    OptionPrice limit = Black76.price(type, forward, 100, years, vol);

    assertThat(limit)
        .isEqualTo(OptionPrice.of(price, vol, new Greeks(delta, 0, 0, 0, -years * price)));
  }

  @ParameterizedTest
  @CsvSource({"CALL, 0.5", "PUT, -0.5"})
  void flagsTheKinkInsteadOfAnInfiniteGamma(OptionType type, double delta) {
    OptionPrice kink = Black76.price(type, 100, 100, 0, 0.6);

    assertThat(kink).isEqualTo(new OptionPrice(0, 0.6, new Greeks(delta, 0, 0, 0, 0), true));
  }

  @Test
  void discountsTheLimitsToo() {
    OptionPrice limit = Black76.price(CALL, 120, 100, 2, 0, 0.05);

    assertThat(limit.priceUsd()).isCloseTo(20 * Math.exp(-0.1), within(1e-14));
    assertThat(limit.greeks().delta()).isCloseTo(Math.exp(-0.1), within(1e-15));
    assertThat(limit.greeks().theta()).isCloseTo(0.05 * limit.priceUsd(), within(1e-15));
  }

  @Test
  void callStruckAtZeroIsTheForward() {
    assertThat(Black76.price(CALL, 100, 0, 1, 0.5).priceUsd()).isEqualTo(100);
    assertThat(Black76.price(CALL, 100, 0, 1, 0.5).greeks().delta()).isEqualTo(1);
    assertThat(Black76.price(PUT, 100, 0, 1, 0.5).priceUsd()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void staysFiniteAtTheEndsOfTheNumberLine(OptionType type) {
    double[] extremes = {1e-12, 1e-3, 1, 1e5, 1e12};
    double[] deviations = {1e-300, 1e-12, 1, 1e6, 1e150};
    for (double forward : extremes) {
      for (double strike : extremes) {
        for (double vol : deviations) {
          OptionPrice price = Black76.price(type, forward, strike, 2, vol);
          assertThat(price.priceUsd()).isBetween(0.0, Math.max(forward, strike));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NaN | 1 | 1 | 1 | 0 | forwardUsd must be a finite number above 0, got NaN",
        "0 | 1 | 1 | 1 | 0 | forwardUsd must be a finite number above 0, got 0.0",
        "1 | -2 | 1 | 1 | 0 | strikeUsd must be a finite number of at least 0, got -2.0",
        "1 | 1 | -1 | 1 | 0 | years must be a finite number of at least 0, got -1.0",
        "1 | 1 | 1 | Infinity | 0 | volFraction must be a finite number of at least 0, got"
            + " Infinity",
        "1 | 1 | 1 | NaN | 0 | volFraction must be a finite number of at least 0, got NaN",
        "1 | 1 | 1 | 1 | NaN | rate must be a finite number, got NaN",
        "1e-51 | 1 | 1 | 1 | 0 | forwardUsd must be from 1.0E-50 to 1.0E50, got 1.0E-51",
        "1 | 1e200 | 1 | 1 | 0 | strikeUsd must be from 1.0E-50 to 1.0E50, got 1.0E200",
        "1 | 1 | 1e7 | 1 | 0 | years must be from 0.0 to 1000000.0, got 1.0E7",
        "1 | 1 | 1e4 | 1 | -1 | rate * years must be from -200.0 to 200.0, got -10000.0"
      })
  void refusesBadInputByName(
      double forward, double strike, double years, double vol, double rate, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Black76.price(CALL, forward, strike, years, vol, rate))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Black76.priceUsd(CALL, forward, strike, years, vol, rate))
        .withMessage(message);
  }
}
