package io.arb.greeks.ddh;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * One decision round of the public long-gamma hedging bot for Derive, as published (the Rust
 * program with the distance cap), weaknesses included: delta is linear in the price, the band does
 * not apply to a short-gamma book, prices round to the nearest, sizes have no upper bound, two
 * orders on a side cancel the whole account.
 *
 * <p>A reference to compare {@link GammaDdhDecision} with; not meant to trade.
 */
public final class FaithfulGammaDdh {
  private final DdhParameters parameters;

  public FaithfulGammaDdh(DdhParameters parameters) {
    this.parameters = parameters;
  }

  /** Decides both sides from one state. */
  public DdhRound decide(DdhState state) {
    return new DdhRound(decide(HedgeSide.BUY, state), decide(HedgeSide.SELL, state));
  }

  private SideDecision decide(HedgeSide side, DdhState state) {
    Move move = moveToLimit(side, state.delta(), state.gamma());
    double amount = -side.sign() * move.deltaThere;
    DdhMarket market = state.market();
    double price =
        market.passivePrice(side, market.markUsd() + move.usd, parameters.midPriceTolUsd());
    DdhAction action = action(state.orders().on(side), price, amount, market.rules());
    return new SideDecision(side, move.usd, price, amount, action);
  }

  /** A move of the price and the delta expected after it. */
  private record Move(double usd, double deltaThere) {}

  private Move moveToLimit(HedgeSide side, double delta, double gamma) {
    double target = -side.sign() * parameters.maxAbsDelta();
    boolean limitPassed = side == HedgeSide.SELL ? delta > target : delta < target;
    if (limitPassed || gamma <= 0) {
      return new Move(0, delta);
    }
    double usd = (target - delta) / gamma;
    double cap = parameters.maxAbsSpreadUsd();
    if (Math.abs(usd) < cap) {
      return new Move(usd, target);
    }
    double capped = Math.copySign(cap, usd);
    return new Move(capped, delta + gamma * capped);
  }

  private DdhAction action(List<OpenOrder> open, double price, double amount, PerpRules rules) {
    if (amount < rules.minimumAmount()) {
      return open.isEmpty() ? new DdhAction.None() : new DdhAction.CancelSide();
    }
    double sentPrice = nearest(price, rules.tickUsd());
    double sentAmount = nearest(amount, rules.amountStep());
    if (open.isEmpty()) {
      return new DdhAction.Place(sentPrice, sentAmount);
    }
    if (open.size() > 1) {
      return new DdhAction.CancelAll();
    }
    OpenOrder order = open.getFirst();
    return order.isNear(price, amount, parameters)
        ? new DdhAction.Keep(order)
        : new DdhAction.Replace(order, sentPrice, sentAmount);
  }

  /** Rounded to as many decimals as the step has, half to even: right for powers of ten only. */
  private static double nearest(double value, double step) {
    int decimals = Math.max(BigDecimal.valueOf(step).stripTrailingZeros().scale(), 0);
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
  }
}
