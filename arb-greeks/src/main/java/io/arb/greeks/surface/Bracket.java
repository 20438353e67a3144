package io.arb.greeks.surface;

import java.util.List;

/** Where a moment lies among the listed expiries. */
sealed interface Bracket {
  /** A listed expiry. */
  record On(SliceFit slice) implements Bracket {}

  /**
   * Between two listed expiries.
   *
   * @param weightOfLater strictly between 0 and 1
   */
  record Between(SliceFit earlier, SliceFit later, double weightOfLater) implements Bracket {}

  /**
   * Before the first or after the last.
   *
   * @param timeRatio time to the moment over time to the nearest expiry
   */
  record Beyond(SliceFit nearest, double timeRatio) implements Bracket {}

  /** The listed expiries whose quotes the place depends on: one or two. */
  default List<SliceFit> slices() {
    return switch (this) {
      case On on -> List.of(on.slice);
      case Between between -> List.of(between.earlier, between.later);
      case Beyond beyond -> List.of(beyond.nearest);
    };
  }

  /** Expiries apart by less are the same: half a second. */
  double SAME_YEARS = 0.5 / (365 * 86_400);

  /**
   * Finds the place of a moment.
   *
   * @param slices ascending, at least one
   */
  static Bracket of(List<SliceFit> slices, double years) {
    for (int i = 0; i < slices.size(); i++) {
      SliceFit slice = slices.get(i);
      if (Math.abs(slice.years() - years) <= SAME_YEARS) {
        return new On(slice);
      }
      if (years < slice.years()) {
        return i == 0
            ? new Beyond(slice, years / slice.years())
            : between(slices.get(i - 1), slice, years);
      }
    }
    return new Beyond(slices.getLast(), years / slices.getLast().years());
  }

  private static Bracket between(SliceFit earlier, SliceFit later, double years) {
    return new Between(
        earlier, later, (years - earlier.years()) / (later.years() - earlier.years()));
  }
}
