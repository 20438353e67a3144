package io.arb.deribit.simulator;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the simulated exchange shall do wrong, or otherwise, from now on. Safe from any thread; a
 * fault acts on what happens after the call.
 */
public final class DeribitFaults {

  /** Faults of one frame of a {@code book} channel with changes. */
  public enum BookFault {
    /** The frame is not sent; the next one does not link to the one before. */
    LOST,
    /** The frame is sent twice. */
    DUPLICATED,
    /** Not this frame but a whole snapshot is sent. */
    SNAPSHOT,
    /** The frame is held back; the next one carries both. */
    MERGED
  }

  /** The queues that work by themselves and answer in no common order. */
  public enum Queue {
    PUBLIC,
    PRIVATE,
    MATCHING
  }

  private record FalseAnswer(String method, int code, boolean afterwards) {}

  private final List<FalseAnswer> answers = new ArrayList<>();
  private final List<String> dropped = new ArrayList<>();
  private final Map<Queue, Duration> delays = new EnumMap<>(Queue.class);
  private final Deque<BookFault> bookFaults = new ArrayDeque<>();
  private final Deque<BigDecimal> partialFills = new ArrayDeque<>();
  private Duration notificationDelay = Duration.ZERO;
  private NumberForm numbers = NumberForm.PLAIN;
  private boolean staleFrames;
  private boolean silentBooks;
  private boolean zeroBestPrices;
  private boolean ignoredHeartbeats;

  DeribitFaults() {}

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

  /** All answers of a queue leave later by this much, in order; zero ends it. */
  public synchronized void delayAnswers(Queue queue, Duration delay) {
    delays.put(queue, delay);
  }

  /** All notifications leave later by this much, in order; zero ends it. */
  public synchronized void delayNotifications(Duration delay) {
    notificationDelay = delay;
  }

  /** The next change of any book with changes suffers this; several come one after the other. */
  public synchronized void nextBookFrame(BookFault fault) {
    bookFaults.add(fault);
  }

  /** While true, every snapshot of a book is followed by a change that it contains already. */
  public synchronized void staleFrameAfterSnapshot(boolean stale) {
    staleFrames = stale;
  }

  /** While true, no book is published; later changes link as if nothing had been lost. */
  public synchronized void silenceBooks(boolean silent) {
    silentBooks = silent;
  }

  /** While true, an empty side shows 0 as its best price, not null. */
  public synchronized void zeroBestPrices(boolean zero) {
    zeroBestPrices = zero;
  }

  /** While true, no heartbeat and no test request is sent, as if the link were half open. */
  public synchronized void ignoreHeartbeats(boolean ignore) {
    ignoredHeartbeats = ignore;
  }

  /** From now on all numbers but times and ids are written so. */
  public synchronized void writeNumbers(NumberForm form) {
    numbers = form;
  }

  /** The next immediate or market order finds at most so much. */
  public synchronized void fillOnly(BigDecimal amount) {
    partialFills.add(amount);
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

  synchronized Duration answerDelay(Queue queue) {
    return delays.getOrDefault(queue, Duration.ZERO);
  }

  synchronized Duration notificationDelay() {
    return notificationDelay;
  }

  synchronized Optional<BookFault> takeBookFault() {
    return Optional.ofNullable(bookFaults.poll());
  }

  synchronized boolean sendsStaleFrames() {
    return staleFrames;
  }

  synchronized boolean silencesBooks() {
    return silentBooks;
  }

  synchronized boolean showsZeroBestPrices() {
    return zeroBestPrices;
  }

  synchronized boolean ignoresHeartbeats() {
    return ignoredHeartbeats;
  }

  synchronized NumberForm numbers() {
    return numbers;
  }

  synchronized Optional<BigDecimal> takePartialFill() {
    return Optional.ofNullable(partialFills.poll());
  }
}
