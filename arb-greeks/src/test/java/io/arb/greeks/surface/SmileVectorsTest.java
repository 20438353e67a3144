package io.arb.greeks.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number of the reference slices: values, derivatives, density, jump wings, checks. */
class SmileVectorsTest {
  static Stream<Named<JsonNode>> slices() {
    return SviVectors.each(SviVectors.of("slices"))
        .map(slice -> Named.of(slice.get("name").asText(), slice));
  }

  static Stream<Named<JsonNode>> slicesWithJumpWings() {
    return slices().filter(slice -> slice.getPayload().has("jw"));
  }

  @ParameterizedTest
  @MethodSource("slices")
  void givesVarianceAndDerivatives(JsonNode slice) {
    RawSvi smile = SviVectors.raw(slice.get("raw"));

    assertThat(slice.get("points")).isNotEmpty();
    SviVectors.each(slice.get("points"))
        .forEach(
            point -> {
              SmilePoint got = smile.at(point.get("k").asDouble());
              assertThat(got.totalVariance()).isCloseTo(number(point, "w"), near(point, "w"));
              assertThat(got.slope()).isCloseTo(number(point, "dw"), near(point, "dw"));
              assertThat(got.curvature()).isCloseTo(number(point, "d2w"), near(point, "d2w"));
            });
  }

  @ParameterizedTest
  @MethodSource("slices")
  void givesDurrlemanDensityAndVolWhereVarianceIsPositive(JsonNode slice) {
    RawSvi smile = SviVectors.raw(slice.get("raw"));
    double years = slice.get("T").asDouble();

    SviVectors.each(slice.get("points"))
        .filter(point -> point.get("w").asDouble() > 0)
        .forEach(
            point -> {
              SmilePoint got = smile.at(point.get("k").asDouble());
              assertThat(got.durrleman()).isCloseTo(number(point, "g"), near(point, "g"));
              assertThat(got.volFraction(years))
                  .isCloseTo(number(point, "vol"), near(point, "vol"));
              assertThat(got.density())
                  .isCloseTo(number(point, "density_k"), near(point, "density_k"));
            });
  }

  @Test
  void negativeVarianceHasNeitherVolNorDensity() {
    SmilePoint point = SviVectors.slice("negative_variance").at(0);

    assertThat(point.totalVariance()).isEqualTo(-0.01, within(1e-16));
    assertThat(point.volFraction(1)).isNaN();
    assertThat(point.density()).isNaN();
  }

  private static double number(JsonNode point, String field) {
    return point.get(field).asDouble();
  }

  private static Offset<Double> near(JsonNode point, String field) {
    return within(1e-11 * (Math.abs(point.get(field).asDouble()) + 1e-3));
  }

  @ParameterizedTest
  @MethodSource("slices")
  void givesMinimumAndWings(JsonNode slice) {
    RawSvi smile = SviVectors.raw(slice.get("raw"));

    assertThat(smile.minimumTotalVariance())
        .isCloseTo(slice.get("w_min").asDouble(), within(1e-15));
    assertThat(smile.toSum().minimumTotalVariance())
        .isCloseTo(slice.get("w_min").asDouble(), within(1e-14));
    assertThat(smile.kOfMinimum()).isCloseTo(slice.get("k_at_w_min").asDouble(), within(1e-14));
    assertThat(smile.leftWingSlope())
        .isCloseTo(slice.get("wing_slope_left").asDouble(), within(1e-15));
    assertThat(smile.rightWingSlope())
        .isCloseTo(slice.get("wing_slope_right").asDouble(), within(1e-15));
  }

  @ParameterizedTest
  @MethodSource("slicesWithJumpWings")
  void readsJumpWingsAndComesBack(JsonNode slice) {
    RawSvi smile = SviVectors.raw(slice.get("raw"));
    JsonNode expected = slice.get("jw");

    JumpWings wings = JumpWings.of(smile, slice.get("T").asDouble());

    assertThat(wings.atmVariance()).isCloseTo(expected.get("v").asDouble(), within(1e-14));
    assertThat(wings.atmSkew()).isCloseTo(expected.get("psi").asDouble(), within(1e-14));
    assertThat(wings.putWing()).isCloseTo(expected.get("p").asDouble(), within(1e-14));
    assertThat(wings.callWing()).isCloseTo(expected.get("c").asDouble(), within(1e-14));
    assertThat(wings.minVariance()).isCloseTo(expected.get("vtilde").asDouble(), within(1e-14));
    RawSvi back = wings.toRaw();
    assertThat(back.a()).isCloseTo(smile.a(), within(1e-11));
    assertThat(back.b()).isCloseTo(smile.b(), within(1e-13));
    assertThat(back.rho()).isCloseTo(smile.rho(), within(1e-12));
    assertThat(back.m()).isCloseTo(smile.m(), within(1e-11));
    assertThat(back.sigma()).isCloseTo(smile.sigma(), within(1e-11));
  }

  @ParameterizedTest
  @MethodSource("slices")
  void findsTheLowestDurrlemanAndWhereItChangesSign(JsonNode slice) {
    ButterflyCheck check = ButterflyCheck.between(SviVectors.raw(slice.get("raw")), -5, 5);

    assertThat(check.minimumDurrleman())
        .isCloseTo(slice.get("g_min_on_-5_5").asDouble(), within(1e-12));
    double[] expected = SviVectors.doubles(slice.get("g_zero_crossings_on_-5_5"));
    assertThat(check.crossings()).hasSize(expected.length);
    assertThat(check.crossings().stream().mapToDouble(Double::doubleValue).toArray())
        .containsExactly(expected, within(1e-10));
  }

  @ParameterizedTest
  @MethodSource("slices")
  void calledFreeOnTheWholeLineExactlyWhereTheTableDoes(JsonNode slice) {
    RawSvi smile = SviVectors.raw(slice.get("raw"));

    assertThat(ButterflyCheck.of(smile).isFree())
        .isEqualTo(
            slice.get("butterfly_free_on_-5_5").asBoolean() && slice.get("lee_ok").asBoolean());
    assertThat(ButterflyCheck.of(smile).steepestWing() <= 2)
        .isEqualTo(slice.get("lee_ok").asBoolean());
  }

  @Test
  void arbitrageOfTheStraightWingFarOutsideIsFound() {
    RawSvi steep = new RawSvi(0.04, 2.001, 0, 0, 1);

    assertThat(ButterflyCheck.of(steep).isFree()).isFalse();
    assertThat(ButterflyCheck.of(steep).steepestWing()).isEqualTo(2.001);
    assertThat(ButterflyCheck.of(new RawSvi(0.04, 0.9, 0, 0, 1)).isFree()).isTrue();
  }
}
