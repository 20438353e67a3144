package io.arb.greeks.ddh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RungSizingTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "the band,              0.5, 0.1, 10, 0.0002, 0.5",
    "the minimum order,     0,   0.1, 10, 0,      0.1",
    "the adverse selection, 0,   0.1, 300, 0,     0.3",
    "a rebate is no floor,  0,   0.1, 0, -0.0001, 0.1",
    "twice the fee,         0,   0.01, 0, 0.0002, 0.04"
  })
  void takesTheWidestFloor(
      String floor, double band, double minimum, double adverse, double fee, double size) {
    var sizing = new RungSizing(0.5, minimum, adverse, fee);

    assertThat(sizing.rungSize(band, 0.001, 100_000)).isCloseTo(size, within(1e-15));
  }

  @Test
  void aRoundTripHasToEarnTwoFees() {
    assertThat(new RungSizing(0.5, 0.1, 0, 0.0002).breakEvenUsd(100_000)).isEqualTo(40);
  }
}
