package io.arb.deribit.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A request to the venue.
 *
 * @param params written when the request leaves, so that times in them are fresh
 * @param patience how long it may wait for its turn under our credit meter
 * @param retries how often it is sent again after the venue refused it for its rate: zero for what
 *     must not happen twice
 * @param done told once how it ended
 */
public record Call(
    Lane lane,
    String method,
    Supplier<ObjectNode> params,
    Duration patience,
    int retries,
    Consumer<Answer> done) {
  private static final Duration READ_PATIENCE = Duration.ofSeconds(15);
  private static final Duration CANCEL_PATIENCE = Duration.ofSeconds(10);
  private static final int RETRIES = 3;

  /** Who goes first, and under which limit a request counts. */
  public enum Lane {
    /** Keeps the connection alive: never waits. */
    PULSE,
    /** Before the session is live: login, private channels, the first look at the account. */
    HANDSHAKE,
    /** Takes away risk: may use the last of the matching credits. */
    CANCEL,
    /** Makes risk: leaves a reserve of the matching credits to cancels. */
    ORDER,
    READ;

    boolean isMatching() {
      return this == CANCEL || this == ORDER;
    }

    boolean mayLeaveBeforeLive() {
      return this == PULSE || this == HANDSHAKE;
    }
  }

  /** A question; asked again if the venue was too busy. */
  public static Call read(String method, ObjectNode params, Consumer<Answer> done) {
    return new Call(Lane.READ, method, () -> params, READ_PATIENCE, RETRIES, done);
  }

  /** A step before the session is live. */
  public static Call handshake(String method, ObjectNode params, Consumer<Answer> done) {
    return new Call(Lane.HANDSHAKE, method, () -> params, READ_PATIENCE, 0, done);
  }

  /** The answer to a test of the connection. */
  static Call pulse(String method, ObjectNode params, Consumer<Answer> done) {
    return new Call(Lane.PULSE, method, () -> params, READ_PATIENCE, 0, done);
  }

  /** A cancel; asked again if the venue was too busy. */
  public static Call cancel(String method, ObjectNode params, Consumer<Answer> done) {
    return new Call(Lane.CANCEL, method, () -> params, CANCEL_PATIENCE, RETRIES, done);
  }

  /** A new order: sent once or never. */
  public static Call order(
      String method, Supplier<ObjectNode> params, Duration patience, Consumer<Answer> done) {
    return new Call(Lane.ORDER, method, params, patience, 0, done);
  }

  /** Whether it counts under the limit of subscriptions. */
  boolean isSubscription() {
    return method.endsWith("subscribe");
  }

  Call again() {
    return new Call(lane, method, params, patience, retries - 1, done);
  }
}
