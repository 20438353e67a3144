package io.arb.greeks.structure;

import static io.arb.greeks.OptionType.CALL;
import static io.arb.greeks.OptionType.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arb.greeks.Black76;
import io.arb.greeks.Cases;
import io.arb.greeks.Greeks;
import io.arb.greeks.OptionType;
import io.arb.greeks.structure.StructureLeg.OptionLeg;
import io.arb.greeks.structure.StructureLeg.UnderlyingLeg;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules for every structure, on random ones with prices in ticks. */
class StructurePropertyTest {
  private static final int CASES = 300;

  /** Up to six legs on few strikes: some share one, some cancel. */
  private static Structure anyStructure(SplittableRandom random) {
    double years = random.nextDouble(0.001, 1);
    Stream<StructureLeg> legs = Stream.generate(() -> anyLeg(random)).limit(random.nextInt(1, 7));
    return new Structure("random", years, legs.toList());
  }

  private static StructureLeg anyLeg(SplittableRandom random) {
    double quantity = random.nextInt(1, 4) * (random.nextBoolean() ? 1 : -1);
    var option =
        new OptionLeg(
            quantity,
            random.nextBoolean() ? CALL : PUT,
            random.nextInt(10, 30) * 10 + 0.1,
            random.nextInt(400) / 10.0);
    var underlying = new UnderlyingLeg(quantity, random.nextInt(1000, 3000) / 10.0);
    return List.of(option, option, option, underlying).get(random.nextInt(4));
  }

  private static DoubleStream grid(Structure structure) {
    DoubleStream strikes =
        structure.legs().stream()
            .flatMap(leg -> leg instanceof OptionLeg o ? Stream.of(o.strikeUsd()) : Stream.empty())
            .mapToDouble(Double::doubleValue);
    return DoubleStream.concat(
        strikes, DoubleStream.iterate(1e-9, spot -> spot < 1000, spot -> spot + 2.73));
  }

  @Test
  void theStructurePaysWhatItsLegsPay() {
    Cases.forAll(
        CASES,
        random -> {
          Structure structure = anyStructure(random);
          double spot = random.nextDouble(0, 500);

          double legs = 0;
          for (StructureLeg leg : structure.legs()) {
            legs += leg.times(2).quantity() * leg.payoffUsd(spot) / 2;
          }

          assertThat(structure.payoffUsd(spot)).isCloseTo(legs, within(1e-11));
        });
  }

  @Test
  void namedStructuresPayTheirTextbookFormula() {
    Cases.forAll(
        CASES,
        random -> {
          double[] k = random.doubles(4, 50, 200).sorted().toArray();
          double s = random.nextDouble(0, 300);
          PricedStrike[] at =
              Arrays.stream(k)
                  .mapToObj(each -> new PricedStrike(each, 1))
                  .toArray(PricedStrike[]::new);

          assertThat(Structures.straddle(1, k[0], 1, 1).payoffUsd(s))
              .isCloseTo(Math.abs(s - k[0]), within(1e-12));
          assertThat(Structures.vertical(CALL, 1, at[0], at[1]).payoffUsd(s))
              .isCloseTo(Math.clamp(s, k[0], k[1]) - k[0], within(1e-12));
          assertThat(Structures.strangle(1, at[0], at[1]).payoffUsd(s))
              .isCloseTo(Math.max(s, k[1]) - k[1] + k[0] - Math.min(s, k[0]), within(1e-12));
          assertThat(Structures.ironCondor(1, at[0], at[1], at[2], at[3]).payoffUsd(s))
              .isCloseTo(
                  Math.clamp(s, k[0], k[1]) - k[1] - (Math.clamp(s, k[2], k[3]) - k[2]),
                  within(1e-12));
          assertThat(Structures.collar(1, 100, at[0], at[1]).payoffUsd(s))
              .isCloseTo(Math.clamp(s, k[0], k[1]), within(1e-12));
          assertThat(Structures.coveredCall(1, 100, at[0]).payoffUsd(s))
              .isCloseTo(Math.min(s, k[0]), within(1e-12));
        });
  }

  @Test
  void profitIsZeroAtEveryBreakEven() {
    Cases.forAll(
        CASES,
        random -> {
          Structure structure = anyStructure(random);

          assertThat(structure.profile().breakEvensUsd())
              .isSorted()
              .doesNotHaveDuplicates()
              .allSatisfy(
                  spot ->
                      assertThat(structure.profitUsd(spot))
                          .isCloseTo(0, within(1e-11 * (1 + spot))));
        });
  }

