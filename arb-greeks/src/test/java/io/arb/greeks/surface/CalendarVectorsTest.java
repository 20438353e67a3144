package io.arb.greeks.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Pairs of expiries, and what lies between and beyond two of them. */
class CalendarVectorsTest {
  static Stream<Named<JsonNode>> pairs() {
    return SviVectors.each(SviVectors.of("calendar"))
        .map(pair -> Named.of(pair.get("name").asText(), pair));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void findsTheLowestDifferenceAndTheCrossings(JsonNode pair) {
    RawSvi earlier = SviVectors.raw(pair.get("raw1"));
    RawSvi later = SviVectors.raw(pair.get("raw2"));

    CalendarCheck check = CalendarCheck.between(earlier, later, -5, 5);

    assertThat(check.isFree()).isEqualTo(pair.get("calendar_free_on_m5_5").asBoolean());
    assertThat(check.minimumDifference())
        .isCloseTo(pair.get("min_diff").asDouble(), within(1e-7))
        .isLessThanOrEqualTo(pair.get("min_diff").asDouble() + 1e-15);
    assertThat(check.crossings().stream().mapToDouble(Double::doubleValue).toArray())
        .containsExactly(SviVectors.doubles(pair.get("crossings")), within(1e-10));
    assertThat(CalendarCheck.of(earlier, later).isFree()).isEqualTo(check.isFree());
  }

  @Test
  void wingsThatCrossBeyondEveryStrikeAreFound() {
    RawSvi earlier = new RawSvi(0.01, 0.1001, 0, 0, 0.1);
    RawSvi later = new RawSvi(0.03, 0.1, 0, 0, 0.1);

    assertThat(CalendarCheck.between(earlier, later, -5, 5).isFree()).isTrue();
    assertThat(CalendarCheck.of(earlier, later).isFree()).isFalse();
  }

  /** The wings are 0.1001 and 0.0999 steep on one side and the other, against 0.1. */
  @ParameterizedTest
  @CsvSource({"-0.001, -Infinity", "0.001, Infinity"})
  void oneSteeperWingOfTheEarlierSmileIsEnough(double rho, double kOfMinimum) {
    RawSvi earlier = new RawSvi(0.01, 0.1, rho, 0, 0.1);
    RawSvi later = new RawSvi(0.03, 0.1, 0, 0, 0.1);

    CalendarCheck check = CalendarCheck.of(earlier, later);

    assertThat(check.isFree()).isFalse();
    assertThat(check.kOfMinimum()).isEqualTo(kOfMinimum);
    assertThat(check.minimumDifference()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(CalendarCheck.between(earlier, later, -100, 100).isFree()).isTrue();
  }

  @Test
  void totalVarianceIsLinearInTimeBetweenAndProportionalBeyond() {
    JsonNode section = SviVectors.of("expiry_interpolation");
    VolSurface surface =
        new VolSurface(
            0,
            100,
            SviVectors.each(SviVectors.of("slices"))
                .filter(slice -> slice.get("name").asText().startsWith("btc_like"))
                .map(slice -> fit(SviVectors.raw(slice.get("raw")), slice.get("T").asDouble()))
                .toList());

    assertThat(section.get("rows")).hasSize(34);
    SviVectors.each(section.get("rows"))
        .forEach(
            row -> {
              double years = row.get("T").asDouble();
              Smile smile = surface.smileAt(years);
              double k = row.get("k").asDouble();
              assertThat(smile.totalVariance(k)).isCloseTo(row.get("w").asDouble(), within(1e-14));
              assertThat(smile.volFraction(k, years))
                  .isCloseTo(row.get("vol").asDouble(), within(1e-14));
            });
  }

  private static SliceFit fit(Smile smile, double years) {
    return new SliceFit(new SliceQuotes(years, 100, List.of(), Map.of()), smile, 1, 0, true, true);
  }
}
