package io.arb.greeks.ddh;

import java.util.Comparator;
import java.util.List;

/**
 * The hedger's open orders in the perpetual, by side. Which orders belong here (all of ours, or
 * only those with the hedger's label) is the caller's choice: whatever is in here may get
 * cancelled.
 */
public record OwnOrders(List<OpenOrder> buys, List<OpenOrder> sells) {
  /** Nothing open. */
  public static final OwnOrders NONE = new OwnOrders(List.of(), List.of());

  public OwnOrders {
    buys = List.copyOf(buys);
    sells = List.copyOf(sells);
  }

  List<OpenOrder> on(HedgeSide side) {
    return side == HedgeSide.BUY ? buys : sells;
  }

  /** The highest buy or the lowest sell first. */
  List<OpenOrder> nearestFirst(HedgeSide side) {
    return on(side).stream()
        .sorted(Comparator.comparingDouble(order -> -side.sign() * order.priceUsd()))
        .toList();
  }

  boolean isEmpty() {
    return buys.isEmpty() && sells.isEmpty();
  }
}
