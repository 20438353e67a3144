package io.arb.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccuracyTest {
  @ParameterizedTest
  @ValueSource(strings = {"moderate", "deep_otm", "deep_otm_solved", "short_dated"})
  void arbIsRightOnEveryRow(String kind) {
    assertThat(Accuracy.ofImpliedVol(Library.ARB.black(), kind)).isEqualTo(1);
  }

  @Test
  void arbIsRightOnEveryPriceAndGreek() {
    assertThat(Accuracy.ofPrice(Library.ARB.black())).isEqualTo(1);
    assertThat(Accuracy.ofGreeks(Library.ARB.black())).isEqualTo(1);
  }

  @Test
  void anApproximationOfSevenDigitsIsNot() {
    assertThat(Accuracy.ofImpliedVol(Library.TEXTBOOK.black(), "moderate")).isLessThan(0.01);
    assertThat(Accuracy.ofPrice(Library.TEXTBOOK.black())).isLessThan(0.5);
  }
}
