package io.arb.greeks.surface;

import io.arb.greeks.Arguments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The smiles of all listed expiries of one underlying at one moment, and what lies between them.
 * Immutable.
 *
 * <p>Between two expiries total variance is linear in time at constant {@code k = ln(strike /
 * forward)}, the log of forward over index likewise; before the first and after the last both go in
 * proportion to time.
 *
 * @param takenAtMillis epoch milliseconds of the quotes
 * @param indexUsd price of the underlying then, USD, above 0
 * @param slices the fitted expiries, ascending, at least one
 */
public record VolSurface(long takenAtMillis, double indexUsd, List<SliceFit> slices) {
  /** Fewer quotes than this say nothing of a smile: neither level, tilt nor bend. */
  public static final int FEWEST_QUOTES = 3;

  public VolSurface {
    Arguments.positive("indexUsd", indexUsd);
    slices = List.copyOf(slices);
    if (slices.isEmpty()) {
      throw new IllegalArgumentException("slices must hold at least one expiry, got none");
    }
    for (int i = 1; i < slices.size(); i++) {
      if (slices.get(i).years() <= slices.get(i - 1).years()) {
        throw new IllegalArgumentException(
            "slices must ascend in years, got %s after %s"
                .formatted(slices.get(i).years(), slices.get(i - 1).years()));
      }
    }
  }

  /**
   * Fits all expiries together; some milliseconds each. Expiries with fewer than {@link
   * #FEWEST_QUOTES} quotes are left out.
   *
   * @param takenAtMillis epoch milliseconds of the quotes, from which their years count
   * @param listed one for each expiry, in any order
   * @throws IllegalArgumentException if no expiry has enough quotes, or two have the same years
   */
  public static VolSurface fit(long takenAtMillis, double indexUsd, List<SliceQuotes> listed) {
    List<SliceQuotes> fitted =
        listed.stream()
            .filter(slice -> slice.quotes().size() >= FEWEST_QUOTES)
            .sorted(Comparator.comparingDouble(SliceQuotes::years))
            .toList();
    List<Smile> smiles = SurfaceFitter.fit(fitted);
    List<SliceFit> fits = new ArrayList<>();
    for (int i = 0; i < smiles.size(); i++) {
      Neighbours neighbours =
          new Neighbours(
              i > 0 ? smiles.get(i - 1) : null, i + 1 < smiles.size() ? smiles.get(i + 1) : null);
      fits.add(SliceFit.of(fitted.get(i), smiles.get(i), neighbours.allow(smiles.get(i))));
    }
    return new VolSurface(takenAtMillis, indexUsd, fits);
  }

  /**
   * The smile at any expiry.
   *
   * @param years from when the quotes were taken, above 0
   */
  public Smile smileAt(double years) {
    Arguments.positive("years", years);
    Bracket bracket = Bracket.of(slices, years);
    return switch (bracket) {
      case Bracket.On on -> on.slice().smile();
      case Bracket.Between between ->
          SviSum.blend(between.earlier().smile(), between.later().smile(), between.weightOfLater());
      case Bracket.Beyond beyond -> beyond.nearest().smile().times(beyond.timeRatio());
    };
  }

  /**
   * Forward over index at any expiry: 1 at none.
   *
   * @param years from when the quotes were taken, above 0
   */
  public double forwardRatio(double years) {
    Arguments.positive("years", years);
    return Math.exp(
        switch (Bracket.of(slices, years)) {
          case Bracket.On on -> logRatio(on.slice());
          case Bracket.Between between ->
              (1 - between.weightOfLater()) * logRatio(between.earlier())
                  + between.weightOfLater() * logRatio(between.later());
          case Bracket.Beyond beyond -> logRatio(beyond.nearest()) * beyond.timeRatio();
        });
  }

  private double logRatio(SliceFit slice) {
    return Math.log(slice.forwardUsd() / indexUsd);
  }
}
