package io.arb.greeks.ddh;

import io.arb.greeks.Arguments;
import io.arb.greeks.ddh.DdhAction.Cancel;
import io.arb.greeks.ddh.DdhAction.Cross;
import io.arb.greeks.ddh.DdhAction.Keep;
import io.arb.greeks.ddh.DdhAction.Place;
import io.arb.greeks.ddh.DdhAction.Replace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One decision round of the gamma DDH with several resting orders on each side: the rungs of {@link
 * GammaLadder}, made passive and sendable, against what is open already.
 *
 * <p>What holds for {@link GammaDdhDecision} holds here: prices round away from the market and
 * sizes down; nothing rests inside the band of a short-gamma book; beyond the {@link HardLimit} the
 * spread is paid. An open order near a wanted one keeps its place in the queue, the others are
 * replaced in order of their distance, what is left over is cancelled one by one.
 *
 * <p>Immutable and stateless: safe from any thread, the same input gives the same round.
 */
public final class LadderDecision {
  private final LadderParameters ladder;
  private final DdhParameters parameters;
  private final HardLimit hardLimit;

  /**
   * Of the parameters the tolerances are used; the ladder brings its own size and reach.
   *
   * @throws IllegalArgumentException if the hard limit is not above the size of a rung
   */
  public LadderDecision(LadderParameters ladder, DdhParameters parameters, HardLimit hardLimit) {
    if (hardLimit.maxAbsDelta() <= ladder.rungSize()) {
      throw new IllegalArgumentException(
          "hardLimit.maxAbsDelta must be above rungSize "
              + ladder.rungSize()
              + ", got "
              + hardLimit.maxAbsDelta());
    }
    this.ladder = ladder;
    this.parameters = parameters;
    this.hardLimit = hardLimit;
  }

  /**
   * Decides both sides.
   *
   * @param profile the portfolio including the perpetual; every option in it freshly priced
   * @param orders the hedger's own open orders
   * @param breachedMillis for how long {@link HardLimit#isBreachedBy} has been true without a
   *     break, 0 when it is not
   * @throws IllegalArgumentException if the profile gives a delta or gamma that is no finite
   *     number, or {@code breachedMillis} is negative
   */
  public LadderRound decide(
      GammaProfile profile, DdhMarket market, OwnOrders orders, long breachedMillis) {
    Arguments.notNegative("breachedMillis", (double) breachedMillis);
    double delta = profile.checkedDeltaAt(market.markUsd());
    Optional<Cross> due = Crossing.due(hardLimit, delta, market, breachedMillis);
    if (due.isPresent()) {
      return cross(Crossing.reducing(delta), due.get(), orders);
    }
    return new LadderRound(
        rest(HedgeSide.BUY, profile, market, orders),
        rest(HedgeSide.SELL, profile, market, orders));
  }

  /** Delta between two rungs. */
  public double rungSize() {
    return ladder.rungSize();
  }

  /** Whether a delta is beyond the hard limit, so that its time runs. */
  public boolean isBreachedBy(double delta) {
    return hardLimit.isBreachedBy(delta);
  }

  /** The orders that should rest on one side, nearest to the market first, ready to be sent. */
  public List<Place> wanted(HedgeSide side, GammaProfile profile, DdhMarket market) {
    List<Place> wanted = new ArrayList<>();
    double placed = 0;
    double merged = 0;
    for (Rung rung : GammaLadder.rungs(side, profile, market.markUsd(), ladder)) {
      double passive = market.passivePrice(side, rung.priceUsd(), parameters.midPriceTolUsd());
      double price = market.rules().onTick(side, passive);
      if (price <= 0) {
        break;
      }
      boolean joins = !wanted.isEmpty() && wanted.getLast().priceUsd() == price;
      double room = -side.sign() * profile.checkedDeltaAt(price) - placed;
      merged = (joins ? merged : 0) + Math.clamp(room, 0, rung.amount());
      placed += Math.clamp(room, 0, rung.amount());
      if (joins) {
        wanted.removeLast();
      }
      double amount = market.rules().sendable(merged);
      if (amount > 0) {
        wanted.add(new Place(price, amount));
      }
    }
    return wanted;
  }

  private List<DdhAction> rest(
      HedgeSide side, GammaProfile profile, DdhMarket market, OwnOrders orders) {
    List<Place> wanted = new ArrayList<>(wanted(side, profile, market));
    List<OpenOrder> open = new ArrayList<>(orders.nearestFirst(side));
    List<DdhAction> actions = new ArrayList<>(keep(wanted, open));
    while (!wanted.isEmpty() && !open.isEmpty()) {
      Place place = wanted.removeFirst();
      actions.add(new Replace(open.removeFirst(), place.priceUsd(), place.amount()));
    }
    actions.addAll(wanted);
    open.forEach(order -> actions.add(new Cancel(order)));
    return actions;
  }

  /** Takes the pairs that agree out of both lists. */
  private List<Keep> keep(List<Place> wanted, List<OpenOrder> open) {
    List<Keep> kept = new ArrayList<>();
    wanted.removeIf(
        place -> {
          Optional<OpenOrder> near =
              open.stream()
                  .filter(order -> order.isNear(place.priceUsd(), place.amount(), parameters))
                  .findFirst();
          near.ifPresent(open::remove);
          near.ifPresent(order -> kept.add(new Keep(order)));
          return near.isPresent();
        });
    return kept;
  }

  /** Takes only once no own order is open, for the reasons {@link GammaDdhDecision} gives. */
  private static LadderRound cross(HedgeSide reducing, Cross due, OwnOrders orders) {
    List<DdhAction> buys = cancelled(orders.buys());
    List<DdhAction> sells = cancelled(orders.sells());
    if (orders.isEmpty()) {
      return reducing == HedgeSide.BUY
          ? new LadderRound(List.of(due), sells)
          : new LadderRound(buys, List.of(due));
    }
    return new LadderRound(buys, sells);
  }

  private static List<DdhAction> cancelled(List<OpenOrder> open) {
    return open.stream().<DdhAction>map(Cancel::new).toList();
  }
}
