package io.arb.cli.greeks.surface;

import io.arb.greeks.surface.SliceFit;
import io.arb.greeks.surface.SliceQuotes;
import io.arb.greeks.surface.VolSurface;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What became of one expiry of a snapshot. Immutable.
 *
 * @param takenAtMillis of the snapshot
 * @param twoSided quotes with two sides, before any was dropped
 * @param quotes the usable ones
 * @param fit empty if there were too few of them
 */
record FittedSlice(
    long takenAtMillis, Instant expiry, long twoSided, SliceQuotes quotes, Optional<SliceFit> fit) {
  /**
   * Fits a snapshot; every expiry comes back, in order.
   *
   * @throws IllegalArgumentException if no expiry has enough quotes
   */
  static List<FittedSlice> all(Snapshot snapshot) {
    List<SliceQuotes> quotes = snapshot.listed().keySet().stream().map(snapshot::quotes).toList();
    Iterator<SliceFit> fits =
        VolSurface.fit(snapshot.takenAtMillis(), snapshot.indexUsd(), quotes).slices().iterator();
    List<FittedSlice> slices = new ArrayList<>();
    int i = 0;
    for (Instant expiry : snapshot.listed().keySet()) {
      SliceQuotes slice = quotes.get(i++);
      boolean isFitted = slice.quotes().size() >= VolSurface.FEWEST_QUOTES;
      slices.add(
          new FittedSlice(
              snapshot.takenAtMillis(),
              expiry,
              snapshot.twoSided(expiry),
              slice,
              isFitted ? Optional.of(fits.next()) : Optional.empty()));
    }
    return slices;
  }

  boolean isGood() {
    return fit.isPresent() && fit.get().isGood();
  }

  /** One word for people. */
  String verdict() {
    if (fit.isEmpty()) {
      return "too few quotes";
    }
    if (!fit.get().isButterflyFree()) {
      return "butterfly";
    }
    if (!fit.get().isCalendarFree()) {
      return "calendar";
    }
    return isGood() ? "good" : "outside quotes";
  }
}
