package io.arb.greeks.surface;

import io.arb.greeks.Arguments;

/**
 * How wrong a volatility off the surface may be, by cause; all in volatility. Immutable.
 *
 * @param spread half the bid-ask spread of the widest of the quotes next to it
 * @param fit how far the smile misses the middle of the quotes it was fitted to
 * @param beyondStrike charge for lying outside of the quoted strikes
 * @param beyondExpiry charge for lying outside of the listed expiries
 */
public record VolUncertainty(double spread, double fit, double beyondStrike, double beyondExpiry) {
  public VolUncertainty {
    Arguments.notNegative("spread", spread);
    Arguments.notNegative("fit", fit);
    Arguments.notNegative("beyondStrike", beyondStrike);
    Arguments.notNegative("beyondExpiry", beyondExpiry);
  }

  /** Their sum: the causes may well act together. */
  public double total() {
    return spread + fit + beyondStrike + beyondExpiry;
  }
}
