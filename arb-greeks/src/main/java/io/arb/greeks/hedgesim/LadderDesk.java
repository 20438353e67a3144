package io.arb.greeks.hedgesim;

import io.arb.greeks.ddh.DdhAction;
import io.arb.greeks.ddh.DdhMarket;
import io.arb.greeks.ddh.HedgeSide;
import io.arb.greeks.ddh.LadderReference;
import io.arb.greeks.ddh.LadderRound;
import io.arb.greeks.ddh.OwnOrders;
import io.arb.greeks.ddh.Touch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link LadderHedger} at work on one path. Owned by the thread that runs the path. */
final class LadderDesk implements HedgeDesk {
  private static final double MILLIS_PER_YEAR = 365 * 86_400_000.0;

  private final LadderHedger hedger;
  private final OptionBook book;
  private final PriceExtremes extremes;
  private LadderRound resting = new LadderRound(List.of(), List.of());
  private @Nullable LadderReference reference;
  private double breachedSinceYears = Double.NaN;

  LadderDesk(LadderHedger hedger, OptionBook book, PriceExtremes extremes) {
    this.hedger = hedger;
    this.book = book;
    this.extremes = extremes;
  }

  @Override
  public void look(PricePath path, int observation, HedgeAccount account) {
    double price = path.priceUsd(observation);
    double years = path.years(observation);
    if (observation == 0) {
      account.takeTo(-book.at(price, years, path.volShift(0)).delta(), price, years);
    }
    BookProfile profile = profile(path, observation, account);
    boolean breached = hedger.decision().isBreachedBy(profile.deltaAt(price));
    if (!breached && isFresh(profile)) {
      return;
    }
    resting =
        hedger
            .decision()
            .decide(profile, market(price), OwnOrders.NONE, breachedMillis(breached, years));
    reference = LadderReference.of(profile, price);
    for (HedgeSide side : HedgeSide.values()) {
      for (DdhAction action : resting.on(side)) {
        if (action instanceof DdhAction.Cross cross) {
          account.take(side.sign() * cross.amount(), price, years);
        }
      }
    }
  }

  @Override
  public void onMove(PricePath path, int observation, HedgeAccount account) {
    double years = path.years(observation);
    resting =
        new LadderRound(
            unfilled(HedgeSide.BUY, extremes.lowestUsd(observation), years, account),
            unfilled(HedgeSide.SELL, extremes.highestUsd(observation), years, account));
  }

  private List<DdhAction> unfilled(
      HedgeSide side, double priceUsd, double years, HedgeAccount account) {
    return resting.on(side).stream()
        .filter(
            action -> {
              boolean fills =
                  action instanceof DdhAction.Place place
                      && side.sign() * (place.priceUsd() - priceUsd) >= 0;
              if (fills && action instanceof DdhAction.Place place) {
                account.fill(side.sign() * place.amount(), place.priceUsd(), years);
              }
              return !fills;
            })
        .toList();
  }

  private boolean isFresh(BookProfile profile) {
    return reference != null
        && !reference.isOutdated(profile, hedger.decision().rungSize(), hedger.driftShare());
  }

  private long breachedMillis(boolean breached, double years) {
    if (!breached) {
      breachedSinceYears = Double.NaN;
      return 0;
    }
    if (Double.isNaN(breachedSinceYears)) {
      breachedSinceYears = years;
    }
    return Math.round((years - breachedSinceYears) * MILLIS_PER_YEAR);
  }

  /** A book a tick wide on either side of the price: what taking costs is in the taker's cost. */
  private DdhMarket market(double priceUsd) {
    double halfSpread = Math.min(hedger.rules().tickUsd(), priceUsd / 2);
    Touch touch = Touch.of(priceUsd - halfSpread, priceUsd + halfSpread);
    return new DdhMarket(priceUsd, touch, hedger.rules());
  }

  private BookProfile profile(PricePath path, int observation, HedgeAccount account) {
    return new BookProfile(
        book, path.years(observation), path.volShift(observation), account.held());
  }
}
