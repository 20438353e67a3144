package io.arb.greeks.surface;

/** What a fit wants to be zero: adds its residuals at the jet's coordinates to the sink. */
interface Residuals {
  void addTo(Sink sink, SviJet jet);

  /** Takes residuals; those that are zero (a penalty that does not bite) need not be added. */
  interface Sink {
    /**
     * Adds one residual.
     *
     * @param scale what {@code gradient} is to be multiplied by
     * @param gradient derivatives of {@code residual / scale} by the coordinates; only read
     */
    void add(double residual, double scale, double[] gradient);
  }
}
