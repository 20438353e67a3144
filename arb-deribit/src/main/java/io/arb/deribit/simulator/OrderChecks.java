package io.arb.deribit.simulator;

import io.arb.core.model.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * The rules that an order must keep, in this order, which the exchange does not publish: in time,
 * instrument open, amount, price, band, reduce-only, funds, own orders, post-only. Owned by the
 * simulator's thread.
 */
final class OrderChecks {
  private final House house;

  OrderChecks(House house) {
    this.house = house;
  }

  /**
   * Everything before the book.
   *
   * @param instead an open order whose place this one takes
   * @return the form, cut to the position if it may only reduce
   */
  OrderForm check(Account account, OrderForm form, Optional<Order> instead) {
    inTime(form);
    open(form.product());
    amount(form);
    form.price().ifPresent(price -> price(form, price));
    OrderForm cut = form.reduceOnly() ? reducing(account, form) : form;
    if (!house.margin().allows(account, cut, limit(cut), instead, house.now())) {
      throw RpcError.of(ErrorCode.NOT_ENOUGH_FUNDS);
    }
    return cut;
  }

  private void inTime(OrderForm form) {
    long now = house.now().toEpochMilli();
    if (form.validUntil().isPresent() && now > form.validUntil().getAsLong()) {
      throw RpcError.of(ErrorCode.TIMED_OUT);
    }
  }

  private void open(Product product) {
    Instant now = house.now();
    if (!house.listing().isOpen(product) || product.isExpired(now)) {
      throw RpcError.of(ErrorCode.BOOK_CLOSED);
    }
    house.platform().requireRunning(now);
    house.platform().requireUnlocked(product);
  }

  private static void amount(OrderForm form) {
    BigDecimal step = form.product().terms().minAmount();
    if (form.amount().signum() <= 0 || form.amount().remainder(step).signum() != 0) {
      throw RpcError.invalid(
          "amount",
          form.product().isOption()
              ? "must be a multiple of the minimum order size"
              : "must be a multiple of contract size");
    }
  }

  private void price(OrderForm form, BigDecimal price) {
    if (!form.product().terms().grid().fits(price)) {
      throw RpcError.invalid("price", "must conform to tick size");
    }
    BigDecimal bound = house.valuation().band(form.product(), form.side(), house.now());
    if (form.side() == Side.BUY && price.compareTo(bound) > 0) {
      throw RpcError.of(ErrorCode.PRICE_TOO_HIGH, shown(bound));
    }
    if (form.side() == Side.SELL && price.compareTo(bound) < 0) {
      throw RpcError.of(ErrorCode.PRICE_TOO_LOW, shown(bound));
    }
  }

  private static String shown(BigDecimal price) {
    return price.stripTrailingZeros().toPlainString();
  }

  /** An oversized order is cut to the position; the exchange does not say what it does. */
  private static OrderForm reducing(Account account, OrderForm form) {
    BigDecimal size = account.position(form.product()).size();
    if (size.signum() * form.signedAmount().signum() >= 0) {
      throw RpcError.of(ErrorCode.OTHER_REJECT, "invalid_reduce_only_order");
    }
    return form.withAmount(form.amount().min(size.abs()));
  }

  /** The worst price of an order: its own, or the band's for market kinds. */
  BigDecimal limit(OrderForm form) {
    return form.price()
        .orElseGet(() -> house.valuation().band(form.product(), form.side(), house.now()));
  }

  /** Refuses an order that would meet one of its own account, where the account wants that. */
  void ownOrders(Account account, OrderForm form, BigDecimal limit) {
    if (!account.cancelsMaker() && meetsItself(account, form, limit)) {
      throw RpcError.of(ErrorCode.ORDER_OVERLAP);
    }
  }

  private boolean meetsItself(Account account, OrderForm form, BigDecimal limit) {
    return house.floor().book(form.product()).against(form.side(), limit).stream()
        .anyMatch(resting -> resting.account() == account);
  }

  /**
   * Where an order goes: its limit, or for a post-only order that would trade, one tick off the
   * other side.
   */
  BigDecimal postOnly(OrderForm form, BigDecimal limit) {
    Book book = house.floor().book(form.product());
    if (!form.postOnly() || !book.crosses(form.side(), limit)) {
      return limit;
    }
    if (form.rejectsPostOnly()) {
      throw RpcError.of(ErrorCode.POST_ONLY_REJECT);
    }
    PriceGrid grid = form.product().terms().grid();
    BigDecimal other = book.best(form.side().opposite()).orElseThrow();
    BigDecimal moved = form.side() == Side.BUY ? grid.previous(other) : grid.next(other);
    if (moved.signum() == 0) {
      throw RpcError.of(ErrorCode.POST_ONLY_PRICE_MODIFICATION_NOT_POSSIBLE);
    }
    return moved;
  }
}
