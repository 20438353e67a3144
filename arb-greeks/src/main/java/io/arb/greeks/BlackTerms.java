package io.arb.greeks;

/**
 * What Black-76 and Black-Scholes have in common: the value of the right to exchange a known amount
 * of cash for an asset, and its two legs.
 *
 * <p>With the discounted asset A, the discounted strike C, {@code x = ln(A/C)} and the total
 * deviation {@code s = vol sqrt(T)} a call is worth {@code A N(d1) - C N(d2)}, {@code d1 = x/s +
 * s/2}, {@code d2 = x/s - s/2}. All is built on the strike's out-of-the-money option. With {@code
 * near = |x|/s - s/2}, {@code far = |x|/s + s/2} and {@code weight = A phi(d1) = C phi(d2)} its leg
 * on the smaller amount is {@code weight M(near)}, its leg on the larger one {@code weight M(far)}
 * and its price the difference, M being {@link MillsRatio}. Where {@code near < -1/2} the legs come
 * from the other tail. The in-the-money type follows by parity. One exponential and one pair of
 * ratios serve price, legs and density.
 *
 * <p>A workspace: mutable, owned by one {@link GreeksBuffer}.
 */
final class BlackTerms {
  /** Standard deviations at which the density is 0 as a double. */
  private static final double FAR = 64;

  private final MillsPair ratios = new MillsPair();

  /** Value of the option, at least 0. */
  double price;

  /** {@code A N(d1)} of a call, {@code A N(-d1)} of a put. */
  double assetLeg;

  /** {@code C N(d2)} of a call, {@code C N(-d2)} of a put. */
  double cashLeg;

  /** {@code A phi(d1)}, which is {@code C phi(d2)}; 0 where it underflows. */
  double weight;

  /** From -128 to 128: beyond that the weight is 0 and the exact number matters to nothing. */
  double d1;

  /** As {@link #d1}. */
  double d2;

  /** Only where asset equals cash without any deviation: the corner of the payoff. */
  boolean atKink;

  /**
   * Fills the terms of an option with time value.
   *
   * @param sign 1 for a call, -1 for a put
   * @param asset A, from 1e-140 to 1e140
   * @param cash C, likewise
   * @param parity {@code A - C}, as exact as the caller can make it, and with the sign of x
   * @param distance {@code |x|}, likewise
   * @param deviation s, at least 1e-30; infinity included
   */
  void fill(int sign, double asset, double cash, double parity, double distance, double deviation) {
    boolean assetIsNear = parity <= 0;
    boolean isOutOfTheMoney = assetIsNear == sign > 0;
    double smaller = assetIsNear ? asset : cash;
    double larger = assetIsNear ? cash : asset;
    double h = distance * (1 / deviation);
    double t = deviation / 2;
    double near = h - t;
    double far = h + t;
    double gap = deviation;
    if (!(Math.abs(near) <= FAR)) {
      near = Math.copySign(FAR, near);
      far = FAR;
      gap = 0;
    }
    weight = NormalDensity.times(smaller, near);
    double nearLeg =
        near >= MillsRatio.LEAST
            ? fromNearTail(near, gap, smaller, isOutOfTheMoney)
            : fromOtherTail(-near, far, smaller, isOutOfTheMoney);
    double farTail = weight * ratios.far;
    double farLeg = isOutOfTheMoney ? farTail : larger - farTail;
    price += Math.max(sign * parity, 0);
    assetLeg = assetIsNear ? nearLeg : farLeg;
    cashLeg = assetIsNear ? farLeg : nearLeg;
    d1 = assetIsNear ? -near : far;
    d2 = assetIsNear ? -far : near;
    atKink = false;
  }

  private double fromNearTail(double near, double gap, double smaller, boolean isOutOfTheMoney) {
    ratios.fill(near, gap);
    price = weight * ratios.difference;
    double tail = weight * ratios.near;
    return isOutOfTheMoney ? tail : smaller - tail;
  }

  private double fromOtherTail(double near, double far, double smaller, boolean isOutOfTheMoney) {
    ratios.fill(near, far - near);
    double tail = weight * ratios.near;
    price = smaller - (tail + weight * ratios.far);
    return isOutOfTheMoney ? smaller - tail : tail;
  }

  /**
   * Fills the terms where there is no deviation, or no strike: all value is intrinsic.
   *
   * @param parity {@code A - C}; where it is 0 each leg counts one half
   */
  void fillLimit(int sign, double asset, double cash, double parity) {
    double share = (1 + sign * Math.signum(parity)) / 2;
    price = Math.max(sign * parity, 0);
    assetLeg = asset * share;
    cashLeg = cash * share;
    weight = 0;
    d1 = 0;
    d2 = 0;
    atKink = parity == 0;
  }
}
