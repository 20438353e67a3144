package io.arb.core.hedge;

import io.arb.core.market.Inexact;
import io.arb.core.market.MarketView;
import io.arb.core.model.Instrument;
import io.arb.core.model.Option;
import io.arb.core.model.OptionGreeks;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Ticker;
import io.arb.greeks.ddh.OptionLeg;
import io.arb.greeks.ddh.PortfolioProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The portfolio of one underlying as the gamma DDH may rely on it: complete, or not at all.
 * Immutable.
 */
sealed interface DdhReading {

  /**
   * Every option of the portfolio has fresh greeks that make sense.
   *
   * @param mark the perpetual's
   */
  record Valid(PortfolioProfile profile, Price mark) implements DdhReading {
    double delta() {
      return profile.deltaAt(Inexact.of(mark));
    }
  }

  /** Something is missing; acting on the rest would hedge a portfolio that we do not have. */
  record Invalid(String reason) implements DdhReading {}

  /**
   * Reads the portfolio; expired options have no delta left and are passed over.
   *
   * @param exposure signed quantities, positions and what is at work in other hedges together
   */
  static DdhReading read(
      MarketView market, Perpetual perpetual, Map<Instrument, Quantity> exposure, Instant now) {
    Optional<Price> mark =
        market.ticker(perpetual, now).map(Ticker::mark).filter(price -> !price.isZero());
    if (mark.isEmpty()) {
      return new Invalid("no fresh mark of " + perpetual);
    }
    List<OptionLeg> legs = new ArrayList<>();
    for (Map.Entry<Option, Quantity> entry : options(perpetual, exposure, now).entrySet()) {
      Option option = entry.getKey();
      Optional<OptionLeg> leg =
          market
              .ticker(option, now)
              .flatMap(Ticker::greeks)
              .flatMap(greeks -> leg(option, entry.getValue(), greeks, mark.get(), now));
      if (leg.isEmpty()) {
        return new Invalid("no fresh, plausible greeks of " + option);
      }
      legs.add(leg.get());
    }
    Quantity held = exposure.getOrDefault(perpetual, Quantity.ZERO);
    return new Valid(new PortfolioProfile(legs, Inexact.of(held)), mark.get());
  }

  /** The options that count, in an order that does not depend on the caller's map. */
  private static Map<Option, Quantity> options(
      Perpetual perpetual, Map<Instrument, Quantity> exposure, Instant now) {
    Map<Option, Quantity> options = new TreeMap<>(Comparator.comparing(Option::symbol));
    exposure.forEach(
        (instrument, quantity) -> {
          if (instrument instanceof Option option
              && option.underlying().equals(perpetual.underlying())
              && !quantity.isZero()
              && !option.isExpired(now)) {
            options.put(option, quantity);
          }
        });
    return options;
  }

  private static Optional<OptionLeg> leg(
      Option option, Quantity quantity, OptionGreeks greeks, Price mark, Instant now) {
    if (greeks.volFraction().signum() <= 0 || greeks.forward().isZero()) {
      return Optional.empty();
    }
    OptionLeg leg = leg(option, Inexact.of(quantity), greeks, mark, now);
    OptionLeg one = leg(option, 1, greeks, mark, now);
    return isPlausible(one, greeks, mark) ? Optional.of(leg) : Optional.empty();
  }

  private static OptionLeg leg(
      Option option, double quantity, OptionGreeks greeks, Price mark, Instant now) {
    double seconds = Duration.between(now, option.expiry()).toMillis() / 1000.0;
    double ratio = Inexact.of(greeks.forward()) / Inexact.of(mark);
    return new OptionLeg(
        quantity,
        option.type(),
        Inexact.of(option.strike()),
        seconds,
        Inexact.of(greeks.volFraction()),
        ratio);
  }

  /**
   * True if the venue's delta agrees with the one repriced from the venue's own volatility and
   * forward: a delta of 7.3, a lost sign or a zero is a fault of the data, not of the market.
   */
  private static boolean isPlausible(OptionLeg one, OptionGreeks greeks, Price mark) {
    double tolerance = 0.25;
    double scale = one.expiryWeight() * one.forwardRatio();
    double repriced = new PortfolioProfile(List.of(one), 0).deltaAt(Inexact.of(mark));
    double published = Inexact.of(greeks.delta()) * scale;
    return Math.abs(repriced - published) <= tolerance * scale;
  }
}
