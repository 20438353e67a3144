package io.arb.greeks;

import static io.arb.greeks.OptionType.CALL;
import static io.arb.greeks.OptionType.PUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.arb.greeks.ImpliedVol.AboveMaximum;
import io.arb.greeks.ImpliedVol.AtIntrinsic;
import io.arb.greeks.ImpliedVol.BelowIntrinsic;
import io.arb.greeks.ImpliedVol.Invalid;
import io.arb.greeks.ImpliedVol.Solved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImpliedVolTest {
  @Test
  void findsTheVolatilityOfADiscountedPrice() {
    double price = Black76.price(PUT, 3000, 2800, 0.25, 0.72, 0.04).priceUsd();

    assertThat(ImpliedVol.solve(PUT, price, 3000, 2800, 0.25, 0.04))
        .isInstanceOfSatisfying(
            Solved.class,
            solved -> assertThat(solved.volFraction()).isBetween(0.72 - 1e-14, 0.72 + 1e-14));
  }

  @Test
  void saysByHowMuchAPriceIsUnderIntrinsic() {
    assertThat(ImpliedVol.solve(CALL, 99, 1100, 1000, 0.1)).isEqualTo(new BelowIntrinsic(1));
    assertThat(ImpliedVol.solve(CALL, -1, 900, 1000, 0.1)).isEqualTo(new BelowIntrinsic(1));
  }

  @Test
  void namesTheMaximumOfEachType() {
    assertThat(ImpliedVol.solve(CALL, 1100, 1100, 1000, 0.1)).isEqualTo(new AboveMaximum(1100));
    assertThat(ImpliedVol.solve(PUT, 1001, 1100, 1000, 0.1)).isEqualTo(new AboveMaximum(1000));
  }

  @Test
  void worthlessOptionIsAtIntrinsic() {
    assertThat(ImpliedVol.solve(PUT, 0, 1100, 1000, 0.1)).isEqualTo(new AtIntrinsic());
  }

  @ParameterizedTest
  @CsvSource({
    "NaN, 1, 1, 1, 0, priceUsd, NaN",
    "1, NaN, 1, 1, 0, forwardUsd, NaN",
    "1, 1, 0, 1, 0, strikeUsd, 0",
    "1, 1, 1, 0, 0, years, 0",
    "1, 1, 1, -1, 0, years, -1",
    "1, 2, 2, 1, NaN, rate, NaN"
  })
  void namesTheInputThatIsWrongWithoutThrowing(
      double price,
      double forward,
      double strike,
      double years,
      double rate,
      String name,
      double value) {
    assertThat(ImpliedVol.solve(CALL, price, forward, strike, years, rate))
        .isEqualTo(new Invalid(name, value));
  }

  @Test
  void answersForPricesAndStrikesOfEveryMagnitude() {
    Cases.forAll(
        20_000,
        random -> {
          OptionType type = random.nextBoolean() ? CALL : PUT;
          double forward = Cases.magnitude(random, 1e-150, 1e150);
          double strike = Cases.magnitude(random, 1e-150, 1e150);
          double price = Cases.magnitude(random, 1e-300, 1e150);
          assertThat(ImpliedVol.solve(type, price, forward, strike, 0.1)).isNotNull();
        });
  }
}
