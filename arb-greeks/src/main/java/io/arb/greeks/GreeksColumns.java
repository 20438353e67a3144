package io.arb.greeks;

/**
 * Prices and greeks of many options, one array a column, as {@link Black76Batch} fills them.
 * Formulas and units are those of the method of the same name in {@link GreeksBuffer}. The arrays
 * are shared with the caller; owned by one thread.
 */
public final class GreeksColumns {
  /** USD per unit of the underlying, at least 0. */
  public final double[] priceUsd;

  /** Units of the underlying. */
  public final double[] delta;

  /** Units of the underlying per USD. */
  public final double[] gamma;

  /** USD per 1.00 of volatility. */
  public final double[] vega;

  /** USD per year. */
  public final double[] theta;

  /** USD per 1.00 of rate, the forward held still. */
  public final double[] rho;

  /** Units of the underlying per 1.00 of volatility. */
  public final double[] vanna;

  /** USD per 1.00 of volatility squared. */
  public final double[] volga;

  /** Room for {@code size} options. */
  public GreeksColumns(int size) {
    priceUsd = new double[size];
    delta = new double[size];
    gamma = new double[size];
    vega = new double[size];
    theta = new double[size];
    rho = new double[size];
    vanna = new double[size];
    volga = new double[size];
  }

  /** Number of options there is room for. */
  public int size() {
    return priceUsd.length;
  }

  void set(int row, GreeksBuffer value) {
    priceUsd[row] = value.priceUsd();
    delta[row] = value.delta();
    gamma[row] = value.gamma();
    vega[row] = value.vega();
    theta[row] = value.theta();
    rho[row] = value.rho();
    vanna[row] = value.vanna();
    volga[row] = value.volga();
  }

  /** Copies the first {@code count} rows to where {@code from} begins. */
  void copyTo(GreeksColumns out, int from, int count) {
    System.arraycopy(priceUsd, 0, out.priceUsd, from, count);
    System.arraycopy(delta, 0, out.delta, from, count);
    System.arraycopy(gamma, 0, out.gamma, from, count);
    System.arraycopy(vega, 0, out.vega, from, count);
    System.arraycopy(theta, 0, out.theta, from, count);
    System.arraycopy(rho, 0, out.rho, from, count);
    System.arraycopy(vanna, 0, out.vanna, from, count);
    System.arraycopy(volga, 0, out.volga, from, count);
  }
}
