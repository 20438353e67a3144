package io.arb.core.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What an exchange says that our account holds, complete at one instant.
 *
 * @param positions signed, positive is long; instruments at zero are absent
 * @param cash USD balance
 * @param openOrders every resting order of the account, foreign ones included
 * @param at the venue's time, or ours if it gave none
 */
public record AccountSnapshot(
    Map<Instrument, Quantity> positions, Money cash, List<OrderUpdate> openOrders, Instant at) {
  public AccountSnapshot {
    positions = Map.copyOf(positions);
    openOrders = List.copyOf(openOrders);
  }
}
