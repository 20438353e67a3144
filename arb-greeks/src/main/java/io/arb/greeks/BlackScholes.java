package io.arb.greeks;

/**
 * Price and greeks of a European option on a spot that pays a continuous yield (F. Black and M.
 * Scholes, "The pricing of options and corporate liabilities", Journal of Political Economy 81,
 * 1973; R. C. Merton, "Theory of rational option pricing", Bell Journal of Economics 4, 1973):
 * {@code V = w (S exp(-qT) N(w d1) - K exp(-rT) N(w d2))}, {@code d1 = (ln(S/K) + (r - q)T)/s +
 * s/2}, {@code d2 = d1 - s}, {@code s = vol sqrt(T)}, w = 1 for a call and -1 for a put.
 *
 * <p>The spot is the state variable: all greeks hold it still, and rho holds the yield still too.
 * The formulas and units of the greeks stand at the methods of {@link GreeksBuffer}. It agrees with
 * {@link Black76} at the forward {@code S exp((r - q)T)}, with {@code dV/dS = dV/dF F/S}.
 *
 * <p>Inputs are those of {@link Black76} with the same ranges, edges and refusals, and in place of
 * the forward:
 *
 * <ul>
 *   <li>{@code spotUsd}: price of the underlying now, USD per unit, from 1e-50 to 1e50
 *   <li>{@code carryYield}: continuously compounded yield of holding the underlying per year, in
 *       the range of the rate
 * </ul>
 *
 * With no time or no volatility the price is {@code max(w (S exp(-qT) - K exp(-rT)), 0)}, theta
 * {@code rV + (q - r) S delta} and rho {@code w T K exp(-rT)} or 0.
 *
 * <p>Stateless; safe from any thread, provided that each thread has its own buffer.
 */
public final class BlackScholes {
  /** Log-moneyness up to which parity is taken from it rather than from the rounded amounts. */
  private static final double NEAR_THE_MONEY = 0.5;

  private static final double T1 = -0.3333333333333255;
  private static final double T2 = 0.13333333333069602;
  private static final double T3 = -0.053968253630554915;
  private static final double T4 = 0.021869467273480284;
  private static final double T5 = -0.008862506970035777;
  private static final double T6 = 0.0035782410522802633;
  private static final double T7 = -0.0013165939152992704;

  private BlackScholes() {}

  /**
   * Price and the first greeks, see {@link BlackScholes} for ranges and edges. Delta, gamma and rho
   * are by the spot.
   *
   * @throws IllegalArgumentException if an argument is out of range, NaN or infinite
   */
  public static OptionPrice price(
      OptionType type,
      double spotUsd,
      double strikeUsd,
      double years,
      double volFraction,
      double rate,
      double carryYield) {
    var buffer = new GreeksBuffer();
    fill(buffer, type, spotUsd, strikeUsd, years, volFraction, rate, carryYield);
    return buffer.toOptionPrice();
  }

  /**
   * The greeks that {@link #price} leaves out, see {@link BlackScholes} for ranges and edges.
   *
   * @throws IllegalArgumentException if an argument is out of range, NaN or infinite
   */
  public static HigherGreeks higher(
      OptionType type,
      double spotUsd,
      double strikeUsd,
      double years,
      double volFraction,
      double rate,
      double carryYield) {
    var buffer = new GreeksBuffer();
    fill(buffer, type, spotUsd, strikeUsd, years, volFraction, rate, carryYield);
    return buffer.toHigherGreeks();
  }

  /**
   * Price and all greeks into a buffer, without allocating, see {@link BlackScholes} for ranges and
   * edges.
   *
   * @param out is overwritten; left as it was if an argument is refused
   * @throws IllegalArgumentException if an argument is out of range, NaN or infinite
   */
  public static void fill(
      GreeksBuffer out,
      OptionType type,
      double spotUsd,
      double strikeUsd,
      double years,
      double volFraction,
      double rate,
      double carryYield) {
    Domain.check(spotUsd, strikeUsd, years, volFraction, rate, carryYield);
    double discount = Domain.discount(rate, years);
    double decay = Domain.discount(carryYield, years);
    double deviation = volFraction * Math.sqrt(years);
    double x = strikeUsd > 0 ? LogMoneyness.of(spotUsd, strikeUsd, rate, carryYield, years) : 1;
    double parity = parity(spotUsd, strikeUsd, x, decay, discount);
    double asset = spotUsd * decay;
    double cash = strikeUsd * discount;
    BlackTerms terms = out.terms();
    if (Domain.hasTimeValue(strikeUsd, years, deviation)) {
      terms.fill(type.sign(), asset, cash, parity, Math.abs(x), deviation);
    } else {
      terms.fillLimit(type.sign(), asset, cash, parity);
    }
    out.option(type, spotUsd, strikeUsd, years, volFraction);
    out.greeks(rate, carryYield, type.sign() * years * terms.cashLeg);
  }

  /**
   * The price alone, USD per unit of the underlying, see {@link BlackScholes} for ranges and edges.
   * It differs from that of {@link #fill} by roundings at most.
   *
   * @throws IllegalArgumentException if an argument is out of range, NaN or infinite
   */
  public static double priceUsd(
      OptionType type,
      double spotUsd,
      double strikeUsd,
      double years,
      double volFraction,
      double rate,
      double carryYield) {
    Domain.check(spotUsd, strikeUsd, years, volFraction, rate, carryYield);
    double discount = Domain.discount(rate, years);
    double decay = Domain.discount(carryYield, years);
    double deviation = volFraction * Math.sqrt(years);
    double x = strikeUsd > 0 ? LogMoneyness.of(spotUsd, strikeUsd, rate, carryYield, years) : 1;
    double price = Math.max(type.sign() * parity(spotUsd, strikeUsd, x, decay, discount), 0);
    if (Domain.hasTimeValue(strikeUsd, years, deviation)) {
      double smaller = x <= 0 ? spotUsd * decay : strikeUsd * discount;
      price += NormalisedBlack.timeValue(smaller, Math.abs(x), deviation);
    }
    return price;
  }

  /**
   * {@code A - C}. Subtracting two rounded discount factors would leave no digits near the money:
   * there it is {@code (A + C) tanh(x/2)}, and exact where the two factors are one.
   */
  private static double parity(
      double spot, double strike, double x, double decay, double discount) {
    if (decay == discount) {
      return discount * (spot - strike);
    }
    double asset = spot * decay;
    double cash = strike * discount;
    return Math.abs(x) > NEAR_THE_MONEY ? asset - cash : (asset + cash) * tanh(x / 2);
  }

  /**
   * For arguments up to 1/4. The polynomial interpolates {@code tanh(y)/y} in {@code y^2} at the
   * Chebyshev nodes of 0 to 0.0626 and was computed for this class with 60 digits; its error is
   * under 8e-18.
   */
  private static double tanh(double y) {
    double w = y * y;
    double high = Math.fma(Math.fma(Math.fma(T7, w, T6), w, T5), w, T4);
    double low = Math.fma(Math.fma(Math.fma(T3, w, T2), w, T1), w, 1);
    return y * Math.fma(high, w * w * w * w, low);
  }
}
