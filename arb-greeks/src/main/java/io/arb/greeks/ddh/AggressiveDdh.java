package io.arb.greeks.ddh;

import io.arb.greeks.Arguments;
import io.arb.greeks.ddh.DdhAction.CancelSide;
import io.arb.greeks.ddh.DdhAction.Cross;
import io.arb.greeks.ddh.DdhAction.Keep;
import io.arb.greeks.ddh.DdhAction.None;
import io.arb.greeks.ddh.DdhAction.Place;
import io.arb.greeks.ddh.DdhAction.Replace;
import io.arb.greeks.ddh.Escalation.Stage;
import java.util.List;

/**
 * The hedger for those who do not want to wait: nothing rests while delta is inside the band; once
 * it is outside, one order on the side that reduces it brings delta back to zero, ever more
 * urgently ({@link Escalation}). It suits short gamma, where a resting order at the band's edge
 * fills only when the market comes back, and it is what the published threshold hedger meant to be.
 *
 * <p>Taking orders are limited, are sent only while no own order is open, and never trade further
 * from the mark than the last bound: beyond it the order rests inside the spread.
 *
 * <p>Immutable and stateless: safe from any thread, the same input gives the same round.
 */
public final class AggressiveDdh {
  private final DdhParameters parameters;
  private final Escalation escalation;

  /** Of the parameters the band and the two tolerances of open orders are used. */
  public AggressiveDdh(DdhParameters parameters, Escalation escalation) {
    this.parameters = parameters;
    this.escalation = escalation;
  }

  /** Whether a delta is outside the band, so that its time runs. */
  public boolean isBreachedBy(double delta) {
    return Math.abs(delta) > parameters.maxAbsDelta();
  }

  /**
   * Decides both sides.
   *
   * @param delta of the portfolio including the perpetual
   * @param orders the hedger's own open orders
   * @param breachedMillis for how long {@link #isBreachedBy} has been true without a break
   * @throws IllegalArgumentException if {@code delta} is not finite or the time negative
   */
  public DdhRound decide(double delta, DdhMarket market, OwnOrders orders, long breachedMillis) {
    Arguments.finite("delta", delta);
    Arguments.notNegative("breachedMillis", (double) breachedMillis);
    HedgeSide reducing = Crossing.reducing(delta);
    SideDecision pressing =
        isBreachedBy(delta)
            ? press(reducing, Math.abs(delta), market, orders, breachedMillis)
            : unwanted(reducing, market, orders);
    return reducing == HedgeSide.BUY
        ? new DdhRound(pressing, unwanted(HedgeSide.SELL, market, orders))
        : new DdhRound(unwanted(HedgeSide.BUY, market, orders), pressing);
  }

  private SideDecision press(
      HedgeSide side, double delta, DdhMarket market, OwnOrders orders, long breachedMillis) {
    double amount = market.rules().sendable(delta);
    if (amount == 0) {
      return unwanted(side, market, orders);
    }
    Stage stage = escalation.stage(breachedMillis);
    double limit = crossingLimit(side, market, breachedMillis);
    if (stage == Stage.TAKE && Crossing.isReachable(side, limit, market.touch())) {
      DdhAction action = orders.isEmpty() ? new Cross(limit, amount) : clear(orders.on(side));
      return new SideDecision(side, limit - market.markUsd(), limit, delta, action);
    }
    double price = restingPrice(side, stage, market);
    DdhAction action = rest(orders.on(side), price, amount);
    return new SideDecision(side, price - market.markUsd(), price, delta, action);
  }

  /** Past the touch by what is allowed now, and never beyond the last bound around the mark. */
  private double crossingLimit(HedgeSide side, DdhMarket market, long breachedMillis) {
    double furthest = market.markUsd() + side.sign() * escalation.lastCrossUsd();
    var touch = market.touch().opposite(side);
    double wanted =
        touch.isPresent()
            ? touch.getAsDouble() + side.sign() * escalation.crossUsd(breachedMillis)
            : furthest;
    double limit = side.lessEager(wanted, furthest);
    return market.rules().onTick(side, Math.max(limit, market.rules().tickUsd()));
  }

  /** Our side's best price, or a tick from crossing; the mark where the book does not say. */
  private static double restingPrice(HedgeSide side, Stage stage, DdhMarket market) {
    PerpRules rules = market.rules();
    double inside =
        market.touch().opposite(side).orElse(market.markUsd()) - side.sign() * rules.tickUsd();
    var own = market.touch().own(side);
    double price = stage == Stage.JOIN && own.isPresent() ? own.getAsDouble() : inside;
    return Math.max(rules.onTick(side, side.lessEager(price, inside)), rules.tickUsd());
  }

  private DdhAction rest(List<OpenOrder> open, double price, double amount) {
    if (open.size() > 1) {
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

  private static SideDecision unwanted(HedgeSide side, DdhMarket market, OwnOrders orders) {
    return new SideDecision(side, 0, market.markUsd(), 0, clear(orders.on(side)));
  }

  private static DdhAction clear(List<OpenOrder> open) {
    return open.isEmpty() ? new None() : new CancelSide();
  }
}