  /** Between neighbouring break-evens, and outside of them, the profit keeps its sign. */
  @Test
  void noBreakEvenIsMissing() {
    Cases.forAll(
        CASES,
        random -> {
          Structure structure = anyStructure(random);
          var limits = new ArrayList<>(structure.profile().breakEvensUsd());
          limits.addFirst(0.0);
          limits.addLast(10_000.0);

          for (int i = 1; i < limits.size(); i++) {
            double from = limits.get(i - 1);
            double to = limits.get(i);
            double[] profits =
                random
                    .doubles(50, from, to)
                    .map(structure::profitUsd)
                    .filter(StructurePropertyTest::counts)
                    .toArray();
            assertThat(DoubleStream.of(profits).map(Math::signum).distinct().count())
                .isLessThanOrEqualTo(1);
          }
        });
  }

  private static boolean counts(double profit) {
    return Math.abs(profit) > 1e-9;
  }

  @Test
  void noSettlementExceedsTheHighestLossAndGain() {
    Cases.forAll(
        CASES,
        random -> {
          Structure structure = anyStructure(random);
          ProfitProfile profile = structure.profile();

          assertThat(grid(structure).map(structure::profitUsd).max().orElseThrow())
              .isLessThanOrEqualTo(profile.maxGainUsd() + 1e-9);
          assertThat(grid(structure).map(structure::profitUsd).min().orElseThrow())
              .isGreaterThanOrEqualTo(-profile.maxLossUsd() - 1e-9);
        });
  }

  /** Every corner of the line is on the grid; what grows beyond it has no limit. */
  @Test
  void theHighestLossAndGainAreReached() {
    Cases.forAll(
        CASES,
        random -> {
          Structure structure = anyStructure(random);
          ProfitProfile profile = structure.profile();
          DoubleStream beyond =
              DoubleStream.of(1e9).map(structure::profitUsd).filter(p -> Math.abs(p) > 1e6);
          double[] reached =
              DoubleStream.concat(grid(structure).map(structure::profitUsd), beyond).toArray();

          assertThat(limited(profile.maxGainUsd()))
              .isCloseTo(limited(Arrays.stream(reached).max().orElseThrow()), within(1e-6));
          assertThat(limited(profile.maxLossUsd()))
              .isCloseTo(limited(-Arrays.stream(reached).min().orElseThrow()), within(1e-6));
        });
  }

  private static double limited(double usd) {
    return Math.min(usd, 1e6);
  }

  @Test
  void theOtherSideBreaksEvenAtTheSamePricesAndTwoOfThemAtStakeTwice() {
    Cases.forAll(
        CASES,
        random -> {
          Structure structure = anyStructure(random);
          ProfitProfile one = structure.profile();
          ProfitProfile two = structure.times(2).profile();

          assertThat(structure.times(-1).profile().breakEvensUsd()).isEqualTo(one.breakEvensUsd());
          assertThat(two.breakEvensUsd()).isEqualTo(one.breakEvensUsd());
          assertThat(two.maxGainUsd()).isEqualTo(2 * one.maxGainUsd());
          assertThat(two.maxLossUsd()).isEqualTo(2 * one.maxLossUsd());
        });
  }

  @Test
  void greeksAreThoseOfTheLegsAndSlopesOfTheValue() {
    DoubleUnaryOperator smile = strike -> 0.8 - strike / 1000;
    Cases.forAll(
        CASES,
        random -> {
          Structure structure = anyStructure(random);
          double forward = random.nextDouble(100, 300);
          double bump = forward * 1e-4 * Math.sqrt(structure.years());

          Greeks greeks = structure.greeks(forward, smile);
          double up = structure.valueUsd(forward + bump, smile);
          double down = structure.valueUsd(forward - bump, smile);

          assertThat(greeks.delta()).isCloseTo((up - down) / (2 * bump), within(1e-4));
          assertThat(greeks.vega()).isCloseTo(vegaOfLegs(structure, forward, smile), within(1e-9));
        });
  }

  private static double vegaOfLegs(Structure structure, double forward, DoubleUnaryOperator smile) {
    return structure.legs().stream()
        .mapToDouble(
            leg ->
                leg instanceof OptionLeg option
                    ? leg.quantity() * vega(option, forward, structure.years(), smile)
                    : 0)
        .sum();
  }

  private static double vega(
      OptionLeg option, double forward, double years, DoubleUnaryOperator smile) {
    OptionType type = option.type();
    double strike = option.strikeUsd();
    double vol = smile.applyAsDouble(strike);
    return Black76.price(type, forward, strike, years, vol).greeks().vega();
  }
}
