package io.arb.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextPropertyTest {
  private static final int NUMBERS = 20_000;
  private static final double HALF_OF_THE_SIXTH_DIGIT = 5.000001e-6;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void readsBackAsTheSameDouble(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < NUMBERS; i++) {
      double value = anyFinite(random);

      assertThat(Double.parseDouble(NumberText.exact(value)))
          .as("seed %s", seed)
          .isEqualTo(value + 0.0);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void roundsWithinHalfOfTheSixthDigit(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < NUMBERS; i++) {
      double value = random.nextDouble(-1, 1) * Math.pow(10, random.nextInt(-300, 300));
      Offset<Double> half = Offset.offset(Math.abs(value) * HALF_OF_THE_SIXTH_DIGIT);

      assertThat(Double.parseDouble(NumberText.rounded(value)))
          .as("seed %s", seed)
          .isCloseTo(value, half);
    }
  }

  private static double anyFinite(SplittableRandom random) {
    double value = Double.longBitsToDouble(random.nextLong());
    return Double.isFinite(value) ? value : random.nextDouble();
  }
}
