package io.arb.deribit.simulator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Takes orders in, trades them, changes and ends them. Owned by the simulator's thread. */
final class OrderDesk {
  static final String OVERLAP = "order_overlap";
  static final String EDIT_REJECTED = "edit_post_only_reject";

  private final House house;
  private final OrderChecks checks;

  OrderDesk(House house) {
    this.house = house;
    this.checks = new OrderChecks(house);
  }

  /** An order that has passed all checks and is known, but has not met the book yet. */
  Order admit(Account account, OrderForm form, long sessionId) {
    house.makers().refresh(form.product(), house.now());
    OrderForm checked = checks.check(account, form, Optional.empty());
    BigDecimal limit = checks.limit(checked);
    checks.ownOrders(account, checked, limit);
    BigDecimal price = checks.postOnly(checked, limit);
    Order order =
        new Order(
            house.floor().nextOrderId(form.product()),
            account,
            checked,
            checked.amount(),
            price,
            sessionId,
            house.now());
    account.remember(order);
    return order;
  }

  /** True if it would trade at once where takers are held back. */
  boolean isAggressive(Order order) {
    return house.floor().book(order.product()).crosses(order.side(), order.price());
  }

  /** Trades what can be traded; the rest waits or ends. */
  List<Fill> match(Order order) {
    if (order.state() == Order.State.SPEED_BUMPED) {
      order.release(house.now());
    }
    if (!clearOwnOrders(order)) {
      return List.of();
    }
    BigDecimal most = order.remaining();
    if (order.isImmediate()) {
      most = house.faults().takePartialFill().map(most::min).orElse(most);
    }
    List<Floor.Match> plan = house.floor().plan(order, most);
    if (order.form().lifetime() == Lifetime.FILL_OR_KILL && !isFull(order, plan)) {
      house.floor().cancel(order, "", house.now());
      return List.of();
    }
    List<Fill> fills = house.floor().execute(order, plan, house.now());
    afterwards(order, fills);
    return fills;
  }

  private static boolean isFull(Order order, List<Floor.Match> plan) {
    BigDecimal found =
        plan.stream().map(Floor.Match::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    return found.compareTo(order.remaining()) >= 0;
  }

  /** False if the order ended because of an own one that came into its way meanwhile. */
  private boolean clearOwnOrders(Order order) {
    List<Order> own =
        house.floor().book(order.product()).against(order.side(), order.price()).stream()
            .filter(resting -> resting.account() == order.account())
            .toList();
    if (own.isEmpty()) {
      return true;
    }
    List<Order> ending = order.account().cancelsMaker() ? own : List.of(order);
    ending.forEach(each -> house.floor().cancel(each, OVERLAP, house.now()));
    return order.isAlive();
  }

  private void afterwards(Order order, List<Fill> fills) {
    if (!order.isAlive()) {
      return;
    }
    boolean marketLimit = order.form().type() == OrderType.MARKET_LIMIT;
    if (order.isImmediate() || (marketLimit && fills.isEmpty())) {
      house.floor().cancel(order, "", house.now());
      return;
    }
    if (marketLimit) {
      order.moveTo(fills.getFirst().price());
    }
    house.floor().rest(order);
  }

  /** Refuses what an edit may not be; the form's amount is the new total. */
  OrderForm checkEdit(Order order, OrderForm form) {
    if (order.state() != Order.State.OPEN) {
      throw RpcError.of(ErrorCode.NOT_OPEN_ORDER);
    }
    if (form.amount().compareTo(order.filled()) <= 0) {
      throw RpcError.invalid("amount", "must be greater than the filled amount");
    }
    house.makers().refresh(form.product(), house.now());
    OrderForm checked = checks.check(order.account(), form, Optional.of(order));
    if (!keepsPlace(order, checked)) {
      checks.ownOrders(order.account(), checked, checks.limit(checked));
    }
    return checked;
  }

  private static boolean keepsPlace(Order order, OrderForm form) {
    return form.price().orElseThrow().compareTo(order.price()) == 0
        && form.amount().compareTo(order.amount()) <= 0;
  }

  /** True if the edited order would trade at once. */
  boolean isAggressive(OrderForm form) {
    return !form.postOnly()
        && house.floor().book(form.product()).crosses(form.side(), checks.limit(form));
  }

  /**
   * Carries an edit out. An order keeps its place in the queue if only its amount shrinks. A
   * reject-post-only order that would trade is cancelled instead.
   */
  List<Fill> edit(Order order, OrderForm form) {
    BigDecimal price = form.price().orElseThrow();
    if (keepsPlace(order, form)) {
      order.edit(form, form.amount(), price, house.now());
      house.floor().news().order(order);
      house.floor().news().book(order.product());
      return List.of();
    }
    house.floor().book(order.product()).remove(order);
    house.floor().news().book(order.product());
    Optional<BigDecimal> place = placeOf(form, price);
    if (place.isEmpty()) {
      house.floor().cancel(order, EDIT_REJECTED, house.now());
      return List.of();
    }
    order.edit(form, form.amount(), place.get(), house.now());
    return match(order);
  }

  private Optional<BigDecimal> placeOf(OrderForm form, BigDecimal price) {
    try {
      return Optional.of(checks.postOnly(form, price));
    } catch (RpcError e) {
      return Optional.empty();
    }
  }

  /**
   * Cancels an order; one in the speed bump becomes immediate instead and may still trade.
   *
   * @return false if it was not alive
   */
  boolean cancel(Order order, String reason) {
    switch (order.state()) {
      case OPEN -> house.floor().cancel(order, reason, house.now());
      case SPEED_BUMPED -> order.turnImmediate();
      case FILLED, CANCELLED -> {
        return false;
      }
    }
    return true;
  }
}
