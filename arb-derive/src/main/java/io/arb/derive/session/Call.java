package io.arb.derive.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A request to the venue.
 *
 * @param instrument whose own limit it counts under; empty for what is of no single instrument
 * @param params written when the request leaves, so that a signature is fresh
 * @param patience how long it may wait for its turn under the rate limit
 * @param retries how often it is sent again after the venue refused it for its rate: zero for what
 *     must not happen twice
 * @param done told once how it ended
 */
public record Call(
    Lane lane,
    String method,
    Optional<String> instrument,
    Supplier<ObjectNode> params,
    Duration patience,
    int retries,
    Consumer<Answer> done) {
  private static final String INSTRUMENT = "instrument_name";
  private static final Duration READ_PATIENCE = Duration.ofSeconds(15);
  private static final Duration CANCEL_PATIENCE = Duration.ofSeconds(10);
  private static final int RETRIES = 5;

  /** Under which limit a request counts, in the order in which they take their turn. */
  public enum Lane {
    /** Before the session is live: login, subscriptions, the first look at the account. */
    HANDSHAKE,
    /** Takes away risk: may use the last permit of the matching limit. */
    CANCEL,
    /** Makes risk: leaves one permit of the matching limit to a cancel. */
    ORDER,
    READ;

    boolean isMatching() {
      return this == CANCEL || this == ORDER;
    }
  }

  /** A question; asked again if the venue was too busy. */
  public static Call read(String method, ObjectNode params, Consumer<Answer> done) {
    return new Call(
        Lane.READ, method, Optional.empty(), () -> params, READ_PATIENCE, RETRIES, done);
  }

  /** A step before the session is live. */
  public static Call handshake(String method, ObjectNode params, Consumer<Answer> done) {
    return new Call(
        Lane.HANDSHAKE, method, Optional.empty(), () -> params, READ_PATIENCE, RETRIES, done);
  }

  /**
   * A cancel; asked again if the venue was too busy.
   *
   * @param params counted under their {@code instrument_name}, if they have one
   */
  public static Call cancel(String method, ObjectNode params, Consumer<Answer> done) {
    Optional<String> instrument =
        params.hasNonNull(INSTRUMENT)
            ? Optional.of(params.get(INSTRUMENT).asText())
            : Optional.empty();
    return new Call(Lane.CANCEL, method, instrument, () -> params, CANCEL_PATIENCE, RETRIES, done);
  }

  /** A new order: sent once or never. */
  public static Call order(
      String method,
      String instrument,
      Supplier<ObjectNode> params,
      Duration patience,
      Consumer<Answer> done) {
    return new Call(Lane.ORDER, method, Optional.of(instrument), params, patience, 0, done);
  }

  Call again() {
    return new Call(lane, method, instrument, params, patience, retries - 1, done);
  }
}
