package io.arb.core.hedge;

import java.time.Duration;

/**
 * How long the book of order intents waits for the venue. Immutable.
 *
 * @param rejectAfter the venue must refuse an order that arrives later than this; 0.1 s to 10 min
 * @param answerTimeout an order or cancel without any answer for this long is unknown; 0.1 s to 10
 *     min
 * @param fillGrace how long a fill may be missing that the order's state implies, before it is
 *     asked for; up to 1 min
 * @param resolvePause the pause before an unanswered question is asked again; doubles each time
 * @param resolvePauseMax the longest such pause; up to 10 min
 */
public record OrderTiming(
    Duration rejectAfter,
    Duration answerTimeout,
    Duration fillGrace,
    Duration resolvePause,
    Duration resolvePauseMax) {
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration LONG = Duration.ofMinutes(10);

  public static final OrderTiming DEFAULTS =
      new OrderTiming(
          Duration.ofSeconds(4),
          Duration.ofSeconds(5),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(30));

  public OrderTiming {
    Checks.range("rejectAfter", rejectAfter, SHORT, LONG);
    Checks.range("answerTimeout", answerTimeout, SHORT, LONG);
    Checks.range("fillGrace", fillGrace, Duration.ZERO, Duration.ofMinutes(1));
    Checks.range("resolvePause", resolvePause, SHORT, LONG);
    Checks.range("resolvePauseMax", resolvePauseMax, resolvePause, LONG);
  }
}
