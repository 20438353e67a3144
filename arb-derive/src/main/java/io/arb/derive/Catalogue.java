package io.arb.derive;

import io.arb.core.model.ExchangeEvent.InstrumentsListed;
import io.arb.core.model.Instrument;
import io.arb.core.spi.EventSink;
import io.arb.core.wire.SessionLoop;
import io.arb.derive.map.DeriveInstrument;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The venue's instruments as last read: at the start, every hour, and once when the venue's
 * refusals say that the rules have changed. Owned by the session's thread; reading happens on a
 * thread of its own.
 */
final class Catalogue implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);
  private static final Duration REFRESH_EVERY = Duration.ofHours(1);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final Duration LAST_RETRY = Duration.ofMinutes(1);
  private static final Duration AT_MOST_EVERY = Duration.ofMinutes(1);

  private final InstrumentLoader loader;
  private final SessionLoop loop;
  private final EventSink events;
  private final Runnable onLoaded;
  private final InstantSource ticks = SessionLoop.ticks();
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("arb-derive-rest").factory());
  private Map<Instrument, DeriveInstrument> instruments = Map.of();
  private Duration retry = FIRST_RETRY;
  private boolean loading;
  private @Nullable Instant askedAt;

  /**
   * Makes an empty catalogue.
   *
   * @param onLoaded called on the session's thread after each successful reading
   */
  Catalogue(InstrumentLoader loader, SessionLoop loop, EventSink events, Runnable onLoaded) {
    this.loader = loader;
    this.loop = loop;
    this.events = events;
    this.onLoaded = onLoaded;
  }

  void start() {
    loop.run(this::refresh);
    loop.every(REFRESH_EVERY, this::refresh);
  }

  boolean isLoaded() {
    return !instruments.isEmpty();
  }

  Optional<DeriveInstrument> find(Instrument instrument) {
    return Optional.ofNullable(instruments.get(instrument));
  }

  /** The venue refused a price or a quantity: read the rules again, unless we just did. */
  void rulesMayHaveChanged() {
    Instant now = ticks.instant();
    if (askedAt == null || Duration.between(askedAt, now).compareTo(AT_MOST_EVERY) > 0) {
      askedAt = now;
      refresh();
    }
  }

  private void refresh() {
    if (loading) {
      return;
    }
    loading = true;
    try {
      reader.execute(this::load);
    } catch (RejectedExecutionException e) {
      LOG.debug("Closed: instruments are not read again");
    }
  }

  private void load() {
    try {
      List<DeriveInstrument> loaded = loader.load();
      loop.run(() -> onLoaded(loaded));
    } catch (IOException | RuntimeException e) {
      LOG.warn("Instruments could not be read: {}", e.getMessage());
      loop.run(this::onFailed);
    }
  }

  private void onLoaded(List<DeriveInstrument> loaded) {
    loading = false;
    if (loaded.isEmpty()) {
      LOG.warn("The venue lists no instrument of the configured underlyings");
      retryLater();
      return;
    }
    retry = FIRST_RETRY;
    Map<Instrument, DeriveInstrument> byInstrument = new HashMap<>();
    loaded.forEach(instrument -> byInstrument.put(instrument.instrument(), instrument));
    instruments = byInstrument;
    events.accept(new InstrumentsListed(loaded.stream().map(DeriveInstrument::spec).toList()));
    onLoaded.run();
  }

  private void onFailed() {
    loading = false;
    retryLater();
  }

  private void retryLater() {
    loop.after(retry, this::refresh);
    retry = retry.multipliedBy(2).compareTo(LAST_RETRY) < 0 ? retry.multipliedBy(2) : LAST_RETRY;
  }

  @Override
  public void close() {
    reader.shutdownNow();
  }
}
