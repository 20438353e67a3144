package io.arb.greeks.hedgesim;

/** What happens to the money that hedging ties up. */
public enum Interest {
  /** It earns or costs the book's rate; results are discounted to the start. */
  EARNED,
  /**
   * It does not, and nothing is discounted, though the options are priced with the rate: the
   * convention of Tables 19.1 and 19.4 in J. C. Hull, "Options, Futures, and Other Derivatives".
   */
  IGNORED
}
