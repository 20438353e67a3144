package io.arb.core.hedge;

import io.arb.core.model.ClientOrderId;
import io.arb.core.model.Fill;
import io.arb.core.model.Instrument;
import io.arb.core.model.Money;
import io.arb.core.model.OrderPurpose;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.OrderStatus;
import io.arb.core.model.OrderUpdate;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Rejection;
import io.arb.core.model.Side;
import io.arb.core.model.TimeInForce;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One order of ours, from its record in the ledger to its proven end; {@link IntentState} has the
 * picture. Others read it, {@link OrderIntents} alone changes it. Owned by the engine thread.
 *
 * <p>Only fills count as filled. What the venue says about an order is merged so that the sequence
 * of messages does not matter: the filled quantity it reports only rises, and an end is an end.
 */
public final class OrderIntent {
  private final OrderRequest request;
  private final OrderPurpose purpose;
  private final Instant sentAt;
  private final Questions questions;
  private IntentState state = IntentState.SENT;
  private Quantity filled = Quantity.ZERO;
  private Money traded = Money.ZERO;
  private Quantity reported = Quantity.ZERO;
  private boolean acknowledged;
  private boolean cancelWanted;
  private boolean cancelSent;
  private boolean moveRefused;
  private @Nullable Instant awaitingSince;
  private @Nullable OrderStatus ended;
  private @Nullable Rejection rejection;
  private String detail = "";

  OrderIntent(OrderRequest request, OrderPurpose purpose, Instant sentAt, OrderTiming timing) {
    this.request = request;
    this.purpose = purpose;
    this.sentAt = sentAt;
    this.questions = new Questions(timing);
    this.awaitingSince = sentAt;
  }

  public ClientOrderId id() {
    return request.id();
  }

  public OrderRequest request() {
    return request;
  }

  public Instrument instrument() {
    return request.instrument();
  }

  public Side side() {
    return request.side();
  }

  public Price limit() {
    return request.limit();
  }

  public OrderPurpose purpose() {
    return purpose;
  }

  public IntentState state() {
    return state;
  }

  public Instant sentAt() {
    return sentAt;
  }

  /** What is traded and booked. */
  public Quantity filled() {
    return filled;
  }

  /** What all booked fills cost together: the sum of price times quantity, positive. */
  public Money traded() {
    return traded;
  }

  /** What could still trade, never negative. */
  public Quantity remaining() {
    return request.quantity().minus(filled).max(Quantity.ZERO);
  }

  /** Why it never existed; empty in every state but REJECTED. */
  public Optional<Rejection> rejection() {
    return Optional.ofNullable(rejection);
  }

  /**
   * True if it was to replace another order and the venue did neither step, most often because the
   * other one had traded meanwhile: that says little about the order itself.
   */
  public boolean isMoveRefused() {
    return moveRefused;
  }

  /** The venue's words about its end or refusal; may be empty. */
  public String detail() {
    return detail;
  }

  /** True until its end is proven. */
  public boolean isLive() {
    return !state.isFinal();
  }

  /** True once a cancel or a replace of it was asked for. */
  public boolean isCancelling() {
    return cancelWanted;
  }

  /** True while the venue reports more as traded than the fills that have reached us. */
  public boolean missesFills() {
    return reported.compareTo(filled) > 0;
  }

  /** True if it rests and may be moved or cancelled: nothing about it is open or in doubt. */
  public boolean isSteady() {
    return state == IntentState.OPEN && !cancelWanted && !missesFills() && rests();
  }

  /** True if it stays in the book until cancelled. */
  boolean rests() {
    return request.timeInForce() != TimeInForce.IMMEDIATE_OR_CANCEL;
  }

  Questions questions() {
    return questions;
  }

  /** Takes a fill that was not seen before; it counts whatever the state. */
  void book(Fill fill) {
    filled = filled.plus(fill.quantity());
    traded = traded.plus(fill.price().times(fill.quantity()));
    reported = reported.max(filled);
    acknowledged = true;
    if (isLive() && filled.compareTo(request.quantity()) >= 0) {
      move(IntentState.FILLED);
    } else if (state == IntentState.SENT) {
      acknowledge();
    } else if (state == IntentState.SETTLING) {
      finishIfComplete();
    }
  }

