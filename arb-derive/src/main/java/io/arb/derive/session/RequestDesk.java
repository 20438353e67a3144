package io.arb.derive.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.wire.NotConnectedException;
import io.arb.core.wire.PendingRequests;
import io.arb.core.wire.SendFailedException;
import io.arb.core.wire.SessionLoop;
import io.arb.derive.wire.DeriveError;
import io.arb.derive.wire.DeriveFrame;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests on their way: waiting for their turn under the rate limit, or sent and waiting for their
 * answer. Owned by the session's thread.
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
  private static final Duration DEFAULT_PENALTY = Duration.ofSeconds(1);

  private final Wire wire;
  private final boolean jsonRpc;
  private final RequestLimits limits;
  private final Duration timeout;
  private final InstantSource ticks;
  private final PendingRequests<Call> pending = new PendingRequests<>();
  private final Map<Call.Lane, Deque<Queued>> queues = new EnumMap<>(Call.Lane.class);
  private int generation;
  private boolean connected;
  private boolean live;
  private long lastId;

  RequestDesk(
      Wire wire, boolean jsonRpc, RequestLimits limits, Duration timeout, InstantSource ticks) {
    this.wire = wire;
    this.jsonRpc = jsonRpc;
    this.limits = limits;
    this.timeout = timeout;
    this.ticks = ticks;
  }

  /** Has time-outs and the rate limit looked after. */
  void start(SessionLoop loop) {
    loop.every(SWEEP_EVERY, this::sweep);
  }

  /** A connection is up; only the handshake may use it. */
  void connected(int newGeneration) {
    generation = newGeneration;
    connected = true;
    live = false;
  }

  /** The handshake is over: everything may be sent. */
  void live() {
    live = true;
  }

  boolean isConnected() {
    return connected;
  }

  /** Sends a request, now or when the rate limit allows. */
  void submit(Call call) {
    if (connected && (live || call.lane() == Call.Lane.HANDSHAKE)) {
      queues
          .computeIfAbsent(call.lane(), lane -> new ArrayDeque<>())
          .add(new Queued(call, ticks.instant().plus(call.patience())));
      sendWhatMayGo();
    } else {
      String reason = connected ? "the session is still logging in" : "there is no connection";
      tell(call, new Answer.NotSent(Answer.NotSent.Cause.NO_CONNECTION, reason));
    }
  }

  /** Whether the answer belonged to a request; a late one does not. */
  boolean onResult(DeriveFrame.Result frame) {
    Optional<Call> call = pending.complete(frame.id());
    call.ifPresent(found -> tell(found, new Answer.Result(frame.result())));
    return call.isPresent();
  }

  void onFailure(DeriveFrame.Failure frame) {
    Optional<Call> call = pending.complete(frame.id());
    call.ifPresentOrElse(
        found -> refused(found, frame.error()),
        () -> LOG.warn("The venue refused request '{}': {}", frame.id(), frame.error()));
  }

  private void refused(Call call, DeriveError error) {
    if (error.code() == DeriveError.RATE_LIMITED) {
      limits.penalise(call, error.retryAfter().orElse(DEFAULT_PENALTY));
      LOG.warn("{} was refused by the rate limit: {}", call.method(), error);
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
    List<Call> unsent = new ArrayList<>();
    queues.values().forEach(queue -> queue.forEach(queued -> unsent.add(queued.call())));
    queues.values().forEach(Deque::clear);
    List<Call> sent = pending.drain();
    sent.forEach(call -> tell(call, new Answer.NoAnswer("connection lost: " + reason)));
    unsent.forEach(
        call ->
            tell(
                call,
                new Answer.NotSent(
                    Answer.NotSent.Cause.NO_CONNECTION, "connection lost: " + reason)));
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
      Call call = queued.call();
      tell(
          call,
          new Answer.NotSent(
              Answer.NotSent.Cause.RATE_LIMITED,
              "no turn under our rate limit in " + call.patience()));
    }
  }

  /** Lanes in their order; in a lane, what waits for its instrument does not hold up others. */
  private void sendWhatMayGo() {
    for (Call.Lane lane : Call.Lane.values()) {
      Deque<Queued> queue = queues.getOrDefault(lane, new ArrayDeque<>());
      for (Queued queued : List.copyOf(queue)) {
        if (connected && limits.tryAcquire(queued.call()) && queue.remove(queued)) {
          send(queued.call());
        }
      }
    }
  }

  private void send(Call call) {
    String id = Long.toString(++lastId);
    Optional<String> frame = write(id, call);
    if (frame.isEmpty()) {
      return;
    }
    pending.add(id, call, ticks.instant().plus(timeout));
    try {
      wire.send(generation, frame.get());
    } catch (NotConnectedException e) {
      end(
          id,
          new Answer.NotSent(Answer.NotSent.Cause.NO_CONNECTION, String.valueOf(e.getMessage())));
    } catch (SendFailedException e) {
      end(id, new Answer.NoAnswer("the send broke off: " + e.getMessage()));
    }
  }

  private void end(String id, Answer answer) {
    pending.complete(id).ifPresent(call -> tell(call, answer));
  }

  private Optional<String> write(String id, Call call) {
    try {
      JsonNode params = call.params().get();
      return Optional.of(DeriveFrame.request(id, call.method(), params, jsonRpc));
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
