package io.arb.deribit.simulator;

/** How numbers are written; all three are seen on the exchange. */
public enum NumberForm {
  /** {@code 64000}, {@code 0.0225}. */
  PLAIN,
  /** {@code 64000.0}, {@code 0.0225}. */
  POINT,
  /** {@code 6.4e4}, {@code 2.25e-2}. */
  EXPONENT
}
