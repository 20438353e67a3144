package io.arb.greeks.hedgesim;

import io.arb.greeks.Arguments;
import io.arb.greeks.Black76;
import io.arb.greeks.Greeks;
import io.arb.greeks.OptionPrice;
import io.arb.greeks.band.HedgedPosition;
import java.util.List;

/**
 * The options to be hedged. Immutable.
 *
 * @param legs at least one; options on one underlying that pays no yield
 * @param rate continuously compounded interest rate per year; 0 for a book hedged with a perpetual
 */
public record OptionBook(List<BookLeg> legs, double rate) {
  /** Less than a third of a second: expired. */
  private static final double EXPIRED_YEARS = 1e-8;

  public OptionBook {
    legs = List.copyOf(legs);
    Arguments.finite("rate", rate);
    if (legs.isEmpty()) {
      throw new IllegalArgumentException("legs must not be empty");
    }
  }

  /** When the first leg expires. */
  public double firstExpiryYears() {
    return legs.stream().mapToDouble(BookLeg::years).min().orElseThrow();
  }

  /** Value and greeks after some time, with every volatility shifted by {@code volShift}. */
  BookGreeks at(double spotUsd, double elapsedYears, double volShift) {
    double value = 0;
    double delta = 0;
    double gamma = 0;
    double vega = 0;
    double theta = 0;
    for (BookLeg leg : legs) {
      double years = remaining(leg, elapsedYears);
      double growth = Math.exp(rate * years);
      OptionPrice price = price(leg, spotUsd * growth, years, leg.volFraction() + volShift);
      Greeks greeks = price.greeks();
      double quantity = leg.quantity();
      value += quantity * price.priceUsd();
      delta += quantity * growth * greeks.delta();
      gamma += quantity * growth * growth * greeks.gamma();
      vega += quantity * greeks.vega();
      theta += quantity * (greeks.theta() - rate * spotUsd * growth * greeks.delta());
    }
    return new BookGreeks(value, delta, gamma, vega, theta);
  }

  /** What a band is drawn for; time and volatility are means weighted by gamma. */
  HedgedPosition position(double spotUsd, double elapsedYears, double volShift) {
    double delta = 0;
    double gamma = 0;
    double weight = Double.MIN_NORMAL;
    double weightedYears = weight * remaining(legs.getFirst(), elapsedYears);
    double weightedVol = weight * (legs.getFirst().volFraction() + volShift);
    for (BookLeg leg : legs) {
      double years = remaining(leg, elapsedYears);
      double vol = leg.volFraction() + volShift;
      double growth = Math.exp(rate * years);
      Greeks greeks = price(leg, spotUsd * growth, years, vol).greeks();
      double legGamma = leg.quantity() * growth * growth * greeks.gamma();
      delta += leg.quantity() * growth * greeks.delta();
      gamma += legGamma;
      weight += Math.abs(legGamma);
      weightedYears += Math.abs(legGamma) * years;
      weightedVol += Math.abs(legGamma) * vol;
    }
    return new HedgedPosition(
        spotUsd,
        weightedYears / weight,
        weightedVol / weight,
        rate,
        delta,
        gamma,
        scale -> delta(spotUsd, elapsedYears, volShift, scale));
  }

  /** Units that the holders of the options would exercise at this price, puts negative. */
  double inTheMoney(double spotUsd) {
    double units = 0;
    for (BookLeg leg : legs) {
      int sign = leg.type().sign();
      units += sign * (spotUsd - leg.strikeUsd()) > 0 ? sign * leg.quantity() : 0;
    }
    return units;
  }

  private double delta(double spotUsd, double elapsedYears, double volShift, double volScale) {
    double delta = 0;
    for (BookLeg leg : legs) {
      double years = remaining(leg, elapsedYears);
      double growth = Math.exp(rate * years);
      double vol = volScale * (leg.volFraction() + volShift);
      delta += leg.quantity() * growth * price(leg, spotUsd * growth, years, vol).greeks().delta();
    }
    return delta;
  }

  private OptionPrice price(BookLeg leg, double forwardUsd, double years, double volFraction) {
    return Black76.price(leg.type(), forwardUsd, leg.strikeUsd(), years, volFraction, rate);
  }

  private static double remaining(BookLeg leg, double elapsedYears) {
    double years = leg.years() - elapsedYears;
    return years < EXPIRED_YEARS ? 0 : years;
  }
}
