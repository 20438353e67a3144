package io.arb.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OptionsTest {
  @Test
  void strataSolvesEveryOneOfTheDeepOptionsKeptForIt() {
    Options solved = Options.of("deep_otm_solved");
    BlackLibrary strata = Library.STRATA.black();

    assertThat(IntStream.range(0, Options.COUNT).mapToDouble(i -> solved.impliedVol(strata, i)))
        .hasSize(Options.COUNT)
        .allSatisfy(vol -> assertThat(vol).isPositive());
    assertThat(Arrays.stream(solved.price).distinct().count()).isGreaterThan(100);
  }

  @Test
  void strataGivesUpOnMostOfTheDeepOptions() {
    Options deep = Options.of("deep_otm");
    BlackLibrary strata = Library.STRATA.black();

    assertThat(IntStream.range(0, Options.COUNT).filter(i -> deep.impliedVol(strata, i) == 0))
        .hasSize(898);
  }
}
