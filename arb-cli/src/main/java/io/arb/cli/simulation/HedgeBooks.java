package io.arb.cli.simulation;

import io.arb.core.model.Instrument;
import io.arb.core.model.Money;
import io.arb.core.model.Quantity;
import java.util.Map;

/**
 * What the simulated hedge venue has on record of our account. Immutable.
 *
 * @param venue id of its adapter
 * @param positions signed, in coins; none is zero
 * @param fees USD paid so far
 * @param fills executions so far
 * @param openOrders orders that can still trade
 * @param refusals how often each error code was answered to anybody
 * @param rejectedSignatures orders and logins whose signature or credentials were not good
 */
public record HedgeBooks(
    String venue,
    Map<Instrument, Quantity> positions,
    Money fees,
    int fills,
    int openOrders,
    Map<Integer, Long> refusals,
    long rejectedSignatures) {
  public HedgeBooks {
    positions = Map.copyOf(positions);
    refusals = Map.copyOf(refusals);
  }
}
