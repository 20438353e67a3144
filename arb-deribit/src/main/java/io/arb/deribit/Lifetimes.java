package io.arb.deribit;

import io.arb.core.model.ClientOrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Until when an order that was sent may still reach the venue's engine: the {@code valid_until} of
 * its frame, by our clock. After that it exists or never will, which is the only proof that the
 * venue offers, because it takes any label twice. Owned by the session's thread.
 */
final class Lifetimes {
  private static final int KEPT = 10_000;

  /** How long an order may wait for its turn before it is written. */
  private final Duration patience;

  private final Duration validity;
  private final Map<ClientOrderId, Instant> ends =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ClientOrderId, Instant> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * Lifetimes of nothing yet.
   *
   * @param validity longest life of a frame
   */
  Lifetimes(Duration patience, Duration validity) {
    this.patience = patience;
    this.validity = validity;
  }

  /** How long an order may wait for its turn, given when it must have arrived. */
  Duration patience(Instant rejectAfter, Instant now) {
    Duration left = Duration.between(now, rejectAfter);
    return left.compareTo(patience) < 0 ? left : patience;
  }

  /**
   * Takes an id for one order. The venue makes a second order of a label that comes twice, so the
   * id is asked for before the frame is.
   *
   * @return false if the id was taken before: nothing may be sent under it
   */
  boolean claim(ClientOrderId id, Instant now) {
    return ends.putIfAbsent(id, now.plus(patience).plus(validity)) == null;
  }

  /** The end of a frame that is written now. */
  Instant begin(ClientOrderId id, Instant rejectAfter, Instant now) {
    Instant longest = now.plus(validity);
    Instant end = rejectAfter.isBefore(longest) ? rejectAfter : longest;
    ends.put(id, end);
    return end;
  }

  /**
   * When an order is certain to have arrived or to be void.
   *
   * @param sentAt when somebody decided to send it, for an order of an earlier process
   */
  Instant end(ClientOrderId id, Instant sentAt) {
    return ends.getOrDefault(id, sentAt.plus(patience).plus(validity));
  }
}
