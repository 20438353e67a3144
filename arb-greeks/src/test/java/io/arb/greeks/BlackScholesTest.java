package io.arb.greeks;

import static io.arb.greeks.OptionType.CALL;
import static io.arb.greeks.OptionType.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlackScholesTest {
  /** J. Hull, "Options, Futures, and Other Derivatives", the example of the pricing formulas. */
  @Test
  void pricesTheTextbookExample() {
    assertThat(BlackScholes.priceUsd(CALL, 42, 40, 0.5, 0.2, 0.1, 0))
        .isCloseTo(4.76, within(0.005));
    assertThat(BlackScholes.priceUsd(PUT, 42, 40, 0.5, 0.2, 0.1, 0)).isCloseTo(0.81, within(0.005));
  }

  /** The same book, the delta of the hedging simulation: 0.522 at the start. */
  @Test
  void deltaIsBySpot() {
    OptionPrice call = BlackScholes.price(CALL, 49, 50, 20 / 52.0, 0.2, 0.05, 0);

    assertThat(call.priceUsd()).isCloseTo(2.40053, within(1e-5));
    assertThat(call.greeks().delta()).isCloseTo(0.522, within(5e-4));
  }

  @ParameterizedTest
  @CsvSource({
    "CALL, 110, 0, 0.5, 10, 1, 0",
    "CALL, 90, 0, 0.5, 0, 0, 0",
    "PUT, 90, 0, 0.5, 10, -1, 0",
    "PUT, 90, 0.5, 0, 10, -1, -50",
    "PUT, 110, 0.5, 0, 0, 0, 0"
  })
  void isWorthExercisingWithoutTimeOrVolatility(
      OptionType type,
      double spot,
      double years,
      double vol,
      double price,
      double delta,
      double rho) {
    OptionPrice limit = BlackScholes.price(type, spot, 100, years, vol, 0, 0);

    assertThat(limit).isEqualTo(OptionPrice.of(price, vol, new Greeks(delta, 0, 0, 0, rho)));
  }

  @Test
  void withoutVolatilityTheForwardDecides() {
    OptionPrice call = BlackScholes.price(CALL, 100, 101, 1, 0, 0.05, 0.01);
    double value = 100 * Math.exp(-0.01) - 101 * Math.exp(-0.05);

    assertThat(call.priceUsd()).isCloseTo(value, within(1e-13));
    assertThat(call.greeks().delta()).isCloseTo(Math.exp(-0.01), within(1e-15));
    assertThat(call.greeks().theta())
        .isCloseTo(Math.exp(-0.01) - 0.05 * 101 * Math.exp(-0.05), within(1e-13));
    assertThat(call.greeks().rho()).isCloseTo(101 * Math.exp(-0.05), within(1e-13));
  }

  @Test
  void flagsTheKinkWhereForwardEqualsStrike() {
    OptionPrice kink = BlackScholes.price(PUT, 100, 100, 0, 0.6, 0.5, 0.25);

    assertThat(kink).isEqualTo(new OptionPrice(0, 0.6, new Greeks(-0.5, 0, 0, 12.5, 0), true));
  }

  @Test
  void callStruckAtZeroIsTheSpotLessItsYield() {
    var buffer = new GreeksBuffer();
    BlackScholes.fill(buffer, CALL, 100, 0, 2, 0.5, 0.05, 0.01);

    assertThat(buffer.priceUsd()).isEqualTo(100 * Math.exp(-0.02));
    assertThat(buffer.delta()).isCloseTo(Math.exp(-0.02), within(1e-15));
    assertThat(buffer.dualDelta()).isEqualTo(-Math.exp(-0.1));
    assertThat(BlackScholes.priceUsd(PUT, 100, 0, 2, 0.5, 0.05, 0.01)).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NaN | 1 | 1 | 1 | 0 | 0 | spotUsd must be a finite number above 0, got NaN",
        "1e51 | 1 | 1 | 1 | 0 | 0 | spotUsd must be from 1.0E-50 to 1.0E50, got 1.0E51",
        "1 | -2 | 1 | 1 | 0 | 0 | strikeUsd must be a finite number of at least 0, got -2.0",
        "1 | 1 | -1 | 1 | 0 | 0 | years must be a finite number of at least 0, got -1.0",
        "1 | 1 | 1 | -1 | 0 | 0 | volFraction must be a finite number of at least 0, got -1.0",
        "1 | 1 | 1 | 1 | NaN | 0 | rate must be a finite number, got NaN",
        "1 | 1 | 1 | 1 | 0 | Infinity | carryYield must be a finite number, got Infinity",
        "1 | 1 | 1 | 1 | 2e6 | 0 | rate must be from -1000000.0 to 1000000.0, got 2000000.0",
        "1 | 1 | 9 | 1 | 0 | 99 | carryYield * years must be from -200.0 to 200.0, got 891.0"
      })
  void refusesBadInputByName(
      double spot,
      double strike,
      double years,
      double vol,
      double rate,
      double carryYield,
      String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BlackScholes.price(CALL, spot, strike, years, vol, rate, carryYield))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BlackScholes.priceUsd(CALL, spot, strike, years, vol, rate, carryYield))
        .withMessage(message);
  }
}
