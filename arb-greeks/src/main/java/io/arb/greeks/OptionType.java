package io.arb.greeks;

/** The right a European option gives: to buy ({@link #CALL}) or to sell ({@link #PUT}). */
public enum OptionType {
  /** Pays {@code max(F - K, 0)} at expiry. */
  CALL(1),
  /** Pays {@code max(K - F, 0)} at expiry. */
  PUT(-1);

  private final int sign;

  OptionType(int sign) {
    this.sign = sign;
  }

  /** {@code +1} for a call, {@code -1} for a put: the {@code w} of the pricing formulas. */
  public int sign() {
    return sign;
  }

  /** The type on the other side of the same strike. */
  public OptionType opposite() {
    return this == CALL ? PUT : CALL;
  }

  /** Undiscounted value of exercising at {@code forwardUsd}, in USD, never negative. */
  public double intrinsicUsd(double forwardUsd, double strikeUsd) {
    return Math.max(sign * (forwardUsd - strikeUsd), 0);
  }
}
