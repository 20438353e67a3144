package io.arb.derive.simulator;

import io.arb.core.paper.AccountId;
import io.arb.core.paper.BalanceChange;
import io.arb.core.paper.PublicTrade;
import io.arb.core.paper.VenueFill;
import io.arb.core.paper.VenueListener;
import io.arb.core.paper.VenueOrder;
import io.arb.core.wire.Json;
import java.util.List;
import java.util.function.Consumer;

/**
 * Turns what happens at the venue into notifications, in the order in which the venue tells it:
 * orders, trades and balances of the taker, the same of each maker, then public trades. Safe from
 * any thread.
 */
final class Notifier implements VenueListener {
  private final House house;
  private final StateThread thread;
  private final Sessions sessions;
  private final AccountJson accounts;

  Notifier(House house, StateThread thread, Sessions sessions) {
    this.house = house;
    this.thread = thread;
    this.sessions = sessions;
    this.accounts = new AccountJson(house);
  }

  private void tell(AccountId account, Consumer<Long> news) {
    thread.post(() -> house.registry().subaccount(account).ifPresent(news));
  }

  @Override
  public void orderChanged(AccountId account, VenueOrder order) {
    tell(account, id -> sessions.publish(id + ".orders", house.records().orders(List.of(order))));
  }

  @Override
  public void filled(AccountId account, VenueFill fill) {
    tell(account, id -> sessions.publish(id + ".trades", house.records().fills(List.of(fill))));
  }

  @Override
  public void balancesChanged(AccountId account, List<BalanceChange> changes) {
    tell(account, id -> sessions.publish(id + ".balances", accounts.balances(changes)));
  }

  @Override
  public void traded(PublicTrade trade) {
    String kind = Listing.type(trade.instrument()) + "." + trade.instrument().underlying().symbol();
    thread.post(
        () -> {
          var data = Json.array().add(house.records().publicTrade(trade));
          sessions.publish("trades." + Listing.name(trade.instrument()), data);
          sessions.publish("trades." + kind, data);
        });
  }
}
