package io.arb.greeks.surface;

import io.arb.greeks.Black76;
import io.arb.greeks.OptionType;
import io.arb.greeks.surface.SurfacePrice.Priced;
import io.arb.greeks.surface.SurfacePrice.Refusal;
import io.arb.greeks.surface.SurfacePrice.Refused;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Prices options that need not be listed off a surface of those that are. Immutable; safe from any
 * thread.
 *
 * @param surface fitted to the listed options
 * @param limits beyond which there is no price
 */
public record SurfacePricer(VolSurface surface, PricingLimits limits) {
  private static final double MILLIS_PER_YEAR = 365 * 86_400_000.0;

  public SurfacePricer {
    Objects.requireNonNull(surface, "surface");
    Objects.requireNonNull(limits, "limits");
  }

  /**
   * Prices one option. The smile goes with the index: a strike keeps the volatility of its distance
   * from the forward.
   *
   * @param strikeUsd above 0
   * @param expiryMillis epoch milliseconds
   * @param indexUsd price of the underlying now, above 0
   * @param nowMillis epoch milliseconds
   */
  public SurfacePrice price(
      OptionType type, double strikeUsd, long expiryMillis, double indexUsd, long nowMillis) {
    if (expiryMillis <= nowMillis) {
      return new Refused(Refusal.EXPIRED, expiryMillis - (double) nowMillis, 0);
    }
    double ageMillis = nowMillis - (double) surface.takenAtMillis();
    if (ageMillis < 0 || ageMillis > limits.maxAgeMillis()) {
      return new Refused(Refusal.STALE, ageMillis, limits.maxAgeMillis());
    }
    double surfaceYears = (expiryMillis - surface.takenAtMillis()) / MILLIS_PER_YEAR;
    double forwardUsd = indexUsd * surface.forwardRatio(surfaceYears);
    double k = Math.log(strikeUsd / forwardUsd);
    Place place = new Place(Bracket.of(surface.slices(), surfaceYears), k);
    List<Refused> refusals = refusals(place, surface.smileAt(surfaceYears));
    if (!refusals.isEmpty()) {
      return refusals.getFirst();
    }
    double years = (expiryMillis - nowMillis) / MILLIS_PER_YEAR;
    double vol = surface.smileAt(surfaceYears).volFraction(k, surfaceYears);
    return new Priced(
        Black76.price(type, forwardUsd, strikeUsd, years, vol),
        forwardUsd,
        years,
        uncertainty(place));
  }

  private List<Refused> refusals(Place place, Smile smile) {
    double share = place.lowestShareInside();
    double arbitrage = Math.min(smile.at(place.k).durrleman(), place.varianceGrowth());
    return List.of(
            new Check(
                place.beyondStrike() > limits.maxBeyondStrike(),
                new Refused(
                    Refusal.STRIKE_TOO_FAR, place.beyondStrike(), limits.maxBeyondStrike())),
            new Check(
                place.beyondExpiry() > limits.maxBeyondExpiry(),
                new Refused(
                    Refusal.EXPIRY_TOO_FAR, place.beyondExpiry(), limits.maxBeyondExpiry())),
            new Check(!(arbitrage >= 0), new Refused(Refusal.ARBITRAGE, arbitrage, 0)),
            new Check(
                share < SliceFit.GOOD_SHARE,
                new Refused(Refusal.POOR_FIT, share, SliceFit.GOOD_SHARE)))
        .stream()
        .filter(Check::fails)
        .map(Check::refused)
        .toList();
  }

  private record Check(boolean fails, Refused refused) {}

  private VolUncertainty uncertainty(Place place) {
    return new VolUncertainty(
        place.widestHalfSpread(),
        place.largestFitError(),
        place.beyondStrike() * limits.volPerStrike(),
        place.beyondExpiry() * limits.volPerExpiry());
  }

  /** One log-moneyness among the quotes of the one or two expiries next to it. */
  private record Place(Bracket bracket, double k) {
    double beyondStrike() {
      return bracket.slices().stream()
          .mapToDouble(
              slice -> Math.max(slice.quotes().lowestK() - k, k - slice.quotes().highestK()))
          .map(distance -> Math.max(0, distance))
          .max()
          .orElseThrow();
    }

    double beyondExpiry() {
      return bracket instanceof Bracket.Beyond beyond ? Math.abs(Math.log(beyond.timeRatio())) : 0;
    }

    double lowestShareInside() {
      return bracket.slices().stream().mapToDouble(SliceFit::shareInside).min().orElseThrow();
    }

    double largestFitError() {
      return bracket.slices().stream().mapToDouble(SliceFit::rmsErrorVol).max().orElseThrow();
    }

    /** Difference of total variance at {@code k} where there are two expiries to compare. */
    double varianceGrowth() {
      return bracket instanceof Bracket.Between between
          ? between.later().smile().totalVariance(k) - between.earlier().smile().totalVariance(k)
          : Double.POSITIVE_INFINITY;
    }

    double widestHalfSpread() {
      return bracket.slices().stream().mapToDouble(this::halfSpreadNextTo).max().orElseThrow();
    }

    /** The wider of the quotes next below and next above. */
    private double halfSpreadNextTo(SliceFit slice) {
      List<SmileQuote> quotes = slice.quotes().quotes();
      double below =
          quotes.stream()
              .filter(quote -> quote.k() <= k)
              .max(Comparator.comparingDouble(SmileQuote::k))
              .map(SmileQuote::halfSpreadVol)
              .orElse(0.0);
      double above =
          quotes.stream()
              .filter(quote -> quote.k() >= k)
              .min(Comparator.comparingDouble(SmileQuote::k))
              .map(SmileQuote::halfSpreadVol)
              .orElse(0.0);
      return Math.max(below, above);
    }
  }
}
