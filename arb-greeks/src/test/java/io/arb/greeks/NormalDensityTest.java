package io.arb.greeks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalDensityTest {
  /** References computed with 60 digits; from 37.5 on the density leaves the normal doubles. */
  @ParameterizedTest
  @CsvSource({
    "1.0, 0.0, 0.3989422804014326779399",
    "1.0, 0.1, 0.3969525474770117652902",
    "100000.0, -0.2305849, 38847.62547959572365654",
    "1.0, 5.0, 0.000001486719514734297707908",
    "1.0, -20.0, 5.520948362159763189583e-88",
    "2.5, 37.4, 1.82799633637627755787e-304",
    "1e10, 37.6, 4.044144809348452186716e-298",
    "1.0, 38.5, 5.425155181336590183321e-323"
  })
  void isRightUpToTheRoundingOfTheSquare(double factor, double z, double expected) {
    assertThat(NormalDensity.times(factor, z))
        .isCloseTo(expected, within(3e-16 * (1 + z * z / 2) * expected + 2 * Double.MIN_VALUE));
  }

  @Test
  void agreesWithTheExponentialOfTheLibrary() {
    Cases.forAll(
        20_000,
        random -> {
          double z = random.nextDouble(-37.5, 37.5);
          double expected = Math.exp(-0.5 * (z * z)) / Math.sqrt(2 * Math.PI);
          assertThat(NormalDensity.times(1, z)).isCloseTo(expected, within(7e-16 * expected));
        });
  }

  @Test
  void vanishesFarAway() {
    assertThat(NormalDensity.times(1e100, 64)).isZero();
    assertThat(NormalDensity.times(1, Double.NEGATIVE_INFINITY)).isZero();
  }
}
