package io.arb.greeks.surface;

import io.arb.greeks.Arguments;
import java.util.Objects;

/**
 * The smile of one listed expiry, and how well it fits. Immutable.
 *
 * @param quotes what it was fitted to
 * @param smile the fitted curve
 * @param shareInside fraction of the quotes between whose bid and offer the smile lies, 0 to 1
 * @param rmsErrorVol root mean square distance from the middle of the quotes, in volatility, each
 *     weighted with one over its squared spread: what a wide quote says is worth little
 * @param isButterflyFree no butterfly arbitrage on the whole line
 * @param isCalendarFree crosses neither the smile before nor the one after
 */
public record SliceFit(
    SliceQuotes quotes,
    Smile smile,
    double shareInside,
    double rmsErrorVol,
    boolean isButterflyFree,
    boolean isCalendarFree) {
  /** A smile is good if it passes through at least this share of its quotes. */
  public static final double GOOD_SHARE = 0.9;

  public SliceFit {
    Objects.requireNonNull(quotes, "quotes");
    Objects.requireNonNull(smile, "smile");
    Arguments.fraction("shareInside", shareInside);
    Arguments.notNegative("rmsErrorVol", rmsErrorVol);
  }

  static SliceFit of(SliceQuotes quotes, Smile smile, boolean isCalendarFree) {
    long inside = 0;
    double squares = 0;
    double weights = 0;
    for (SmileQuote quote : quotes.quotes()) {
      double vol = smile.volFraction(quote.k(), quotes.years());
      double misses = (vol - quote.midVol()) / quote.halfSpreadVol();
      inside += quote.contains(vol) ? 1 : 0;
      squares += misses * misses;
      weights += 1 / (quote.halfSpreadVol() * quote.halfSpreadVol());
    }
    int count = quotes.quotes().size();
    return new SliceFit(
        quotes,
        smile,
        (double) inside / count,
        Math.sqrt(squares / weights),
        ButterflyCheck.of(smile).isFree(),
        isCalendarFree);
  }

  /** To expiry when the quotes were taken. */
  public double years() {
    return quotes.years();
  }

  /** Forward of the expiry when the quotes were taken. */
  public double forwardUsd() {
    return quotes.forwardUsd();
  }

  /** No arbitrage of either kind. */
  public boolean isArbitrageFree() {
    return isButterflyFree && isCalendarFree;
  }

  /** Free of arbitrage and inside of {@value #GOOD_SHARE} of its quotes. */
  public boolean isGood() {
    return isArbitrageFree() && shareInside >= GOOD_SHARE;
  }
}
