package io.arb.greeks;

import java.util.Arrays;

/**
 * Inputs of many options, one array a column, for {@link Black76Batch}. Ranges and units are those
 * of {@link Black76}. The arrays are shared with the caller, who changes a forward or a volatility
 * in place and fills again; owned by one thread.
 */
public final class OptionColumns {
  /** The right each option gives; {@link OptionType#CALL} until set. */
  public final OptionType[] type;

  /** Forward of each option's own expiry, USD per unit. */
  public final double[] forwardUsd;

  /** USD per unit. */
  public final double[] strikeUsd;

  /** Time to expiry in years of 365 days. */
  public final double[] years;

  /** Volatility per square root of a year. */
  public final double[] volFraction;

  /** Continuously compounded interest rate per year. */
  public final double[] rate;

  /** Room for {@code size} options. */
  public OptionColumns(int size) {
    type = new OptionType[size];
    Arrays.fill(type, OptionType.CALL);
    forwardUsd = new double[size];
    strikeUsd = new double[size];
    years = new double[size];
    volFraction = new double[size];
    rate = new double[size];
  }

  /** Number of options there is room for. */
  public int size() {
    return type.length;
  }

  /** Sets one option. Nothing is checked before {@link Black76Batch#fill}. */
  public void set(
      int row,
      OptionType type,
      double forwardUsd,
      double strikeUsd,
      double years,
      double volFraction,
      double rate) {
    this.type[row] = type;
    this.forwardUsd[row] = forwardUsd;
    this.strikeUsd[row] = strikeUsd;
    this.years[row] = years;
    this.volFraction[row] = volFraction;
    this.rate[row] = rate;
  }
}
