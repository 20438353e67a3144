package io.arb.greeks.hedgesim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PathSourceTest {
  @Test
  void pathsDependOnSeedAndNumberAlone() {
    Supplier<PricePath> once = gbm(7, false).block(1);
    Supplier<PricePath> again = gbm(7, false).block(1);

    assertThat(once.get().priceUsd(3)).isEqualTo(again.get().priceUsd(3));
    assertThat(once.get().priceUsd(3)).isEqualTo(again.get().priceUsd(3));
    assertThat(gbm(7, false).block(0).get().priceUsd(3))
        .isNotEqualTo(gbm(7, false).block(1).get().priceUsd(3));
    assertThat(gbm(8, false).block(0).get().priceUsd(3))
        .isNotEqualTo(gbm(7, false).block(0).get().priceUsd(3));
  }

  @Test
  void antitheticPathsMirrorEachOther() {
    Supplier<PricePath> pairs = gbm(7, true).block(0);

    double one = pairs.get().priceUsd(10);
    double other = pairs.get().priceUsd(10);
    double next = pairs.get().priceUsd(10);

    double trend = Math.exp(2 * (0.1 - 0.3 * 0.3 / 2) * 0.5);
    assertThat(one * other).isCloseTo(100 * 100 * trend, within(1e-9));
    assertThat(next).isNotEqualTo(one);
  }

  @Test
  void growAtTheDriftWithTheVolatility() {
    int paths = 40_000;
    var source = new GbmPaths(100, 0.1, 0.3, 0.5, 2, paths, 3, false);
    double sum = 0;
    double squares = 0;
    double mean = (0.1 - 0.045) * 0.5;
    for (int block = 0; block * PathSource.BLOCK < paths; block++) {
      Supplier<PricePath> prices = source.block(block);
      for (int i = 0; i < PathSource.BLOCK; i++) {
        double move = Math.log(prices.get().priceUsd(2) / 100) - mean;
        sum += move;
        squares += move * move;
      }
    }
    int drawn = (paths + PathSource.BLOCK - 1) / PathSource.BLOCK * PathSource.BLOCK;

    assertThat(sum / drawn).isCloseTo(0, within(4 * 0.3 * Math.sqrt(0.5 / drawn)));
    assertThat(squares / drawn).isCloseTo(0.045, within(4 * 0.045 * Math.sqrt(2.0 / drawn)));
  }

  @Test
  void extremesLieAroundEveryMoveAndAreTheSameEachTime() {
    PricePath path = gbm(7, false).block(0).get();
    PriceExtremes once = path.extremes();
    PriceExtremes again = path.extremes();
    for (int i = 1; i <= path.steps(); i++) {
      double highest = once.highestUsd(i);
      double lowest = once.lowestUsd(i);

      assertThat(highest).isGreaterThan(Math.max(path.priceUsd(i - 1), path.priceUsd(i)));
      assertThat(lowest).isLessThan(Math.min(path.priceUsd(i - 1), path.priceUsd(i)));
      assertThat(again.highestUsd(i)).isEqualTo(highest);
      assertThat(again.lowestUsd(i)).isEqualTo(lowest);
    }
  }

  /** P(max of a driftless path > a) = 2 P(end > a), the reflection principle. */
  @Test
  void extremesObeyTheReflectionPrinciple() {
    int paths = 20_480;
    var source = new GbmPaths(100, 0.045, 0.3, 1, 1, paths, 3, false);
    int beyond = 0;
    for (int block = 0; block * PathSource.BLOCK < paths; block++) {
      Supplier<PricePath> prices = source.block(block);
      for (int i = 0; i < PathSource.BLOCK; i++) {
        beyond += Math.log(prices.get().extremes().highestUsd(1) / 100) > 0.3 ? 1 : 0;
      }
    }

    double expected = 2 * 0.15865525393145707;
    double error = Math.sqrt(expected * (1 - expected) / paths);
    assertThat(beyond / (double) paths).isCloseTo(expected, within(4 * error));
  }

  @Test
  void extremesOfARecordingAreItsObservations() {
    PriceExtremes extremes = PricePath.evenly(1, 100, 90, 95).extremes();

    assertThat(extremes.highestUsd(1)).isEqualTo(100);
    assertThat(extremes.lowestUsd(1)).isEqualTo(90);
    assertThat(extremes.highestUsd(2)).isEqualTo(95);
    assertThat(extremes.lowestUsd(2)).isEqualTo(90);
  }

  @Test
  void cutsHistoryIntoScaledWindows() {
    var series =
        PricePath.of(
            new double[] {0, 1, 2, 4, 8},
            new double[] {50, 60, 45, 90, 30},
            new double[] {0.1, 0.2, 0.4, 0.3, 0});
    var windows = new HistoricalPaths(series, 100, 2, 2);

    assertThat(windows.paths()).isEqualTo(2);
    assertThat(windows.horizonYears()).isEqualTo(6);
    Supplier<PricePath> source = windows.block(0);
    assertWindow(source.get(), new double[] {0, 1, 2}, new double[] {100, 120, 90});
    PricePath second = source.get();
    assertWindow(second, new double[] {0, 2, 6}, new double[] {100, 200, 100 * 30 / 45.0});
    assertThat(second.volShift(2)).isEqualTo(-0.4);
  }

  private static void assertWindow(PricePath path, double[] years, double[] prices) {
    for (int i = 0; i < years.length; i++) {
      assertThat(path.years(i)).isEqualTo(years[i]);
      assertThat(path.priceUsd(i)).isCloseTo(prices[i], within(1e-12));
    }
  }

  @Test
  void refusesAnOddNumberOfAntitheticPaths() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GbmPaths(100, 0, 0.3, 0.5, 10, 101, 1, true))
        .withMessage("paths must be even with antithetic, got 101");
  }

  @Test
  void refusesTimesThatDoNotRise() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> PricePath.of(new double[] {0, 1, 1}, new double[] {1, 2, 3}, new double[0]))
        .withMessage("years must rise, got 1.0 at 2");
  }

  @Test
  void refusesAPriceOfZero() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PricePath.evenly(0.1, 1, 0))
        .withMessageStartingWith("pricesUsd[1] must be a finite number above 0");
  }

  @Test
  void refusesAWindowLongerThanTheSeries() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HistoricalPaths(PricePath.evenly(0.1, 1, 2), 100, 2, 1))
        .withMessage("steps must be from 1 to the series' 1, got 2");
  }

  private static GbmPaths gbm(long seed, boolean antithetic) {
    return new GbmPaths(100, 0.1, 0.3, 0.5, 10, 1000, seed, antithetic);
  }
}
