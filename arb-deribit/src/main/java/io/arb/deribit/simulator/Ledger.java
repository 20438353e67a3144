package io.arb.deribit.simulator;

import io.arb.core.model.Instrument;
import io.arb.core.model.Money;
import io.arb.core.model.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts what is asked and refused, and draws up the books. Owned by the simulator's thread. */
final class Ledger {
  private static final int USD_DECIMALS = 18;

  private final Floor floor;
  private final Map<String, Long> requests = new HashMap<>();
  private final Map<Integer, Long> refusals = new HashMap<>();

  Ledger(Floor floor) {
    this.floor = floor;
  }

  void requested(String method) {
    requests.merge(method, 1L, Long::sum);
  }

  void refused(int code) {
    refusals.merge(code, 1L, Long::sum);
  }

  DeribitBooks books() {
    return new DeribitBooks(
        floor.customers().stream().collect(Collectors.toMap(Account::name, Ledger::customer)),
        requests,
        refusals);
  }

  private static DeribitBooks.Customer customer(Account account) {
    Map<String, BigDecimal> positions = new TreeMap<>();
    account
        .positions()
        .forEach(
            (product, position) -> {
              if (!position.isFlat()) {
                positions.put(product.name(), position.size());
              }
            });
    Map<String, BigDecimal> traded = new TreeMap<>();
    account
        .fills()
        .forEach(fill -> traded.merge(fill.product().name(), fill.amount(), BigDecimal::add));
    return new DeribitBooks.Customer(
        positions,
        money(account, true),
        money(account, false),
        account.fills().stream().map(Ledger::feeUsd).reduce(Money.ZERO, Money::plus),
        coins(account),
        account.fills().size(),
        traded,
        account.alive(order -> true).stream().map(Ledger::open).toList());
  }

  private static Money feeUsd(Fill fill) {
    BigDecimal rate = fill.product().isInverse() ? fill.index() : BigDecimal.ONE;
    return new Money(fill.fee().multiply(rate).setScale(USD_DECIMALS, RoundingMode.HALF_EVEN));
  }

  private static Map<Instrument, Quantity> coins(Account account) {
    Map<Instrument, Quantity> coins = new HashMap<>();
    account
        .positions()
        .forEach(
            (product, position) -> {
              if (!position.isFlat() && !product.isReciprocal()) {
                coins.merge(product.instrument(), new Quantity(position.size()), Quantity::plus);
              }
            });
    return coins;
  }

  private static Map<String, BigDecimal> money(Account account, boolean cash) {
    Map<String, BigDecimal> money = new TreeMap<>();
    account
        .wallets()
        .forEach(
            (currency, wallet) ->
                money.put(
                    currency,
                    cash ? wallet.balance().add(wallet.sessionRealized()) : wallet.fees()));
    return money;
  }

  private static DeribitBooks.OpenOrder open(Order order) {
    return new DeribitBooks.OpenOrder(
        order.id(),
        order.product().name(),
        order.form().label(),
        order.side(),
        order.amount(),
        order.filled(),
        order.price());
  }
}
