package io.arb.greeks;

/**
 * Sensitivities beyond the five of {@link Greeks}, per one unit of the underlying. Immutable; every
 * field is finite. Formulas and accuracy are those of the method of the same name in {@link
 * GreeksBuffer}; "per year" is as calendar time passes, a year being 365 days.
 *
 * @param vanna d(delta)/d(vol): units of the underlying per 1.00 of volatility
 * @param volga d(vega)/d(vol): USD per 1.00 of volatility squared
 * @param charm change of delta as time passes: units of the underlying per year
 * @param speed d(gamma)/d(underlying): units of the underlying per USD squared
 * @param zomma d(gamma)/d(vol): gamma per 1.00 of volatility
 * @param color change of gamma as time passes: gamma per year
 * @param veta change of vega as time passes: vega per year
 * @param ultima d(volga)/d(vol): USD per 1.00 of volatility cubed
 * @param dualDelta dV/dK: USD per USD of strike
 * @param dualGamma d2V/dK2: per USD of strike, the discounted density of the terminal price
 */
public record HigherGreeks(
    double vanna,
    double volga,
    double charm,
    double speed,
    double zomma,
    double color,
    double veta,
    double ultima,
    double dualDelta,
    double dualGamma) {
  public HigherGreeks {
    Arguments.finite("vanna", vanna);
    Arguments.finite("volga", volga);
    Arguments.finite("charm", charm);
    Arguments.finite("speed", speed);
    Arguments.finite("zomma", zomma);
    Arguments.finite("color", color);
    Arguments.finite("veta", veta);
    Arguments.finite("ultima", ultima);
    Arguments.finite("dualDelta", dualDelta);
    Arguments.finite("dualGamma", dualGamma);
  }
}
