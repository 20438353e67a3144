package io.arb.greeks.surface;

import io.arb.greeks.Arguments;

/**
 * A band of volatility the smile should pass through at one strike. Immutable.
 *
 * @param strikeUsd above 0
 * @param k log-moneyness of the strike against the quote's own forward
 * @param bidVol volatility of the bid, a fraction above 0
 * @param askVol volatility of the offer, above {@code bidVol}
 */
public record SmileQuote(double strikeUsd, double k, double bidVol, double askVol) {
  public SmileQuote {
    Arguments.positive("strikeUsd", strikeUsd);
    Arguments.finite("k", k);
    Arguments.positive("bidVol", bidVol);
    Arguments.finite("askVol", askVol);
    if (askVol <= bidVol) {
      throw new IllegalArgumentException(
          "askVol must be above bidVol %s, got %s".formatted(bidVol, askVol));
    }
  }

  /** Halfway between the two sides, in volatility. */
  public double midVol() {
    return (bidVol + askVol) / 2;
  }

  /** Half of what separates the two sides, in volatility. */
  public double halfSpreadVol() {
    return (askVol - bidVol) / 2;
  }

  /** The volatility lies between bid and offer, both included. */
  public boolean contains(double volFraction) {
    return volFraction >= bidVol && volFraction <= askVol;
  }
}
