package io.arb.deribit.session;

import io.arb.core.wire.NotConnectedException;
import io.arb.core.wire.PendingRequests;
import io.arb.core.wire.SendFailedException;
import io.arb.core.wire.SessionLoop;
import io.arb.deribit.wire.DeribitError;
import io.arb.deribit.wire.DeribitFrame;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests on their way: waiting for their turn under the credit meter, or sent and waiting for
 * their answer, which is found by its id because answers overtake each other. Owned by the
 * session's thread.
 */
final class RequestDesk {
  /** Sends one text on one connection, or not at all. */
  @FunctionalInterface
  interface Wire {
    void send(int generation, String text) throws NotConnectedException, SendFailedException;
  }

  private record Queued(Call call, Instant until) {}

  private static final Logger LOG = LoggerFactory.getLogger(RequestDesk.class);
  private static final Duration SWEEP_EVERY = Duration.ofMillis(50);

  /** The venue was too busy and did nothing. */
  private static final Set<Integer> BUSY = Set.of(DeribitError.TOO_MANY_REQUESTS, 10_047, 10_066);

  private final Wire wire;
  private final CreditMeter meter;
  private final Duration timeout;
  private final InstantSource ticks;
  private final PendingRequests<Call> pending = new PendingRequests<>();
  private final Map<Call.Lane, Deque<Queued>> queues = new EnumMap<>(Call.Lane.class);
  private int generation;
  private boolean connected;
  private boolean live;
  private long lastId;

  RequestDesk(Wire wire, CreditMeter meter, Duration timeout, InstantSource ticks) {
    this.wire = wire;
    this.meter = meter;
    this.timeout = timeout;
    this.ticks = ticks;
    for (Call.Lane lane : Call.Lane.values()) {
      queues.put(lane, new ArrayDeque<>());
    }
  }

  /** Has time-outs and the queues looked after. */
  void start(SessionLoop loop) {
    loop.every(SWEEP_EVERY, this::sweep);
  }

  /** A connection is up; only the handshake may use it. */
  void connected(int newGeneration) {
    generation = newGeneration;
    connected = true;
    live = false;
  }

  /** Everything may be sent. */
  void live() {
    live = true;
  }

  /** Only the handshake and the pulse may be sent; what waits for its turn is given up. */
  void pause(String reason) {
    live = false;
    for (Call.Lane lane : Call.Lane.values()) {
      if (!lane.mayLeaveBeforeLive()) {
        giveUp(queue(lane), reason);
      }
    }
  }

  private static void giveUp(Deque<Queued> queue, String reason) {
    List<Queued> unsent = List.copyOf(queue);
    queue.clear();
    Answer.NotSent notSent = new Answer.NotSent(Answer.NotSent.Cause.NO_CONNECTION, reason);
    unsent.forEach(queued -> tell(queued.call(), notSent));
  }

  boolean isConnected() {
    return connected;
  }

  /** Sends a request, now or when the meter allows. */
  void submit(Call call) {
    if (connected && (live || call.lane().mayLeaveBeforeLive())) {
      queue(call.lane()).add(new Queued(call, ticks.instant().plus(call.patience())));
      sendWhatMayGo();
    } else {
      String reason = connected ? "the session is not live" : "there is no connection";
      tell(call, new Answer.NotSent(Answer.NotSent.Cause.NO_CONNECTION, reason));
    }
  }

  private Deque<Queued> queue(Call.Lane lane) {
    return queues.getOrDefault(lane, new ArrayDeque<>());
  }

  /** Whether the answer belonged to a request; a late one does not. */
  boolean onResult(DeribitFrame.Result frame) {
    Optional<Call> call = pending.complete(frame.id());
    call.ifPresent(found -> tell(found, new Answer.Result(frame.result())));
    return call.isPresent();
  }

  /** The method that failed; empty if the request is not known. */
  Optional<String> onFailure(DeribitFrame.Failure frame) {
    Optional<Call> call = pending.complete(frame.id());
    call.ifPresentOrElse(
        found -> refused(found, frame.error()),
        () -> LOG.warn("The venue refused request '{}': {}", frame.id(), frame.error()));
    return call.map(Call::method);
  }

  private void refused(Call call, DeribitError error) {
    if (BUSY.contains(error.code())) {
      meter.exhausted(call);
      LOG.warn("{} was refused: {}", call.method(), error);
      if (call.retries() > 0) {
        submit(call.again());
        return;
      }
    }
    tell(call, new Answer.Refused(error));
  }

  /** The connection is gone: what was sent is unknown, what waited was never sent. */
  void disconnected(String reason) {
    connected = false;
    live = false;
    String lost = "connection lost: " + reason;
    List<Call> sent = pending.drain();
    List<Deque<Queued>> waiting = List.copyOf(queues.values());
    sent.forEach(call -> tell(call, new Answer.NoAnswer(lost)));
    waiting.forEach(queue -> giveUp(queue, lost));
  }

  private void sweep() {
    Instant now = ticks.instant();
    for (Call call : pending.expire(now)) {
      tell(call, new Answer.NoAnswer("no answer to " + call.method() + " in " + timeout));
    }
    sendWhatMayGo();
    List.copyOf(queues.values()).forEach(queue -> giveUp(queue, now));
  }

  private static void giveUp(Deque<Queued> queue, Instant now) {
    List<Queued> late = queue.stream().filter(queued -> !queued.until().isAfter(now)).toList();
    queue.removeAll(late);
    for (Queued queued : late) {
      String reason = "no credit for " + queued.call().method() + " in " + queued.call().patience();
      tell(queued.call(), new Answer.NotSent(Answer.NotSent.Cause.RATE_LIMITED, reason));
    }
  }

  /** Lanes in their order; a lane whose pool is empty does not hold up the lanes behind it. */
  private void sendWhatMayGo() {
    for (Call.Lane lane : Call.Lane.values()) {
      for (Queued queued : List.copyOf(queue(lane))) {
        if (connected && meter.tryAcquire(queued.call()) && queue(lane).remove(queued)) {
          send(queued.call());
        }
      }
    }
  }

  private void send(Call call) {
    long id = ++lastId;
    String key = Long.toString(id);
    Optional<String> frame = write(id, call);
    if (frame.isEmpty()) {
      return;
    }
    pending.add(key, call, ticks.instant().plus(timeout));
    try {
      wire.send(generation, frame.get());
    } catch (NotConnectedException e) {
      end(
          key,
          new Answer.NotSent(Answer.NotSent.Cause.NO_CONNECTION, String.valueOf(e.getMessage())));
    } catch (SendFailedException e) {
      end(key, new Answer.NoAnswer("the send broke off: " + e.getMessage()));
    }
  }

  private void end(String key, Answer answer) {
    pending.complete(key).ifPresent(call -> tell(call, answer));
  }

  private Optional<String> write(long id, Call call) {
    try {
      return Optional.of(DeribitFrame.request(id, call.method(), call.params().get()));
    } catch (IllegalArgumentException e) {
      tell(
          call,
          new Answer.NotSent(
              Answer.NotSent.Cause.IMPOSSIBLE, call.method() + ": " + e.getMessage()));
      return Optional.empty();
    }
  }

  /** Nobody's mistake may keep the others from hearing how their calls ended. */
  private static void tell(Call call, Answer answer) {
    try {
      call.done().accept(answer);
    } catch (RuntimeException e) {
      LOG.error("The answer to {} could not be handled", call.method(), e);
    }
  }
}
