package io.arb.derive.simulator;

import io.arb.core.model.Instrument;
import io.arb.core.model.Money;
import io.arb.core.model.Quantity;
import io.arb.core.paper.AccountId;
import io.arb.core.paper.FillFilter;
import io.arb.core.paper.PaperVenue;
import io.arb.core.paper.VenueFill;
import io.arb.core.paper.VenuePosition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts what is asked and refused, and draws up the books. Owned by the simulator's thread. */
final class Ledger {
  private final PaperVenue venue;
  private final Registry registry;
  private final Map<String, Long> requests = new HashMap<>();
  private final Map<Integer, Long> refusals = new HashMap<>();
  private long rejectedSignatures;

  Ledger(PaperVenue venue, Registry registry) {
    this.venue = venue;
    this.registry = registry;
  }

  void requested(String method) {
    requests.merge(method, 1L, Long::sum);
  }

  void refused(int code) {
    refusals.merge(code, 1L, Long::sum);
  }

  void rejectedSignature() {
    rejectedSignatures++;
  }

  DeriveBooks books() {
    Map<Long, DeriveBooks.Subaccount> subaccounts =
        registry.subaccounts().stream()
            .collect(Collectors.toMap(id -> id, id -> subaccount(Registry.account(id))));
    return new DeriveBooks(subaccounts, requests, refusals, rejectedSignatures);
  }

  private DeriveBooks.Subaccount subaccount(AccountId account) {
    List<VenueFill> fills = venue.fills(account, FillFilter.ALL);
    Map<Instrument, Quantity> traded = new HashMap<>();
    fills.forEach(fill -> traded.merge(fill.instrument(), fill.quantity(), Quantity::plus));
    return new DeriveBooks.Subaccount(
        venue.positions(account).values().stream()
            .collect(Collectors.toMap(VenuePosition::instrument, VenuePosition::quantity)),
        venue.cash(account),
        fills.size(),
        traded,
        fills.stream().map(VenueFill::fee).reduce(Money.ZERO, Money::plus),
        venue.openOrders(account));
  }
}
