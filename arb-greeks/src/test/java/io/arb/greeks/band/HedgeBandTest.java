package io.arb.greeks.band;

import static io.arb.greeks.OptionType.CALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HedgeBandTest {
  /** The worked example: S = K = 100,000, 55%, 30 days, cost 5 bp, risk aversion 2e-5. */
  @ParameterizedTest
  @CsvSource({"1, 0.133618, 5298", "10, 0.620201, 2459", "250, 5.302647, 841"})
  void whalleyWilmottOfTheWorkedExample(double options, double halfWidth, double moveUsd) {
    var position = HedgedPosition.ofOption(options, CALL, 100_000, 100_000, 30 / 365.0, 0.55, 0);

    double actual = new WhalleyWilmott(0.0005, 2e-5).halfWidth(position);

    assertThat(position.gamma() / options).isCloseTo(2.5222228e-5, within(5e-13));
    assertThat(actual).isCloseTo(halfWidth, within(5e-7));
    assertThat(actual / position.gamma()).isCloseTo(moveUsd, within(0.5));
  }

  @Test
  void zakamoulineOfTheWorkedExampleShort() {
    var position = HedgedPosition.ofOption(-1, CALL, 100, 100, 1, 0.25, 0.05);
    var band = new Zakamouline(0.01, 1);
    DeltaBand around = band.around(position);

    assertThat(-position.delta()).isCloseTo(0.627409, within(5e-7));
    assertThat(-position.gamma()).isCloseTo(0.0151368, within(5e-8));
    assertThat(new WhalleyWilmott(0.01, 1).halfWidth(position)).isCloseTo(0.068889, within(5e-7));
    assertThat(band.h0(position)).isCloseTo(0.0016, within(1e-15));
    assertThat(band.h1(position)).isCloseTo(0.046166, within(5e-7));
    assertThat(band.varianceChange(position)).isCloseTo(0.388775, within(5e-7));
    assertThat(band.hedgingVol(position)).isCloseTo(0.294616, within(5e-7));
    assertThat(around.lowestHolding()).isCloseTo(0.576620, within(5e-7));
    assertThat(around.highestHolding()).isCloseTo(0.672152, within(5e-7));
  }

  @Test
  void zakamoulineOfTheWorkedExampleLong() {
    DeltaBand around =
        new Zakamouline(0.01, 1).around(HedgedPosition.ofOption(1, CALL, 100, 100, 1, 0.25, 0.05));

    assertThat(-around.highestHolding()).isCloseTo(0.590393, within(5e-7));
    assertThat(-around.lowestHolding()).isCloseTo(0.685925, within(5e-7));
  }

  @Test
  void zakamoulineKeepsThePlainDeltaWhereItsVarianceWouldBeNegative() {
    var position = HedgedPosition.ofOption(1000, CALL, 100, 100, 1, 0.1, 0);
    var band = new Zakamouline(0.05, 10);

    assertThat(band.varianceChange(position)).isGreaterThan(1);
    assertThat(band.hedgingVol(position)).isEqualTo(0.1);
    assertThat(band.around(position).delta()).isEqualTo(position.delta());
  }

  @Test
  void zakamoulineIsCappedAtTheDeltaInTheLastHours() {
    double twoHours = 2 / (24 * 365.0);
    var position = HedgedPosition.ofOption(-1, CALL, 100_000, 101_000, twoHours, 0.55, 0);

    DeltaBand capped = new Zakamouline(0.0005, 2e-5, 3 / (24 * 365.0)).around(position);
    DeltaBand outside = new Zakamouline(0.0005, 2e-5, 1 / (24 * 365.0)).around(position);

    assertThat(outside.above()).isGreaterThan(1);
    assertThat(capped.above()).isEqualTo(Math.abs(capped.delta()));
    assertThat(capped.delta()).isEqualTo(outside.delta());
  }

  @Test
  void zakamoulineScalesWithTheSquareRootOfThePosition() {
    var band = new Zakamouline(0.0005, 2e-5);
    var one = HedgedPosition.ofOption(1, CALL, 100_000, 100_000, 0.1, 0.55, 0);
    var hundred = HedgedPosition.ofOption(100, CALL, 100_000, 100_000, 0.1, 0.55, 0);

    assertThat(band.h0(hundred)).isEqualTo(band.h0(one));
    assertThat(band.h1(hundred)).isCloseTo(10 * band.h1(one), within(1e-12));
  }

  @Test
  void lelandOfTheWorkedExample() {
    var leland = new Leland(0.01, 0.01);

    assertThat(leland.number(0.25)).isCloseTo(0.638308, within(5e-7));
    assertThat(leland.hedgingVol(0.25, true)).isCloseTo(0.319991, within(5e-7));
    assertThat(leland.hedgingVol(0.25, false)).isCloseTo(0.150352, within(5e-7));
  }

  @Test
  void lelandKeepsTheVolatilityOfALongPositionWhoseCostsEatItAll() {
    assertThat(new Leland(0.02, 0.01).hedgingVol(0.25, false)).isEqualTo(0.25);
  }

  @Test
  void lelandHasNoWidth() {
    var position = HedgedPosition.ofOption(-1, CALL, 100, 105, 1, 0.25, 0);
    DeltaBand around = new Leland(0.01, 0.01).around(position);

    double vol = new Leland(0.01, 0.01).hedgingVol(0.25, true);
    assertThat(around.lowestHolding()).isEqualTo(around.highestHolding());
    assertThat(around.delta())
        .isCloseTo(HedgedPosition.ofOption(-1, CALL, 100, 105, 1, vol, 0).delta(), within(1e-15));
  }

  @Test
  void fixedBandIsTheSameOnBothSides() {
    var position = HedgedPosition.ofOption(10, CALL, 100, 100, 1, 0.25, 0);

    assertThat(new FixedBand(0.3).around(position))
        .isEqualTo(new DeltaBand(position.delta(), 0.3, 0.3));
  }

  @Test
  void asymmetricBandIsNot() {
    var position = HedgedPosition.ofOption(10, CALL, 100, 100, 1, 0.25, 0);

    assertThat(new AsymmetricBand(0.1, 0.5).around(position))
        .isEqualTo(new DeltaBand(position.delta(), 0.1, 0.5));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e-9, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesWidthsThatAreNone(double width) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FixedBand(width))
        .withMessage("halfWidth must be a finite number of at least 0, got " + width);
  }

  @Test
  void refusesAPositionThatHasExpired() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HedgedPosition(100, 0, 0.2, 0, 1, 0, scale -> 1))
        .withMessage("years must be a finite number above 0, got 0.0");
  }
}
