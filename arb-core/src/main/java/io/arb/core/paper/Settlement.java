package io.arb.core.paper;

import io.arb.core.model.Option;
import io.arb.core.model.OrderStatus;
import io.arb.core.model.Price;
import java.time.Instant;
import java.util.List;

/** Ends what time ends: orders with a limit and options. Owned by the venue's lock. */
final class Settlement {
  private final Floor floor;
  private final Execution execution;

  Settlement(Floor floor, Execution execution) {
    this.floor = floor;
    this.execution = execution;
  }

  void run(Instant now) {
    for (Account account : floor.accounts()) {
      account.openOrders().stream()
          .filter(order -> order.isOver(now))
          .forEach(order -> execution.end(order, OrderStatus.EXPIRED, EndReason.EXPIRED, now));
    }
    List<Option> expired =
        floor.books().keySet().stream()
            .filter(Option.class::isInstance)
            .map(Option.class::cast)
            .filter(option -> option.isExpired(now))
            .toList();
    expired.forEach(option -> settle(option, now));
  }

  /** Cancels the option's orders and pays its value against the settlement price. */
  private void settle(Option option, Instant now) {
    Price settlement =
        floor.settlements().computeIfAbsent(option.expiry(), floor.market()::settlement);
    Price payoff = payoff(option, settlement);
    floor.close(option);
    for (Account account : floor.accounts()) {
      account.openOrders().stream()
          .filter(order -> order.request().instrument().equals(option))
          .forEach(
              order ->
                  execution.end(order, OrderStatus.CANCELLED, EndReason.INSTRUMENT_CLOSED, now));
      account.settle(option, payoff, floor.outbox().balances(account));
    }
  }

  private static Price payoff(Option option, Price settlement) {
    return switch (option.type()) {
      case CALL -> settlement.plusClamped(option.strike().usd().negate());
      case PUT -> option.strike().plusClamped(settlement.usd().negate());
    };
  }
}
