package io.arb.greeks.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arb.greeks.Cases;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class CompensatedSumTest {
  @Test
  void keepsWhatPlainAdditionLoses() {
    assertThat(CompensatedSum.of(DoubleStream.of(1e16, 1, -1e16, 1))).isEqualTo(2);
    assertThat(CompensatedSum.of(DoubleStream.generate(() -> 0.1).limit(1000))).isEqualTo(100);
  }

  @Test
  void ofNothingIsZero() {
    assertThat(CompensatedSum.of(DoubleStream.empty())).isZero();
    assertThat(1 / CompensatedSum.of(DoubleStream.of(-0.0))).isPositive();
  }

  @Test
  void isTheExactSumRoundedWhereTermsDoNotCancel() {
    Cases.forAll(
        300,
        random -> {
          double[] terms = terms(random);
          BigDecimal exact =
              DoubleStream.of(terms)
                  .mapToObj(BigDecimal::new)
                  .reduce(BigDecimal::add)
                  .orElseThrow();
          double size = DoubleStream.of(terms).map(Math::abs).sum();

          assertThat(CompensatedSum.of(DoubleStream.of(terms)))
              .isCloseTo(
                  exact.doubleValue(),
                  within(Math.ulp(exact.doubleValue()) + 1e-28 * terms.length * size));
        });
  }

  /** Terms over sixty decades that nearly cancel: what is lost on the way depends on the way. */
  @Test
  void theOrderOfTermsDoesNotChangeABit() {
    Cases.forAll(
        300,
        random -> {
          List<Double> terms = new ArrayList<>();
          for (int i = 0; i < 20; i++) {
            double term = Cases.magnitude(random, 1e-30, 1e30);
            terms.addAll(List.of(term, -term * (1 + random.nextInt(4) * 1e-15)));
          }
          double sum = sum(terms);

          Collections.shuffle(terms, new Random(random.nextLong()));

          assertThat(sum(terms)).isEqualTo(sum);
        });
  }

  private static double sum(List<Double> terms) {
    return CompensatedSum.of(terms.stream().mapToDouble(Double::doubleValue));
  }

  private static double[] terms(SplittableRandom random) {
    return random
        .doubles(random.nextInt(1, 300))
        .map(each -> (each - 0.5) * Cases.magnitude(random, 1e-9, 1e9))
        .toArray();
  }
}
