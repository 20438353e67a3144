package io.arb.greeks.portfolio;

import static io.arb.greeks.OptionType.CALL;
import static io.arb.greeks.OptionType.PUT;
import static io.arb.greeks.portfolio.SmileRule.STICKY_MONEYNESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arb.greeks.Cases;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules of sums that hold for every portfolio. */
class PortfolioPropertyTest {
  private static final long NOW = 1_795_000_000_000L;
  private static final GreeksRules RULES = new GreeksRules(STICKY_MONEYNESS, 30 / 365.0, 5_000);
  private static final Map<String, Index> INDICES =
      Map.of("BTC", new Index(98_765.4, NOW), "ETH", new Index(2_345.6, NOW - 100));
  private static final List<ToDoubleFunction<IndexGreeks>> FIELDS =
      List.of(
          IndexGreeks::stickyStrikeDelta,
          IndexGreeks::stickyMoneynessDelta,
          IndexGreeks::gamma,
          IndexGreeks::vega,
          IndexGreeks::weightedVega,
          IndexGreeks::theta,
          IndexGreeks::rho);

  private static List<Leg> legs(SplittableRandom random) {
    return Stream.generate(() -> leg(random)).limit(random.nextInt(1, 60)).toList();
  }

  private static Leg leg(SplittableRandom random) {
    String underlying = List.of("BTC", "ETH", "SOL").get(random.nextInt(3));
    double forward = Cases.magnitude(random, 2_000, 110_000);
    long expiry = NOW + 86_400_000L * random.nextInt(-1, 5);
    long asOf = NOW - random.nextInt(5_500);
    var values =
        List.of(
            new LegValue.Modelled(
                random.nextBoolean() ? CALL : PUT,
                forward * random.nextDouble(0.7, 1.4),
                forward,
                random.nextDouble(0.2, 1.5),
                expiry,
                random.nextDouble(-0.5, 0.5),
                asOf),
            new LegValue.Linear(forward, asOf),
            new LegValue.Missing("no ticker"));
    int kind = Math.max(random.nextInt(12) - 9, 0);
    String name = "leg" + random.nextInt(20);
    return new Leg(name, underlying, random.nextInt(-50, 50) / 10.0, 0.1, values.get(kind));
  }

  private static PortfolioGreeks greeks(List<Leg> legs) {
    return new Portfolio(legs, INDICES).greeks(RULES, NOW);
  }

  @Test
  void theOrderOfLegsDoesNotChangeABit() {
    Cases.forAll(
        300,
        random -> {
          List<Leg> legs = legs(random);
          var shuffled = new ArrayList<>(legs);
          Collections.shuffle(shuffled, new Random(random.nextLong()));

          assertThat(greeks(shuffled)).isEqualTo(greeks(legs));
          assertThat(greeks(shuffled).deltaUsd()).isEqualTo(greeks(legs).deltaUsd());
        });
  }

  @Test
  void everyLegIsCountedOrReported() {
    Cases.forAll(
        300,
        random -> {
          List<Leg> legs = legs(random);
          PortfolioGreeks greeks = greeks(legs);

          int counted = greeks.underlyings().stream().mapToInt(UnderlyingGreeks::counted).sum();
          assertThat(counted + greeks.skipped().size()).isEqualTo(legs.size());
          assertThat(greeks.isComplete()).isEqualTo(counted == legs.size());
        });
  }

  @Test
  void doubledQuantitiesDoubleEveryGreekExactly() {
    Cases.forAll(
        300,
        random -> {
          List<Leg> legs = legs(random);
          List<Leg> doubled = legs.stream().map(PortfolioPropertyTest::doubled).toList();

          for (UnderlyingGreeks one : greeks(legs).underlyings()) {
            UnderlyingGreeks two = greeks(doubled).of(one.underlying()).orElseThrow();
            assertThat(FIELDS)
                .allSatisfy(
                    field ->
                        assertThat(field.applyAsDouble(two.greeks()))
                            .isEqualTo(2 * field.applyAsDouble(one.greeks())));
          }
        });
  }

  private static Leg doubled(Leg leg) {
    return new Leg(leg.name(), leg.underlying(), 2 * leg.quantity(), leg.multiplier(), leg.value());
  }

  @Test
  void aPortfolioIsTheSumOfItsLegs() {
    Cases.forAll(
        300,
        random -> {
          List<Leg> legs = legs(random);

          for (UnderlyingGreeks whole : greeks(legs).underlyings()) {
            List<IndexGreeks> parts =
                legs.stream()
                    .flatMap(leg -> greeks(List.of(leg)).of(whole.underlying()).stream())
                    .map(UnderlyingGreeks::greeks)
                    .toList();
            assertThat(FIELDS)
                .allSatisfy(
                    field -> {
                      double sum = parts.stream().mapToDouble(field).sum();
                      double size = parts.stream().mapToDouble(field).map(Math::abs).sum();
                      assertThat(field.applyAsDouble(whole.greeks()))
                          .isCloseTo(sum, within(1e-13 * size));
                    });
          }
        });
  }

  @Test
  void bucketsAddUpToTheVegas() {
    Cases.forAll(
        300,
        random -> {
          for (UnderlyingGreeks each : greeks(legs(random)).underlyings()) {
            double vega = each.vegaBuckets().stream().mapToDouble(VegaBucket::vega).sum();
            double weighted =
                each.vegaBuckets().stream().mapToDouble(VegaBucket::weightedVega).sum();
            assertThat(vega).isCloseTo(each.greeks().vega(), within(1e-7));
            assertThat(weighted).isCloseTo(each.greeks().weightedVega(), within(1e-7));
          }
        });
  }
}
