package io.arb.deribit.simulator;

import io.arb.core.model.Side;
import java.math.BigDecimal;
import java.time.Instant;

/** A customer's or synthetic order and what has become of it. Owned by the simulator's thread. */
final class Order {
  /** Where an order stands; the wire word is the name in lower case. */
  enum State {
    OPEN,
    SPEED_BUMPED,
    FILLED,
    CANCELLED
  }

  private final String id;
  private final Account account;
  private final long sessionId;
  private final Instant createdAt;
  private OrderForm form;
  private BigDecimal amount;
  private BigDecimal price;
  private boolean immediate;
  private BigDecimal filled = BigDecimal.ZERO;
  private BigDecimal worth = BigDecimal.ZERO;
  private State state = State.OPEN;
  private String cancelReason = "";
  private boolean replaced;
  private Instant changedAt;

  /**
   * @param price where it stands, which may differ from the form's
   * @param sessionId the connection that sent it; 0 for a call over HTTP
   */
  Order(
      String id,
      Account account,
      OrderForm form,
      BigDecimal amount,
      BigDecimal price,
      long sessionId,
      Instant now) {
    this.id = id;
    this.account = account;
    this.form = form;
    this.amount = amount;
    this.price = price;
    this.immediate = form.isImmediate();
    this.sessionId = sessionId;
    this.createdAt = now;
    this.changedAt = now;
  }

  String id() {
    return id;
  }

  Account account() {
    return account;
  }

  OrderForm form() {
    return form;
  }

  Product product() {
    return form.product();
  }

  Side side() {
    return form.side();
  }

  long sessionId() {
    return sessionId;
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant changedAt() {
    return changedAt;
  }

  /** The total, fills included. */
  BigDecimal amount() {
    return amount;
  }

  BigDecimal price() {
    return price;
  }

  BigDecimal filled() {
    return filled;
  }

  BigDecimal remaining() {
    return amount.subtract(filled);
  }

  State state() {
    return state;
  }

  String cancelReason() {
    return cancelReason;
  }

  boolean isReplaced() {
    return replaced;
  }

  /** True if nothing of it may rest. */
  boolean isImmediate() {
    return immediate;
  }

  /** True while it can still trade. */
  boolean isAlive() {
    return state == State.OPEN || state == State.SPEED_BUMPED;
  }

  boolean hasTraded() {
    return filled.signum() > 0;
  }

  /** Of what was traded; 0 before the first fill. */
  BigDecimal averagePrice() {
    return hasTraded() ? product().priceOf(filled, worth) : BigDecimal.ZERO;
  }

  void fill(BigDecimal fillPrice, BigDecimal fillAmount, Instant now) {
    filled = filled.add(fillAmount);
    worth = worth.add(product().worth(fillAmount, fillPrice));
    changedAt = now;
    if (remaining().signum() == 0) {
      state = State.FILLED;
    }
  }

  void cancel(String reason, Instant now) {
    state = State.CANCELLED;
    cancelReason = reason;
    changedAt = now;
  }

  /** Waits in the speed bump. */
  void bump() {
    state = State.SPEED_BUMPED;
  }

  /** Comes out of the speed bump. */
  void release(Instant now) {
    state = State.OPEN;
    changedAt = now;
  }

  /** From here on nothing of it may rest. */
  void turnImmediate() {
    immediate = true;
  }

  void edit(OrderForm newForm, BigDecimal newAmount, BigDecimal newPrice, Instant now) {
    form = newForm;
    amount = newAmount;
    price = newPrice;
    replaced = true;
    changedAt = now;
    if (remaining().signum() == 0) {
      state = State.FILLED;
    }
  }

  /** Moves to another limit, as a market-limit order after its first fill. */
  void moveTo(BigDecimal newPrice) {
    price = newPrice;
  }
}
