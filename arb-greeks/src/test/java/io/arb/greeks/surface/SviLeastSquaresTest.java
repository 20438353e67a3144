package io.arb.greeks.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All 21 reference calibrations. */
class SviLeastSquaresTest {
  static Stream<Named<JsonNode>> exact() {
    return cases().filter(each -> each.getPayload().get("best_rmse_w").asDouble() == 0);
  }

  static Stream<Named<JsonNode>> noisy() {
    return cases().filter(each -> each.getPayload().get("best_rmse_w").asDouble() > 0);
  }

  static Stream<Named<JsonNode>> cases() {
    return SviVectors.each(SviVectors.of("calibration").get("cases"))
        .map(each -> Named.of(each.get("name").asText(), each));
  }

  @Test
  void thereAreTwentyOne() {
    assertThat(cases()).hasSize(21);
  }

  @ParameterizedTest
  @MethodSource("exact")
  void exactQuotesAreReproduced(JsonNode expected) {
    assertThat(errors(expected)).allMatch(error -> Math.abs(error) <= 1e-10);
  }

  @ParameterizedTest
  @MethodSource("noisy")
  void noisyQuotesAreFittedAsWellAsIsKnownToBePossible(JsonNode expected) {
    double rmse = Math.sqrt(errors(expected).map(error -> error * error).average().orElseThrow());

    assertThat(rmse).isLessThanOrEqualTo(1.001 * expected.get("best_rmse_w").asDouble());
  }

  private static java.util.stream.DoubleStream errors(JsonNode expected) {
    double[] k = SviVectors.doubles(expected.get("k"));
    double[] w = SviVectors.doubles(expected.get("w"));
    double[] weights = new double[k.length];
    Arrays.fill(weights, 1);
    RawSvi fit = SviLeastSquares.fit(k, w, weights);
    return java.util.stream.IntStream.range(0, k.length)
        .mapToDouble(i -> fit.totalVariance(k[i]) - w[i]);
  }

  @Test
  void refusesTooFewPointsAndUnsortedOnes() {
    double[] four = {1, 2, 3, 4};
    double[] five = {1, 2, 3, 5, 4};

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SviLeastSquares.fit(four, four, four))
        .withMessageContaining("at least 5, got 4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SviLeastSquares.fit(five, five, five))
        .withMessageContaining("k must ascend, got 4.0 after 5.0");
  }
}
