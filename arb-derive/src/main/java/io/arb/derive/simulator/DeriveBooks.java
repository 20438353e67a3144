package io.arb.derive.simulator;

import io.arb.core.model.Instrument;
import io.arb.core.model.Money;
import io.arb.core.model.Quantity;
import io.arb.core.paper.VenueOrder;
import java.util.List;
import java.util.Map;

/**
 * What the simulated exchange has on record, to be compared with a client's own account of it.
 * Immutable.
 *
 * @param subaccounts by id
 * @param requests how often each method was called, refused calls included
 * @param refusals how often each error code was answered, injected ones included
 * @param rejectedSignatures orders and logins whose signature was not good (14014, 14023, 14026)
 */
public record DeriveBooks(
    Map<Long, Subaccount> subaccounts,
    Map<String, Long> requests,
    Map<Integer, Long> refusals,
    long rejectedSignatures) {
  public DeriveBooks {
    subaccounts = Map.copyOf(subaccounts);
    requests = Map.copyOf(requests);
    refusals = Map.copyOf(refusals);
  }

  /**
   * The books of one subaccount.
   *
   * @throws IllegalArgumentException if there is none with this id
   */
  public Subaccount subaccount(long id) {
    Subaccount found = subaccounts.get(id);
    if (found == null) {
      throw new IllegalArgumentException(
          "subaccount must be of " + subaccounts.keySet() + ", got " + id);
    }
    return found;
  }

  /**
   * One subaccount.
   *
   * @param positions signed; none is zero
   * @param cash USD
   * @param fills executions so far
   * @param traded units bought and sold per instrument, added up
   * @param fees USD paid so far
   * @param openOrders oldest first
   */
  public record Subaccount(
      Map<Instrument, Quantity> positions,
      Money cash,
      int fills,
      Map<Instrument, Quantity> traded,
      Money fees,
      List<VenueOrder> openOrders) {
    public Subaccount {
      positions = Map.copyOf(positions);
      traded = Map.copyOf(traded);
      openOrders = List.copyOf(openOrders);
    }
  }
}
