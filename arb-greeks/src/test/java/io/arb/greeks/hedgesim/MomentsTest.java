package io.arb.greeks.hedgesim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MomentsTest {
  private static final double[] SAMPLE = {1, 2, 4, 9};

  @Test
  void meanDeviationSkewnessAndKurtosisOfASample() {
    Moments moments = new Moments(SAMPLE, 1);

    assertThat(moments.mean().value()).isEqualTo(4);
    assertThat(moments.deviation().value()).isCloseTo(Math.sqrt(38 / 3.0), within(1e-15));
    assertThat(moments.skewness().value()).isCloseTo(22.5 / Math.pow(9.5, 1.5), within(1e-15));
    assertThat(moments.excessKurtosis()).isCloseTo(180.5 / (9.5 * 9.5) - 3, within(1e-15));
  }

  @Test
  void theErrorOfTheMeanIsTheDeviationOverTheRoot() {
    assertThat(new Moments(SAMPLE, 1).mean().standardError())
        .isCloseTo(Math.sqrt(38 / 3.0 / 4), within(1e-15));
  }

  @Test
  void pairsCountAsOneDraw() {
    assertThat(new Moments(new double[] {-1, 1, -3, 3}, 2).mean().standardError()).isZero();
    assertThat(new Moments(new double[] {1, 1, 3, 3}, 2).mean().standardError())
        .isCloseTo(1, within(1e-15));
  }

  @Test
  void theErrorOfTheDeviationOfANormalSampleIsTheTextbooks() {
    var random = new SplittableRandom(1);
    double[] sample = random.doubles(10_000).map(u -> random.nextGaussian()).toArray();

    assertThat(new Moments(sample, 1).deviation().standardError())
        .isCloseTo(1 / Math.sqrt(20_000), within(0.0003));
  }

  @Test
  void theErrorOfTheSkewnessOfANormalSampleIsTheTextbooks() {
    var random = new SplittableRandom(2);
    double[] sample = random.doubles(10_000).map(u -> random.nextGaussian()).toArray();

    assertThat(new Moments(sample, 1).skewness().standardError())
        .isCloseTo(Math.sqrt(6 / 10_000.0), within(0.002));
  }

  @Test
  void oneMemberHasNoErrorToSpeakOf() {
    Moments one = new Moments(new double[] {5}, 1);

    assertThat(one.mean()).isEqualTo(new Estimate(5, 0));
    assertThat(one.deviation()).isEqualTo(new Estimate(0, 0));
    assertThat(one.skewness()).isEqualTo(new Estimate(0, 0));
  }
}
