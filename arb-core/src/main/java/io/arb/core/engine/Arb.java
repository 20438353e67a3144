package io.arb.core.engine;

import io.arb.core.model.LedgerEntry;
import io.arb.core.model.OperatorEvent;
import io.arb.core.model.SourceId;
import io.arb.core.spi.AdapterContext;
import io.arb.core.spi.Capability;
import io.arb.core.spi.EventSink;
import io.arb.core.spi.Exchange;
import io.arb.core.spi.ExchangeProvider;
import io.arb.core.spi.IdSource;
import io.arb.core.spi.Ledger;
import io.arb.core.spi.Settings;
import io.arb.core.spi.TradeSource;
import io.arb.core.spi.TradeSourceProvider;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running instance: the engine with its exchange, trade sources and ledger. For the command
 * line and for programs that embed it.
 *
 * <pre>{@code
 * try (Arb arb = Arb.builder(config, clock, ledger)
 *     .exchange(derive, settings, context)
 *     .source(rysk, settings, context)
 *     .listener((notice, at) -> log(notice))
 *     .start()) {
 *   ...
 * }
 * }</pre>
 *
 * Safe from any thread.
 */
public final class Arb implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Arb.class);

  private final Inbox inbox;
  private final EngineLoop loop;
  private final Exchange exchange;
  private final List<TradeSource> sources;
  private final Ledger ledger;
  private boolean closed;

  private Arb(
      Inbox inbox, EngineLoop loop, Exchange exchange, List<TradeSource> sources, Ledger ledger) {
    this.inbox = inbox;
    this.loop = loop;
    this.exchange = exchange;
    this.sources = sources;
    this.ledger = ledger;
  }

  /**
   * Begins to put an instance together.
   *
   * @param ledger becomes the instance's own: it is closed with it
   */
  public static Builder builder(EngineConfig config, InstantSource clock, Ledger ledger) {
    return new Builder(config, clock, ledger);
  }

  /** The newest state, at most about 50 ms old. */
  public EngineStatus status() {
    return loop.status();
  }

  /** Where programs put what they want the engine to know: operator wishes, their own trades. */
  public EventSink events() {
    return inbox;
  }

  /** No new risk and no new resting orders of the DDH from now on; hedges at work go on. */
  public void stopQuoting() {
    inbox.accept(new OperatorEvent.StopRequested());
  }

  /**
   * Ends in order: no new risk, orders of ours cancelled, engine stopped, venues closed, ledger
   * closed last. Idempotent, bounded in time.
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    loop.close();
    sources.forEach(Arb::closeQuietly);
    closeQuietly(exchange);
    closeQuietly(ledger);
  }

  private static void closeQuietly(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      LOG.warn("closing {} failed", part, e);
    }
  }

  /** Collects the parts of an instance. Use it from one thread. */
  public static final class Builder {
    private final EngineConfig config;
    private final InstantSource clock;
    private final Ledger ledger;
    private final Inbox inbox = new Inbox();
    private final List<LedgerEntry> remembered;
    private final IdSource ids;
    private final List<NoticeListener> listeners = new ArrayList<>();
    private final Map<SourceId, TradeSource> sources = new LinkedHashMap<>();
    private @Nullable Exchange exchange;
    private Set<Capability> capabilities = Set.of();

    private Builder(EngineConfig config, InstantSource clock, Ledger ledger) {
      this.config = config;
      this.clock = clock;
      this.ledger = ledger;
      this.remembered = ledger.read();
      this.ids = new DurableIds(ledger, remembered);
    }

    /** The numbers that this instance hands out; adapters take theirs from it. */
    public IdSource ids() {
      return ids;
    }

    /** The hedge venue: exactly one. */
    public Builder exchange(ExchangeProvider provider, Settings settings, AdapterContext context) {
      if (exchange != null) {
        throw new IllegalStateException(
            "there is a hedge exchange already: one instance, one venue");
      }
      exchange = provider.open(settings, context, inbox);
      capabilities = Set.copyOf(provider.capabilities());
      return this;
    }

    /** A trade source; there may be several with different ids. */
    public Builder source(TradeSourceProvider provider, Settings settings, AdapterContext context) {
      TradeSource source = provider.open(settings, context, inbox);
      if (sources.putIfAbsent(source.id(), source) != null) {
        throw new IllegalStateException("there is a trade source " + source.id() + " already");
      }
      return this;
    }

    public Builder listener(NoticeListener listener) {
      listeners.add(listener);
      return this;
    }

    /** So that the first hedge does not depend on the ledger twice. */
    private void reserveNumbers(Instant now) {
      LOG.debug("first numbers {} and {}", ids.nextQuoteNonce(now), ids.nextOrderId(now));
    }

    /** Restores what the ledger remembers, then starts the engine, the exchange and the sources. */
    public Arb start() {
      Exchange venue = exchange;
      if (venue == null) {
        throw new IllegalStateException("no hedge exchange was given");
      }
      ArbitrageOrchestrator orchestrator = new ArbitrageOrchestrator(config, capabilities, ids);
      Outbox outbox = new Outbox(ledger, venue, sources, inbox, listeners);
      Instant now = clock.instant();
      reserveNumbers(now);
      outbox.run(orchestrator.restore(remembered, now), now);
      EngineLoop loop = new EngineLoop(inbox, orchestrator, outbox, venue, clock);
      loop.start();
      venue.start();
      sources.values().forEach(TradeSource::start);
      return new Arb(inbox, loop, venue, List.copyOf(sources.values()), ledger);
    }
  }
}
