package io.arb.greeks;

import static io.arb.greeks.OptionType.CALL;
import static io.arb.greeks.OptionType.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class GreeksBufferTest {
  private static final double[] LEVELS = {1e-50, 1e-12, 0.01, 1, 100_000, 1e12, 1e50};
  private static final double[] STRIKES = {0, 1e-50, 1e-12, 0.01, 1, 100_000, 1e12, 1e50};
  private static final double[] YEARS = {0, 1e-300, 1e-30, 1e-12, 0.1, 5, 200, 1e6};
  private static final double[] VOLS = {0, 1e-300, 1e-25, 1e-6, 0.5, 5, 100, 1e20, 1e300};
  private static final double[] RATES = {-1, -1e-4, 0, 1e-4, 1};

  private static DoubleStream everyValue(GreeksBuffer buffer) {
    return DoubleStream.of(
        buffer.priceUsd(),
        buffer.delta(),
        buffer.gamma(),
        buffer.vega(),
        buffer.theta(),
        buffer.rho(),
        buffer.vanna(),
        buffer.volga(),
        buffer.charm(),
        buffer.speed(),
        buffer.zomma(),
        buffer.color(),
        buffer.veta(),
        buffer.ultima(),
        buffer.dualDelta(),
        buffer.dualGamma());
  }

  /** Any corner of the range of inputs, the neighbours of the money included. */
  private record Corner(
      OptionType type, double level, double strike, double years, double vol, double rate) {
    static Corner random(SplittableRandom random) {
      double years = any(random, YEARS);
      double level = any(random, LEVELS);
      return new Corner(
          random.nextBoolean() ? CALL : PUT,
          level,
          random.nextInt(4) == 0 ? Math.max(Math.nextUp(level), 1e-50) : any(random, STRIKES),
          years,
          any(random, VOLS),
          years > 200 ? 0 : any(random, RATES));
    }

    private static double any(SplittableRandom random, double[] values) {
      return values[random.nextInt(values.length)];
    }
  }

  @Test
  void everyValueIsFiniteInTheWholeRange() {
    var buffer = new GreeksBuffer();
    Cases.forAll(
        20_000,
        random -> {
          Corner at = Corner.random(random);
          double strike = Math.min(at.strike, 1e50);
          double discount = Math.exp(-at.rate * at.years);
          Black76.fill(buffer, at.type, at.level, strike, at.years, at.vol, at.rate);
          assertThat(everyValue(buffer)).as("%s", at).allMatch(Double::isFinite);
          assertThat(buffer.priceUsd())
              .isBetween(0.0, discount * Math.max(at.level, strike) * (1 + 1e-12));
          BlackScholes.fill(
              buffer, at.type, at.level, strike, at.years, at.vol, at.rate, 0.01 * at.rate);
          assertThat(everyValue(buffer)).as("%s", at).allMatch(Double::isFinite);
        });
  }

  @Test
  void noValueIsANegativeZero() {
    var buffer = new GreeksBuffer();
    Black76.fill(buffer, PUT, 120, 100, 0, 0.5, 0);

    assertThat(everyValue(buffer).map(value -> 1 / value)).allMatch(inverse -> inverse > 0);
  }

  @Test
  void isZeroBeforeTheFirstUse() {
    assertThat(everyValue(new GreeksBuffer())).containsOnly(0.0);
    assertThat(new GreeksBuffer().atKink()).isFalse();
  }

  @Test
  void keepsItsValuesWhenArgumentsAreRefused() {
    var buffer = new GreeksBuffer();
    Black76.fill(buffer, CALL, 100, 105, 0.1, 0.5, 0.03);
    double[] before = everyValue(buffer).toArray();

    Exception refusal =
        catchIllegalArgumentException(
            () -> Black76.fill(buffer, CALL, 100, 105, 0.1, Double.NaN, 0.03));

    assertThat(refusal).hasMessageStartingWith("volFraction must be");
    assertThat(everyValue(buffer))
        .containsExactly(DoubleStream.of(before).boxed().toArray(Double[]::new));
  }

  @Test
  void aSecondOptionLeavesNothingOfTheFirst() {
    var used = new GreeksBuffer();
    Black76.fill(used, CALL, 100, 105, 0.1, 0.5, 0.03);
    Black76.fill(used, PUT, 100, 100, 0, 0.5, 0.03);
    Black76.fill(used, PUT, 90, 100, 1, 0.5, 0.03);
    var fresh = new GreeksBuffer();
    Black76.fill(fresh, PUT, 90, 100, 1, 0.5, 0.03);

    assertThat(everyValue(used).toArray()).isEqualTo(everyValue(fresh).toArray());
    assertThat(used.atKink()).isFalse();
  }

  @Test
  void handsOutTheSameNumbersAsValues() {
    var buffer = new GreeksBuffer();
    BlackScholes.fill(buffer, PUT, 100, 105, 0.1, 0.5, 0.03, 0.01);

    assertThat(buffer.toOptionPrice())
        .isEqualTo(BlackScholes.price(PUT, 100, 105, 0.1, 0.5, 0.03, 0.01));
    assertThat(buffer.toHigherGreeks())
        .isEqualTo(BlackScholes.higher(PUT, 100, 105, 0.1, 0.5, 0.03, 0.01));
    assertThat(buffer.toOptionPrice().greeks().vega()).isEqualTo(buffer.vega());
    assertThat(buffer.toHigherGreeks().dualGamma()).isEqualTo(buffer.dualGamma());
  }

  /** The least of several rounds, since the first ones also pay for linking and compiling. */
  @Test
  void fillsAndReadsWithoutAllocating() {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    var buffer = new GreeksBuffer();

    long least = Long.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      double sum = sumOfMany(buffer, 10_000);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
      assertThat(sum).isFinite();
    }

    assertThat(least).isZero();
  }

  private static double sumOfMany(GreeksBuffer buffer, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      Black76.fill(buffer, CALL, 100, 80 + i % 40, 0.1, 0.5, 0.03);
      sum += buffer.priceUsd() + buffer.volga() + buffer.charm() + buffer.ultima();
      BlackScholes.fill(buffer, PUT, 100, 80 + i % 40, 0.1, 0.5, 0.03, 0.01);
      sum += buffer.priceUsd() + buffer.color() + buffer.dualGamma();
      sum += Black76.priceUsd(PUT, 100, 80 + i % 40, 0.1, 0.5, 0.03);
    }
    return sum;
  }
}
