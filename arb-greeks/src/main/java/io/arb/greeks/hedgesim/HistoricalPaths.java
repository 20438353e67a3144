package io.arb.greeks.hedgesim;

import io.arb.greeks.Arguments;
import java.util.function.Supplier;

/**
 * Windows of one recorded price series, each scaled to start at the same price, so that one book
 * meets many stretches of history. Windows that overlap ({@code stride < steps}) are not
 * independent: standard errors are then too small.
 *
 * @param series the whole recording
 * @param spotUsd where every window starts after scaling, above 0
 * @param steps moves per window, at least 1
 * @param stride observations between the starts of two windows, at least 1
 */
public record HistoricalPaths(PricePath series, double spotUsd, int steps, int stride)
    implements PathSource {
  public HistoricalPaths {
    Arguments.positive("spotUsd", spotUsd);
    if (steps < 1 || steps > series.steps()) {
      throw new IllegalArgumentException(
          "steps must be from 1 to the series' " + series.steps() + ", got " + steps);
    }
    if (stride < 1) {
      throw new IllegalArgumentException("stride must be at least 1, got " + stride);
    }
  }

  /** The series as it is: one path, not scaled. */
  public static HistoricalPaths whole(PricePath series) {
    return new HistoricalPaths(series, series.priceUsd(0), series.steps(), series.steps());
  }

  @Override
  public int paths() {
    return (series.steps() - steps) / stride + 1;
  }

  @Override
  public double horizonYears() {
    double longest = 0;
    for (int path = 0; path < paths(); path++) {
      int start = path * stride;
      longest = Math.max(longest, series.years(start + steps) - series.years(start));
    }
    return longest;
  }

  @Override
  public int pathsPerDraw() {
    return 1;
  }

  @Override
  public Supplier<PricePath> block(int block) {
    return new Supplier<>() {
      private int next = block * BLOCK;

      @Override
      public PricePath get() {
        return window(stride * next++);
      }
    };
  }

  private PricePath window(int start) {
    double[] years = new double[steps + 1];
    double[] prices = new double[steps + 1];
    double[] volShifts = new double[steps + 1];
    double scale = spotUsd / series.priceUsd(start);
    for (int i = 0; i <= steps; i++) {
      years[i] = series.years(start + i) - series.years(start);
      prices[i] = scale * series.priceUsd(start + i);
      volShifts[i] = series.volShift(start + i) - series.volShift(start);
    }
    return PricePath.recorded(years, prices, volShifts);
  }
}
