package io.arb.greeks.band;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.arb.greeks.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandPolicyTest {
  /** Delta -2, so that 2 units hedge it. */
  private static final HedgedPosition SHORT =
      new HedgedPosition(100, 1, 0.2, 0, -2, -0.01, scale -> -2);

  @ParameterizedTest
  @CsvSource({"1.6, 1.7", "1.7, 1.7", "2.0, 2.0", "2.3, 2.3", "2.4, 2.3", "-5, 1.7", "9, 2.3"})
  void tradesToTheNearestEdgeAndNoFurther(double held, double wanted) {
    assertThat(holding(BandPolicy.of(new FixedBand(0.3)), held)).isCloseTo(wanted, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({"1.0, 1.9", "1.95, 1.95", "2.4, 2.4", "2.6, 2.5"})
  void keepsTheSidesOfAnAsymmetricBandApart(double held, double wanted) {
    var policy = BandPolicy.of(new AsymmetricBand(0.1, 0.5));

    assertThat(holding(policy, held)).isCloseTo(wanted, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({"0, 1.7", "0.5, 1.85", "1, 2"})
  void tradesInsideTheEdgeByTheInset(double inset, double wanted) {
    var policy = new BandPolicy(new FixedBand(0.3), 1, 0, inset);

    assertThat(holding(policy, 0)).isCloseTo(wanted, within(1e-15));
  }

  @Test
  void offsetsOnlyTheHedgeRatioOfDelta() {
    assertThat(holding(new BandPolicy(new FixedBand(0), 0.75, 0, 0), 0)).isEqualTo(1.5);
    assertThat(holding(new BandPolicy(new FixedBand(0.2), 0, 0, 0), 1)).isEqualTo(0.2);
  }

  @ParameterizedTest
  @CsvSource({"100.5, 0", "99.5, 0", "99.0, 2", "101.1, 2", "0, 2"})
  void waitsForTheMinimumMoveSinceTheLastHedge(double lastHedgeUsd, double wanted) {
    var policy = new BandPolicy(new FixedBand(0), 1, 0.01, 0);

    assertThat(policy.holding(SHORT, 0, lastHedgeUsd)).isEqualTo(wanted);
  }

  @Test
  void neverLeavesABandUnhedgedNorTradesTwice() {
    Cases.forAll(
        500,
        random -> {
          double delta = random.nextDouble(-50, 50);
          var position = new HedgedPosition(100, 1, 0.2, 0, delta, 0.1, scale -> delta);
          var band = new AsymmetricBand(random.nextDouble(5), random.nextDouble(5));
          var policy = new BandPolicy(band, random.nextDouble(), 0, random.nextDouble());

          double once = policy.holding(position, random.nextDouble(-60, 60), 0);

          double net = once + policy.hedgeRatio() * delta;
          assertThat(net).isBetween(-band.mayBeShort() - 1e-12, band.mayBeLong() + 1e-12);
          assertThat(policy.holding(position, once, 0)).isEqualTo(once);
        });
  }

  @Test
  void refusesAHedgeRatioOutsideZeroToOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BandPolicy(new FixedBand(0), 1.01, 0, 0))
        .withMessage("hedgeRatio must be from 0 to 1, got 1.01");
  }

  private static double holding(BandPolicy policy, double held) {
    return policy.holding(SHORT, held, 0);
  }
}
