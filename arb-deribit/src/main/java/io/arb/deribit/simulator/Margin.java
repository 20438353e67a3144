package io.arb.deribit.simulator;

import io.arb.core.model.Option;
import io.arb.core.model.Side;
import io.arb.greeks.OptionType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an account must have to carry positions, in one settlement currency. An approximation, since
 * the true models are not published in full: futures a fiftieth of their notional (maintenance half
 * of it); short options 15 % of the index less the out-of-the-money amount, at least 10 %, plus the
 * mark (maintenance 7.5 % plus the mark); long options nothing beyond the premium. Open orders
 * count as if all buys, or all sells, traded at their limits, whichever is worse. Owned by the
 * simulator's thread.
 */
final class Margin {
  private static final BigDecimal LEVERAGE = BigDecimal.valueOf(50);
  private static final BigDecimal SHORT_OPTION = new BigDecimal("0.15");
  private static final BigDecimal LEAST_SHORT_OPTION = new BigDecimal("0.1");
  private static final BigDecimal KEPT_SHORT_OPTION = new BigDecimal("0.075");
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private final Valuation valuation;

  Margin(Valuation valuation) {
    this.valuation = valuation;
  }

  /** An order that could trade; {@code amount} is signed. */
  private record Pending(Product product, BigDecimal amount, BigDecimal price) {}

  /** Needed to open a position of this signed size. */
  BigDecimal initial(Product product, BigDecimal size, Instant now) {
    return requirement(product, size, now, true);
  }

  /** Needed to keep a position of this signed size. */
  BigDecimal maintenance(Product product, BigDecimal size, Instant now) {
    return requirement(product, size, now, false);
  }

  private BigDecimal requirement(Product product, BigDecimal size, Instant now, boolean initial) {
    if (size.signum() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal mark = valuation.mark(product, now);
    return Coins.round(
        product
            .option()
            .map(option -> shortOption(product, option, size, now, initial))
            .orElseGet(() -> future(product.worth(size, mark).abs(), initial)));
  }

  private static BigDecimal future(BigDecimal notional, boolean initial) {
    BigDecimal need = notional.divide(LEVERAGE, MathContext.DECIMAL128);
    return initial ? need : need.multiply(HALF);
  }

  private BigDecimal shortOption(
      Product product, Option option, BigDecimal size, Instant now, boolean initial) {
    if (size.signum() > 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal index = valuation.index(now);
    BigDecimal fraction = initial ? initialFraction(option, index) : KEPT_SHORT_OPTION;
    BigDecimal unit = product.isInverse() ? BigDecimal.ONE : index;
    return fraction.multiply(unit).add(valuation.mark(product, now)).multiply(size.abs());
  }

  private static BigDecimal initialFraction(Option option, BigDecimal index) {
    BigDecimal strike = option.strike().usd();
    BigDecimal away =
        option.type() == OptionType.CALL ? strike.subtract(index) : index.subtract(strike);
    BigDecimal outOfMoney = away.max(BigDecimal.ZERO).divide(index, MathContext.DECIMAL64);
    return SHORT_OPTION.subtract(outOfMoney).max(LEAST_SHORT_OPTION);
  }

  /**
   * True if the account could bear this order beside its open ones.
   *
   * @param price its limit
   * @param instead an open order whose place it takes
   */
  boolean allows(
      Account account, OrderForm form, BigDecimal price, Optional<Order> instead, Instant now) {
    Product product = form.product();
    BigDecimal signedAmount = form.signedAmount();
    Map<Product, BigDecimal> sizes = sizes(account, product.settlement());
    BigDecimal funds = funds(account, product.settlement(), now);
    Pending candidate = new Pending(product, signedAmount, price);
    List<Pending> others =
        account
            .alive(
                order ->
                    order.side() == form.side()
                        && instead.filter(old -> old == order).isEmpty()
                        && order.product().settlement().equals(product.settlement()))
            .stream()
            .map(order -> new Pending(order.product(), signed(order), order.price()))
            .toList();
    BigDecimal left = funds.add(effect(candidate, sizes, now));
    for (Pending other : others) {
      left = left.add(effect(other, sizes, now));
    }
    return left.compareTo(total(sizes, now)) >= 0;
  }

  private static BigDecimal signed(Order order) {
    return order.side() == Side.BUY ? order.remaining() : order.remaining().negate();
  }

  private static Map<Product, BigDecimal> sizes(Account account, String currency) {
    Map<Product, BigDecimal> sizes = new LinkedHashMap<>();
    account
        .positions()
        .forEach(
            (product, position) -> {
              if (product.settlement().equals(currency)) {
                sizes.put(product, position.size());
              }
            });
    return sizes;
  }

  /** Adds an order to the sizes; the cash that its trade would move, losses of futures included. */
  private BigDecimal effect(Pending order, Map<Product, BigDecimal> sizes, Instant now) {
    Product product = order.product();
    sizes.merge(product, order.amount(), BigDecimal::add);
    BigDecimal paid = product.worth(order.amount(), order.price());
    if (product.isOption()) {
      return paid.negate();
    }
    BigDecimal worth = product.worth(order.amount(), valuation.mark(product, now));
    return worth.subtract(paid).min(BigDecimal.ZERO);
  }

  private BigDecimal total(Map<Product, BigDecimal> sizes, Instant now) {
    return sizes.entrySet().stream()
        .map(entry -> initial(entry.getKey(), entry.getValue(), now))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Balance and the session's profit of futures; options do not count. */
  BigDecimal funds(Account account, String currency, Instant now) {
    Wallet wallet = account.wallet(currency);
    BigDecimal open = BigDecimal.ZERO;
    for (Map.Entry<Product, Position> entry : account.positions().entrySet()) {
      Product product = entry.getKey();
      if (!product.isOption() && product.settlement().equals(currency)) {
        open = open.add(entry.getValue().sessionOpenProfit(product, valuation.mark(product, now)));
      }
    }
    return wallet.balance().add(wallet.sessionRealized()).add(Coins.round(open));
  }
}
