package io.arb.greeks.ddh;

import io.arb.greeks.Arguments;
import io.arb.greeks.ddh.DdhAction.CancelSide;
import io.arb.greeks.ddh.DdhAction.Cross;
import io.arb.greeks.ddh.DdhAction.Keep;
import io.arb.greeks.ddh.DdhAction.None;
import io.arb.greeks.ddh.DdhAction.Place;
import io.arb.greeks.ddh.DdhAction.Replace;
import java.util.List;
import java.util.Optional;

/**
 * One decision round of the gamma dynamic delta hedger.
 *
 * <p>On either side of the market one post-only order rests at the price where the portfolio's
 * delta would reach the band's limit, with the size that brings delta back to zero there. A
 * long-gamma book so buys low and sells high. What differs from the published algorithm ({@link
 * FaithfulGammaDdh}):
 *
 * <ul>
 *   <li>delta is repriced along the move, not extrapolated ({@link DeltaProfile});
 *   <li>the band holds for a short-gamma book too: inside it nothing rests, outside it only the
 *       side that reduces delta;
 *   <li>prices round away from the market and sizes down, to multiples of tick and step, sizes also
 *       to the venue's maximum;
 *   <li>the size is what delta will be at the price that is sent, and never more than the larger of
 *       band and present delta;
 *   <li>beyond a {@link HardLimit} that has lasted too long the spread is paid;
 *   <li>two orders on a side cancel that side only.
 * </ul>
 *
 * <p>Immutable and stateless: safe from any thread, the same input gives the same round.
 */
public final class GammaDdhDecision {
  private final DdhParameters parameters;
  private final HardLimit hardLimit;

  /**
   * @throws IllegalArgumentException if the hard limit is not above the band
   */
  public GammaDdhDecision(DdhParameters parameters, HardLimit hardLimit) {
    if (hardLimit.maxAbsDelta() <= parameters.maxAbsDelta()) {
      throw new IllegalArgumentException(
          "hardLimit.maxAbsDelta must be above maxAbsDelta "
              + parameters.maxAbsDelta()
              + ", got "
              + hardLimit.maxAbsDelta());
    }
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
   * @throws IllegalArgumentException if the profile gives a delta that is no finite number, or
   *     {@code breachedMillis} is negative
   */
  public DdhRound decide(
      DeltaProfile profile, DdhMarket market, OwnOrders orders, long breachedMillis) {
    Arguments.notNegative("breachedMillis", (double) breachedMillis);
    double delta = profile.checkedDeltaAt(market.markUsd());
    Optional<Cross> due = Crossing.due(hardLimit, delta, market, breachedMillis);
    if (due.isPresent()) {
      return cross(Crossing.reducing(delta), due.get(), market, orders);
    }
    return new DdhRound(
        rest(HedgeSide.BUY, profile, delta, market, orders),
        rest(HedgeSide.SELL, profile, delta, market, orders));
  }

  private SideDecision rest(
      HedgeSide side, DeltaProfile profile, double delta, DdhMarket market, OwnOrders orders) {
    var wanted = new LimitSearch(side, profile, market, parameters).wantedPrice();
    if (wanted.isEmpty()) {
      return unwanted(side, market, orders);
    }
    double move = wanted.getAsDouble() - market.markUsd();
    double price = market.passivePrice(side, wanted.getAsDouble(), parameters.midPriceTolUsd());
    double sentPrice = market.rules().onTick(side, price);
    if (sentPrice <= 0) {
      return unwanted(side, market, orders);
    }
    double neededThere = -side.sign() * profile.checkedDeltaAt(sentPrice);
    double most = Math.max(parameters.maxAbsDelta(), -side.sign() * delta);
    double amount = Math.min(neededThere, most);
    DdhAction action = rest(orders.on(side), sentPrice, market.rules().sendable(amount));
    return new SideDecision(side, move, price, amount, action);
  }

  private DdhAction rest(List<OpenOrder> open, double price, double amount) {
    if (amount == 0 || open.size() > 1) {
      return clear(open);
    }
    if (open.isEmpty()) {
      return new Place(price, amount);
    }
    OpenOrder order = open.getFirst();
    return order.isNear(price, amount, parameters)
        ? new Keep(order)
        : new Replace(order, price, amount);
  }

  /**
   * Takes only once no own order is open: a resting order that fills at the same moment would hedge
   * the same delta twice, one on the other side would trade with us.
   */
  private static DdhRound cross(HedgeSide reducing, Cross due, DdhMarket market, OwnOrders orders) {
    DdhAction action = orders.isEmpty() ? due : clear(orders.on(reducing));
    var taking = new SideDecision(reducing, 0, due.limitPriceUsd(), due.amount(), action);
    return reducing == HedgeSide.BUY
        ? new DdhRound(taking, unwanted(HedgeSide.SELL, market, orders))
        : new DdhRound(unwanted(HedgeSide.BUY, market, orders), taking);
  }

  private static SideDecision unwanted(HedgeSide side, DdhMarket market, OwnOrders orders) {
    return new SideDecision(side, 0, market.markUsd(), 0, clear(orders.on(side)));
  }

  private static DdhAction clear(List<OpenOrder> open) {
    return open.isEmpty() ? new None() : new CancelSide();
  }
}
