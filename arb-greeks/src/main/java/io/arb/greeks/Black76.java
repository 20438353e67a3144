package io.arb.greeks;

/**
 * Price and greeks of a European option on a forward (F. Black, "The pricing of commodity
 * contracts", Journal of Financial Economics 3, 1976): {@code V = exp(-rT) w (F N(w d1) - K N(w
 * d2))}, {@code d1 = ln(F/K)/s + s/2}, {@code d2 = d1 - s}, {@code s = vol sqrt(T)}, w = 1 for a
 * call and -1 for a put.
 *
 * <p>The forward is the state variable: all greeks hold it still. {@link #fill} is the one
 * computation, without allocation; {@link #price} and {@link #higher} hand the same numbers out as
 * values, and {@link #priceUsd} computes the price alone. The formulas and units of the greeks
 * stand at the methods of {@link GreeksBuffer}.
 *
 * <p>Inputs of every method:
 *
 * <ul>
 *   <li>{@code forwardUsd}: forward of the option's own expiry, USD per unit, from 1e-50 to 1e50
 *   <li>{@code strikeUsd}: strike, USD per unit, 0 or from 1e-50 to 1e50
 *   <li>{@code years}: time to expiry in years of 365 days, from 0 to 1,000,000
 *   <li>{@code volFraction}: volatility per square root of a year, at least 0; 0.55 is 55%
 *   <li>{@code rate}: continuously compounded interest rate per year, any sign, at most 1e6 in size
 *       and 200 when multiplied with the years; 0.03 is 3%
 * </ul>
 *
 * An input outside of its range, NaN and the infinities included, is refused with an {@link
 * IllegalArgumentException} that names it, its value and the range. Every result is finite. With no
 * time, no volatility (less than 1e-30 of time or of total deviation counts as none) or a strike of
 * 0 the price is the discounted intrinsic value, delta is 0 or the discounted {@code +-1} (one half
 * of it where forward equals strike, see {@link OptionPrice#atKink()}), the greeks made of the
 * density are 0, theta is {@code rV} and rho {@code -TV}. However large the volatility, the price
 * ends at its bound: the discounted forward for a call, the discounted strike for a put.
 *
 * <p>Stateless; safe from any thread, provided that each thread has its own buffer.
 */
public final class Black76 {
  private Black76() {}

  /** Undiscounted price: {@link #price(OptionType, double, double, double, double, double)}. */
  public static OptionPrice price(
      OptionType type, double forwardUsd, double strikeUsd, double years, double volFraction) {
    return price(type, forwardUsd, strikeUsd, years, volFraction, 0);
  }

  /**
   * Price and the first greeks, see {@link Black76} for ranges and edges.
   *
   * @throws IllegalArgumentException if an argument is out of range, NaN or infinite
   */
  public static OptionPrice price(
      OptionType type,
      double forwardUsd,
      double strikeUsd,
      double years,
      double volFraction,
      double rate) {
    var buffer = new GreeksBuffer();
    fill(buffer, type, forwardUsd, strikeUsd, years, volFraction, rate);
    return buffer.toOptionPrice();
  }

  /**
   * The greeks that {@link #price} leaves out, see {@link Black76} for ranges and edges.
   *
   * @throws IllegalArgumentException if an argument is out of range, NaN or infinite
   */
  public static HigherGreeks higher(
      OptionType type,
      double forwardUsd,
      double strikeUsd,
      double years,
      double volFraction,
      double rate) {
    var buffer = new GreeksBuffer();
    fill(buffer, type, forwardUsd, strikeUsd, years, volFraction, rate);
    return buffer.toHigherGreeks();
  }

  /**
   * Price and all greeks into a buffer, without allocating, see {@link Black76} for ranges and
   * edges.
   *
   * @param out is overwritten; left as it was if an argument is refused
   * @throws IllegalArgumentException if an argument is out of range, NaN or infinite
   */
  public static void fill(
      GreeksBuffer out,
      OptionType type,
      double forwardUsd,
      double strikeUsd,
      double years,
      double volFraction,
      double rate) {
    Domain.check(forwardUsd, strikeUsd, years, volFraction, rate);
    double discount = Domain.discount(rate, years);
    double asset = discount * forwardUsd;
    double cash = discount * strikeUsd;
    double parity = discount * (forwardUsd - strikeUsd);
    double deviation = volFraction * Math.sqrt(years);
    BlackTerms terms = out.terms();
    if (Domain.hasTimeValue(strikeUsd, years, deviation)) {
      double distance = LogMoneyness.distance(forwardUsd, strikeUsd);
      terms.fill(type.sign(), asset, cash, parity, distance, deviation);
    } else {
      terms.fillLimit(type.sign(), asset, cash, parity);
    }
    out.option(type, forwardUsd, strikeUsd, years, volFraction);
    out.greeks(rate, rate, -years * terms.price);
  }

  /**
   * The price alone, USD per unit of the underlying, see {@link Black76} for ranges and edges. It
   * differs from that of {@link #fill} by roundings at most.
   *
   * @throws IllegalArgumentException if an argument is out of range, NaN or infinite
   */
  public static double priceUsd(
      OptionType type,
      double forwardUsd,
      double strikeUsd,
      double years,
      double volFraction,
      double rate) {
    Domain.check(forwardUsd, strikeUsd, years, volFraction, rate);
    double deviation = volFraction * Math.sqrt(years);
    double price = type.intrinsicUsd(forwardUsd, strikeUsd);
    if (Domain.hasTimeValue(strikeUsd, years, deviation)) {
      double distance = LogMoneyness.distance(forwardUsd, strikeUsd);
      price += NormalisedBlack.timeValue(Math.min(forwardUsd, strikeUsd), distance, deviation);
    }
    return Domain.discount(rate, years) * price;
  }
}
