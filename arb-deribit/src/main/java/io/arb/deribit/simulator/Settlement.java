package io.arb.deribit.simulator;

import io.arb.core.model.Option;
import io.arb.greeks.OptionType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What happens at 08:00 UTC: options are delivered at the average index of the last half hour, the
 * profit of futures becomes balance, good-til-day orders end, and trading pauses. Owned by the
 * simulator's thread.
 */
final class Settlement {
  private static final LocalTime TIME = LocalTime.of(8, 0);
  private static final String REASON = "settlement";

  private final House house;
  private final Duration pause;
  private final Map<Instant, BigDecimal> deliveries = new LinkedHashMap<>();
  private final Map<Product, BigDecimal> prices = new LinkedHashMap<>();
  private Instant next;

  Settlement(House house, Duration pause) {
    this.house = house;
    this.pause = pause;
    this.next = after(house.now());
  }

  private static Instant after(Instant now) {
    ZonedDateTime today = now.atZone(ZoneOffset.UTC).with(TIME);
    return (today.toInstant().isAfter(now) ? today : today.plusDays(1)).toInstant();
  }

  /** Delivery prices by expiry, oldest first. */
  Map<Instant, BigDecimal> deliveries() {
    return deliveries;
  }

  /** The mark at the last daily settlement. */
  Optional<BigDecimal> price(Product product) {
    return Optional.ofNullable(prices.get(product));
  }

  /** Does what is due. */
  void run(Instant now) {
    house.listing().due(now).forEach(product -> deliver(product, now));
    if (!now.isBefore(next)) {
      next = after(now);
      house.floor().customers().forEach(account -> endSession(account, now));
      house.platform().pauseUntil(now.plus(pause));
    }
  }

  private void deliver(Product product, Instant now) {
    Option option = product.option().orElseThrow();
    BigDecimal price = deliveries.computeIfAbsent(option.expiry(), house.valuation()::delivery);
    BigDecimal payoff = payoff(product, option, price);
    for (Account account : house.floor().customers()) {
      account
          .alive(order -> order.product().equals(product))
          .forEach(order -> house.floor().cancel(order, REASON, now));
      pay(account, product, payoff, price);
    }
    house.floor().close(product);
    house.listing().deliver(product);
    house.floor().news().state(product);
  }

  private void pay(Account account, Product product, BigDecimal payoff, BigDecimal price) {
    BigDecimal size = account.position(product).size();
    if (size.signum() != 0) {
      BigDecimal fee = Fees.delivery(product, size.abs(), payoff, price);
      account.wallet(product.settlement()).optionPaid(Coins.round(payoff.multiply(size)), fee);
      house.floor().news().position(account, product);
    }
    account.forget(product);
  }

  /** For one unit: coin for an inverse option, else USDC. */
  static BigDecimal payoff(Product product, Option option, BigDecimal price) {
    BigDecimal strike = option.strike().usd();
    BigDecimal inMoney =
        option.type() == OptionType.CALL ? price.subtract(strike) : strike.subtract(price);
    BigDecimal usd = inMoney.max(BigDecimal.ZERO);
    return product.isInverse() ? usd.divide(price, MathContext.DECIMAL128) : usd;
  }

  private void endSession(Account account, Instant now) {
    account
        .alive(order -> order.form().lifetime() == Lifetime.GOOD_TIL_DAY)
        .forEach(order -> house.floor().cancel(order, REASON, now));
    Map<String, BigDecimal> open = new LinkedHashMap<>();
    for (Map.Entry<Product, Position> entry : Map.copyOf(account.positions()).entrySet()) {
      Product product = entry.getKey();
      BigDecimal mark = house.valuation().mark(product, now);
      prices.put(product, mark);
      if (!product.isOption()) {
        BigDecimal profit = entry.getValue().sessionOpenProfit(product, mark);
        open.merge(product.settlement(), profit, BigDecimal::add);
      }
      startSession(account, product, entry.getValue().resettled(product, mark));
    }
    account
        .wallets()
        .forEach(
            (currency, wallet) ->
                wallet.settle(Coins.round(open.getOrDefault(currency, BigDecimal.ZERO))));
  }

  private void startSession(Account account, Product product, Position position) {
    if (position.isFlat()) {
      account.forget(product);
    } else {
      account.hold(product, position);
    }
    house.floor().news().position(account, product);
  }
}
