package io.arb.core.engine;

import io.arb.core.model.Event;
import io.arb.core.spi.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine thread: takes events, stamps the time, lets the orchestrator decide, has the commands
 * carried out. Start and stop from any thread.
 */
final class EngineLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EngineLoop.class);
  private static final Duration TICK = Duration.ofMillis(50);
  private static final Duration WIND_DOWN_LIMIT = Duration.ofSeconds(3);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

  private final Inbox inbox;
  private final ArbitrageOrchestrator orchestrator;
  private final Outbox outbox;
  private final Exchange exchange;
  private final InstantSource clock;
  private final Thread thread = Thread.ofPlatform().name("arb-engine").unstarted(this::run);
  private long lastTickNanos = System.nanoTime();
  private volatile EngineStatus status;
  private volatile boolean stopping;

  EngineLoop(
      Inbox inbox,
      ArbitrageOrchestrator orchestrator,
      Outbox outbox,
      Exchange exchange,
      InstantSource clock) {
    this.inbox = inbox;
    this.orchestrator = orchestrator;
    this.outbox = outbox;
    this.exchange = exchange;
    this.clock = clock;
    this.status = orchestrator.status(clock.instant());
  }

  void start() {
    thread.start();
  }

  /** The state after the newest tick. */
  EngineStatus status() {
    return status;
  }

  private void run() {
    try {
      while (!stopping) {
        turn();
      }
      windDown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      LOG.debug("engine thread interrupted");
    }
  }

  private void turn() throws InterruptedException {
    Optional<Event> event = inbox.take(TICK);
    event.ifPresent(this::step);
    tickIfDue();
  }

  /** Cancels what rests and hears of its end; decides nothing new. */
  private void windDown() throws InterruptedException {
    orchestrator.windDown();
    exchange.cancelAll();
    long deadline = System.nanoTime() + WIND_DOWN_LIMIT.toNanos();
    while (orchestrator.hasOpenOrders() && System.nanoTime() < deadline) {
      turn();
    }
    status = orchestrator.status(clock.instant());
  }

  private void tickIfDue() {
    long nowNanos = System.nanoTime(); // the engine's clock may step, the pace must not
    if (nowNanos - lastTickNanos >= TICK.toNanos()) {
      lastTickNanos = nowNanos;
      step(new Event.ClockTicked());
      status = orchestrator.status(clock.instant());
    }
  }

  /** A bug must not stop hedging: it is reported, new risk stops, the loop goes on. */
  private void step(Event event) {
    Instant now = clock.instant();
    try {
      outbox.run(orchestrator.on(event, now), now);
    } catch (RuntimeException e) {
      LOG.error("engine failed on {}: new risk is halted", event, e);
      outbox.run(orchestrator.halt("internal error: " + e), now);
    }
  }

  /** Cancels our resting orders, then ends the thread; idempotent, waits at most five seconds. */
  @Override
  public void close() {
    stopping = true;
    try {
      if (thread.isAlive() && !thread.join(STOP_LIMIT)) {
        LOG.error("engine thread did not end within {}", STOP_LIMIT);
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
