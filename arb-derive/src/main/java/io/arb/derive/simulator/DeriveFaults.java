package io.arb.derive.simulator;

import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the simulated exchange shall do wrong from now on. Safe from any thread; a fault acts on
 * what happens after the call.
 */
public final class DeriveFaults {

  /**
   * An answer that is given instead of the true one.
   *
   * @param method such as {@code private/order}
   * @param code an error code, or an HTTP status from 400 to 599 that REST callers get with a body
   *     of HTML and WebSocket callers as silence
   * @param afterwards true: the request is carried out first
   */
  private record FalseAnswer(String method, int code, boolean afterwards) {}

  private final List<FalseAnswer> answers = new ArrayList<>();
  private final List<String> dropped = new ArrayList<>();
  private final List<String> refusedPostOnly = new ArrayList<>();
  private final Deque<Quantity> partialFills = new ArrayDeque<>();
  private final Set<Side> emptySides = EnumSet.noneOf(Side.class);
  private Duration notificationDelay = Duration.ZERO;
  private Duration tickerAge = Duration.ZERO;
  private boolean duplicates;
  private boolean zeroBestPrices;
  private boolean crossesBooks;
  private int skippedPublishIds;
  private int refusedLogins;

  DeriveFaults() {}

  /** The next call of a method is carried out but not answered. */
  public synchronized void dropReply(String method) {
    dropped.add(method);
  }

  /** The next call of a method is answered with an error code and not carried out. */
  public synchronized void answerInstead(String method, int code) {
    answers.add(new FalseAnswer(method, code, false));
  }

  /** The next call of a method is carried out and yet answered with an error code. */
  public synchronized void answerAfterwards(String method, int code) {
    answers.add(new FalseAnswer(method, code, true));
  }

  /** All notifications leave later by this much, in order; zero ends it. */
  public synchronized void delayNotifications(Duration delay) {
    notificationDelay = delay;
  }

  /** While true, every notification is sent twice. */
  public synchronized void duplicateNotifications(boolean twice) {
    duplicates = twice;
  }

  /** The next publication of an order book skips so many ids. */
  public synchronized void skipPublishIds(int count) {
    skippedPublishIds += count;
  }

  /** Tickers carry a time that lies back by this much; zero ends it. */
  public synchronized void ageTickers(Duration age) {
    tickerAge = age;
  }

  /** These sides of all published order books are empty; no sides end it. */
  public synchronized void emptyBookSides(Set<Side> sides) {
    emptySides.clear();
    emptySides.addAll(sides);
  }

  /** While true, published order books have a bid of one unit one tick above the best ask. */
  public synchronized void crossBooks(boolean cross) {
    crossesBooks = cross;
  }

  /** While true, tickers show {@code "0"} as best prices and amounts. */
  public synchronized void zeroBestPrices(boolean zero) {
    zeroBestPrices = zero;
  }

  /** The next post-only order with this label is refused (11008), whatever the book is. */
  public synchronized void refusePostOnly(String label) {
    refusedPostOnly.add(label);
  }

  /** The next immediate or market order finds at most so much. */
  public synchronized void fillOnly(Quantity quantity) {
    partialFills.add(quantity);
  }

  /** The next logins are refused (14014). */
  public synchronized void refuseLogins(int count) {
    refusedLogins = count;
  }

  synchronized boolean takeDroppedReply(String method) {
    return dropped.remove(method);
  }

  synchronized Optional<Integer> takeAnswer(String method, boolean afterwards) {
    for (Iterator<FalseAnswer> each = answers.iterator(); each.hasNext(); ) {
      FalseAnswer answer = each.next();
      if (answer.method().equals(method) && answer.afterwards() == afterwards) {
        each.remove();
        return Optional.of(answer.code());
      }
    }
    return Optional.empty();
  }

  synchronized boolean takeRefusedPostOnly(String label) {
    return refusedPostOnly.remove(label);
  }

  synchronized Optional<Quantity> takePartialFill() {
    return Optional.ofNullable(partialFills.poll());
  }

  synchronized boolean takeRefusedLogin() {
    boolean refused = refusedLogins > 0;
    refusedLogins -= refused ? 1 : 0;
    return refused;
  }

  synchronized int takeSkippedPublishIds() {
    int taken = skippedPublishIds;
    skippedPublishIds = 0;
    return taken;
  }

  synchronized Duration notificationDelay() {
    return notificationDelay;
  }

  synchronized Duration tickerAge() {
    return tickerAge;
  }

  synchronized boolean duplicatesNotifications() {
    return duplicates;
  }

  synchronized boolean showsZeroBestPrices() {
    return zeroBestPrices;
  }

  synchronized boolean crossesBooks() {
    return crossesBooks;
  }

  synchronized boolean isEmptied(Side side) {
    return emptySides.contains(side);
  }
}
