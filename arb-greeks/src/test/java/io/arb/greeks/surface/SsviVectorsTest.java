package io.arb.greeks.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** SSVI surfaces and the eSSVI conditions. */
class SsviVectorsTest {
  static Stream<Named<JsonNode>> surfaces() {
    return SviVectors.each(SviVectors.of("ssvi"))
        .map(surface -> Named.of(surface.get("name").asText(), surface));
  }

  @ParameterizedTest
  @MethodSource("surfaces")
  void givesSharpnessAndVariance(JsonNode expected) {
    SsviSurface surface = new SsviSurface(expected.get("rho").asDouble(), sharpness(expected));

    SviVectors.each(expected.get("rows"))
        .forEach(
            row -> {
              SsviSlice slice = surface.slice(row.get("theta").asDouble());
              double phi = row.get("phi").asDouble();
              assertThat(slice.phi()).isCloseTo(phi, within(1e-13 * phi));
              SviVectors.each(row.get("points")).forEach(point -> assertPoint(slice, point));
            });
  }

  private static SsviSharpness sharpness(JsonNode surface) {
    double[] values = SviVectors.doubles(surface.get("parameters"));
    return switch (surface.get("name").asText()) {
      case "heston_like" -> new SsviSharpness.HestonLike(values[0]);
      case "power_law_sqrt" -> new SsviSharpness.InverseRoot(values[0]);
      default -> new SsviSharpness.PowerLaw(values[0], values[1]);
    };
  }

  private static void assertPoint(SsviSlice slice, JsonNode point) {
    double k = point.get("k").asDouble();
    double w = point.get("w").asDouble();
    assertThat(slice.totalVariance(k)).isCloseTo(w, within(1e-13 * w));
    assertThat(slice.toRaw().totalVariance(k)).isCloseTo(w, within(1e-12 * w));
    assertThat(slice.at(k).slope()).isCloseTo(slice.toRaw().at(k).slope(), within(1e-13));
    assertThat(slice.at(k).curvature())
        .isCloseTo(slice.toRaw().at(k).curvature(), within(1e-11 * (1 + slice.phi())));
  }

  @Test
  void slicesOfABitcoinLikeSurfaceHoldTheConditions() {
    List<SsviSlice> slices =
        SviVectors.each(SviVectors.of("essvi_btc_like"))
            .map(row -> slice(row.get("theta"), row.get("rho"), row.get("phi")))
            .toList();

    assertThat(slices).allMatch(SsviSlice::isSurelyButterflyFree);
    assertThat(slices.get(1).surelyDoesNotCross(slices.get(0))).isTrue();
    assertThat(slices.get(4).surelyDoesNotCross(slices.get(3))).isTrue();
    assertThat(slices.get(0).surelyDoesNotCross(slices.get(1))).isFalse();
    SsviSlice between = slices.get(1).towards(slices.get(2), 0.4);
    assertThat(between.surelyDoesNotCross(slices.get(1))).isTrue();
    assertThat(slices.get(2).surelyDoesNotCross(between)).isTrue();
  }

  private static SsviSlice slice(JsonNode theta, JsonNode rho, JsonNode phi) {
    return new SsviSlice(theta.asDouble(), rho.asDouble(), phi.asDouble());
  }

  @Test
  void conditionsThatHoldAreConfirmedByTheChecks() {
    long seed = 4711;
    SplittableRandom random = new SplittableRandom(seed);
    List<SsviSlice[]> pairs =
        Stream.generate(() -> new SsviSlice[] {any(random), any(random)})
            .filter(pair -> pair[0].isSurelyButterflyFree() && pair[1].surelyDoesNotCross(pair[0]))
            .limit(200)
            .toList();

    assertThat(pairs)
        .as("seed %d", seed)
        .allMatch(pair -> ButterflyCheck.of(pair[0]).isFree())
        .allMatch(pair -> CalendarCheck.of(pair[0], pair[1]).minimumDifference() >= -1e-15);
  }

  private static SsviSlice any(SplittableRandom random) {
    return new SsviSlice(
        random.nextDouble(0.001, 1), random.nextDouble(-0.9, 0.9), random.nextDouble(0.1, 10));
  }

  @Test
  void aSurfaceIsCalendarFreeWhereTotalVarianceGrowsWithTheLevel() {
    assertThat(new SsviSurface(-0.3, new SsviSharpness.InverseRoot(1.2)).isCalendarFreeAt(0.05))
        .isTrue();
    assertThat(new SsviSurface(-0.3, new SsviSharpness.HestonLike(1)).isCalendarFreeAt(0.05))
        .isTrue();
  }
}
