package io.arb.core.paper;

import io.arb.core.model.Instrument;
import io.arb.core.model.Money;
import io.arb.core.model.Option;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.VenueOrderId;
import io.arb.core.paper.BalanceChange.Cause;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Money, positions, orders and fills of one account. Owned by the venue's lock. */
final class Account {
  private final AccountId id;
  private final boolean synthetic;
  private final Map<Instrument, Holding> holdings = new LinkedHashMap<>();
  private final Map<VenueOrderId, LiveOrder> orders = new LinkedHashMap<>();
  private final Map<VenueOrderId, LiveOrder> open = new LinkedHashMap<>();
  private final List<VenueFill> fills = new ArrayList<>();
  private Money cash = Money.ZERO;

  /** A synthetic account belongs to the venue's makers and takers: nobody looks at its history. */
  Account(AccountId id, boolean synthetic) {
    this.id = id;
    this.synthetic = synthetic;
  }

  AccountId id() {
    return id;
  }

  boolean isSynthetic() {
    return synthetic;
  }

  Money cash() {
    return cash;
  }

  Map<Instrument, Holding> holdings() {
    return holdings;
  }

  Map<Instrument, VenuePosition> positions() {
    Map<Instrument, VenuePosition> positions = new LinkedHashMap<>();
    holdings.forEach((key, holding) -> positions.put(key, holding.position(key)));
    return positions;
  }

  Quantity position(Instrument instrument) {
    return holdings.getOrDefault(instrument, Holding.NONE).quantity();
  }

  Map<VenueOrderId, LiveOrder> orders() {
    return orders;
  }

  /** The open orders; a copy, so that they can be ended on the way. */
  List<LiveOrder> openOrders() {
    return List.copyOf(open.values());
  }

  int openCount() {
    return open.size();
  }

  List<VenueFill> fills() {
    return fills;
  }

  void remember(LiveOrder order) {
    if (!synthetic) {
      orders.put(order.id(), order);
      if (order.isOpen()) {
        open.put(order.id(), order);
      }
    }
  }

  void remember(VenueFill fill) {
    if (!synthetic) {
      fills.add(fill);
    }
  }

  void forgetOpen(LiveOrder order) {
    open.remove(order.id());
  }

  void deposit(Money amount, Consumer<BalanceChange> changes) {
    moveCash(amount, Cause.DEPOSIT, changes);
  }

  /**
   * Books one trade. A perpetual moves cash by what it realises, an option by its premium; both by
   * the fee.
   *
   * @return the realised profit before fees
   */
  Money trade(
      Instrument instrument,
      Quantity signed,
      Price price,
      Money fee,
      Consumer<BalanceChange> changes) {
    Holding before = holdings.getOrDefault(instrument, Holding.NONE);
    Holding.Traded traded = before.trade(signed, price, fee);
    hold(instrument, before, traded.holding(), Cause.TRADE, changes);
    Money flow =
        switch (instrument) {
          case Perpetual p -> traded.realizedPnl();
          case Option o -> price.times(signed).negate();
        };
    moveCash(flow.minus(fee), Cause.TRADE, changes);
    return traded.realizedPnl();
  }

  /** Turns an expired option position into cash. */
  void settle(Option option, Price payoff, Consumer<BalanceChange> changes) {
    Holding before = holdings.getOrDefault(option, Holding.NONE);
    if (!before.quantity().isZero()) {
      hold(option, before, Holding.NONE, Cause.OPTION_SETTLEMENT, changes);
      moveCash(payoff.times(before.quantity()), Cause.OPTION_SETTLEMENT, changes);
    }
  }

  private void hold(
      Instrument instrument,
      Holding before,
      Holding after,
      Cause cause,
      Consumer<BalanceChange> changes) {
    if (after.quantity().isZero()) {
      holdings.remove(instrument);
    } else {
      holdings.put(instrument, after);
    }
    changes.accept(
        new BalanceChange.Position(
            instrument, before.quantity().units(), after.quantity().units(), cause));
    if (instrument instanceof Perpetual) {
      changes.accept(
          new BalanceChange.PerpetualQuote(
              instrument, before.quote().usd(), after.quote().usd(), cause));
    }
  }

  private void moveCash(Money amount, Cause cause, Consumer<BalanceChange> changes) {
    BigDecimal before = cash.usd();
    cash = cash.plus(amount);
    changes.accept(new BalanceChange.Cash(before, cash.usd(), cause));
  }
}