  /** Takes what the venue says, in any sequence and any number of times. */
  void observe(OrderUpdate update) {
    if (!isLive()) {
      return;
    }
    acknowledged = true;
    boolean inFull = update.status() == OrderStatus.FILLED;
    reported = reported.max(inFull ? request.quantity() : update.filled());
    if (update.status().isFinal()) {
      end(update.status(), update.reason());
    } else if (state == IntentState.SENT) {
      acknowledge();
    }
  }

  /** Takes the proven state of an order that was asked about; its fills are booked before. */
  void resolve(OrderUpdate proven, Instant now) {
    observe(proven);
    if (isLive() && !proven.status().isFinal() && ended == null) {
      cancelSent = false;
      awaitingSince = rests() ? null : now;
      if (state == IntentState.UNKNOWN) {
        move(IntentState.OPEN);
      }
    }
  }

  /** Proven: there is no such order. One that was seen before has ended, unseen by us. */
  void resolveAsAbsent() {
    if (!isLive()) {
      return;
    }
    if (acknowledged) {
      end(OrderStatus.CANCELLED, "not found");
    } else {
      reject(Rejection.DROPPED, "never existed");
    }
  }

  /** Takes an end that the ledger has; its fills were booked before. */
  void restoreEnd(String outcome) {
    if (isLive()) {
      reported = filled;
      end(OrderStatus.CANCELLED, outcome);
    }
  }

  /** True if a refusal can be believed; it cannot once the venue has shown the order. */
  boolean mayBeRejected() {
    return !acknowledged && state.mayBecome(IntentState.REJECTED);
  }

  void reject(Rejection reason, String words) {
    rejection = reason;
    detail = words;
    move(IntentState.REJECTED);
  }

  void moveRefused() {
    moveRefused = true;
  }

  /** Nothing is certain any more; true if that is new. */
  boolean doubt() {
    if (!state.mayBecome(IntentState.UNKNOWN)) {
      return false;
    }
    awaitingSince = null;
    move(IntentState.UNKNOWN);
    return true;
  }

  boolean isOverdue(Instant now, Duration answerTimeout) {
    return awaitingSince != null
        && state.mayBecome(IntentState.UNKNOWN)
        && !now.isBefore(awaitingSince.plus(answerTimeout));
  }

  /** True if the venue has to be asked before this intent can go on. */
  boolean isInDoubt() {
    return state == IntentState.UNKNOWN || (isLive() && missesFills());
  }

  void wantCancel() {
    cancelWanted = true;
  }

  /** True if a cancel is wanted, can be sent, and was not. */
  boolean mustSendCancel() {
    return cancelWanted && !cancelSent && state == IntentState.OPEN;
  }

  void cancelSent(Instant now) {
    cancelWanted = true;
    cancelSent = true;
    awaitingSince = now;
  }

  /** The replace that was to end this order did nothing. */
  void withdrawCancel() {
    cancelWanted = false;
    cancelSent = false;
    awaitingSince = rests() ? null : awaitingSince;
  }

  /** One word for the state and the venue's reason, for the ledger and people. */
  String outcome() {
    String word = state.name().toLowerCase(Locale.ROOT);
    String why = rejection == null ? "" : " " + rejection.name().toLowerCase(Locale.ROOT);
    return word + why + (detail.isEmpty() ? "" : ": " + detail);
  }

  private void acknowledge() {
    if (rests() && !cancelSent) {
      awaitingSince = null;
    }
    move(IntentState.OPEN);
  }

  private void end(OrderStatus status, String words) {
    if (ended != null) {
      return;
    }
    ended = status;
    detail = words;
    awaitingSince = null;
    if (state != IntentState.SETTLING) {
      move(IntentState.SETTLING);
    }
    finishIfComplete();
  }

  private void finishIfComplete() {
    if (ended == null || missesFills()) {
      return;
    }
    move(
        switch (ended) {
          case OPEN -> throw new IllegalStateException(id() + " cannot end as OPEN");
          case FILLED -> IntentState.FILLED;
          case CANCELLED -> IntentState.CANCELLED;
          case EXPIRED -> IntentState.EXPIRED;
        });
  }

  private void move(IntentState next) {
    if (!state.mayBecome(next)) {
      throw new IllegalStateException("Order " + id() + " cannot go " + state + " -> " + next);
    }
    state = next;
  }

  @Override
  public String toString() {
    return id() + " " + side() + " " + request.quantity() + " " + instrument() + " " + state;
  }
}
