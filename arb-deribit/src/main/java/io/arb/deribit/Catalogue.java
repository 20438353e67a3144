package io.arb.deribit;

import io.arb.core.model.ExchangeEvent.InstrumentsListed;
import io.arb.core.model.Instrument;
import io.arb.core.spi.EventSink;
import io.arb.core.wire.SessionLoop;
import io.arb.deribit.map.DeribitInstrument;
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
          Thread.ofPlatform().daemon().name("arb-deribit-rest").factory());
  private Map<Instrument, DeribitInstrument> instruments = Map.of();
  private Duration retry = FIRST_RETRY;
  private boolean loading;
  private boolean planned;
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

  Optional<DeribitInstrument> find(Instrument instrument) {
    return Optional.ofNullable(instruments.get(instrument));
  }

  /**
   * The venue refused a price or a quantity, or said that an instrument has changed: read the rules
   * again, at most once a minute.
   */
  void rulesMayHaveChanged() {
    Instant now = ticks.instant();
    if (askedAt == null || Duration.between(askedAt, now).compareTo(AT_MOST_EVERY) > 0) {
      askedAt = now;
      refresh();
    } else if (!planned) {
      planned = true;
      loop.after(AT_MOST_EVERY, this::refreshAsPlanned);
    }
  }

  private void refreshAsPlanned() {
    planned = false;
    askedAt = ticks.instant();
    refresh();
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
      List<DeribitInstrument> loaded = loader.load();
      loop.run(() -> onLoaded(loaded));
    } catch (IOException | RuntimeException e) {
      LOG.warn("Instruments could not be read: {}", e.getMessage());
      loop.run(this::onFailed);
    }
  }

  private void onLoaded(List<DeribitInstrument> loaded) {
    loading = false;
    if (loaded.isEmpty()) {
      LOG.warn("The venue lists no instrument of the configured underlyings");
      retryLater();
      return;
    }
    retry = FIRST_RETRY;
    Map<Instrument, DeribitInstrument> byInstrument = new HashMap<>();
    loaded.forEach(instrument -> byInstrument.put(instrument.instrument(), instrument));
    instruments = byInstrument;
    events.accept(new InstrumentsListed(loaded.stream().map(DeribitInstrument::spec).toList()));
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
