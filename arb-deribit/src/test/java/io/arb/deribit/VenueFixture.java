package io.arb.deribit;

import io.arb.core.evm.BouncyCastleSigner;
import io.arb.core.evm.PrivateKey;
import io.arb.core.model.ClientOrderId;
import io.arb.core.model.ConnectionStatus;
import io.arb.core.model.Event;
import io.arb.core.model.ExchangeEvent.ExchangeStatusChanged;
import io.arb.core.model.QuoteNonce;
import io.arb.core.spi.AdapterContext;
import io.arb.core.spi.EventSink;
import io.arb.core.spi.IdSource;
import io.arb.core.spi.Secret;
import io.arb.core.spi.Settings;
import io.arb.core.wire.TyrusSocketFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A client of ours that talks to a {@link ScriptedVenue}, with everything it reports. */
final class VenueFixture implements AutoCloseable {
  private static final long WAIT_SECONDS = 30;

  private final ScriptedVenue venue = new ScriptedVenue();
  private final Map<String, List<String>> settings = new HashMap<>();
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final List<Event> all = new CopyOnWriteArrayList<>();
  private volatile Duration clockOffset = Duration.ZERO;
  private @Nullable DeribitExchange exchange;

  VenueFixture() {
    with("network", "testnet");
    with("websocket_url", venue.webSocketUri().toString());
    with("rest_url", venue.restUri().toString());
    with("client_id", Sample.CLIENT_ID);
    with("reconnect_first_ms", "20");
    with("reconnect_max_ms", "100");
    with("matching_per_second", "1000");
    with("matching_burst", "500");
    with("other_per_second", "1000");
    with("other_burst", "500");
    with("order_valid_ms", "200");
    with("resolve_confirm_ms", "30");
  }

  VenueFixture with(String key, String value) {
    settings.put(key, List.of(value));
    return this;
  }

  ScriptedVenue venue() {
    return venue;
  }

  void shiftClock(Duration offset) {
    clockOffset = offset;
  }

  /** Starts the client without waiting. */
  DeribitExchange start() {
    DeribitExchangeProvider provider = new DeribitExchangeProvider();
    InstantSource clock = () -> Instant.now().plus(clockOffset);
    EventSink sink =
        event -> {
          all.add(event);
          events.add(event);
        };
    DeribitExchange started =
        (DeribitExchange)
            provider.open(
                Settings.of(provider.settings(), settings),
                new AdapterContext(
                    clock,
                    name -> new TyrusSocketFactory(),
                    new BouncyCastleSigner(PrivateKey.derive(new byte[] {1})),
                    new NoIds(),
                    1,
                    Secret.of(Sample.SECRET)),
                sink);
    exchange = started;
    started.start();
    return started;
  }

  /** Starts the client and waits until it may trade. */
  DeribitExchange startLive() throws InterruptedException {
    DeribitExchange started = start();
    awaitLive();
    return started;
  }

  void awaitLive() throws InterruptedException {
    await(ExchangeStatusChanged.class, changed -> changed.status() == ConnectionStatus.LIVE);
  }

  void awaitDown() throws InterruptedException {
    await(ExchangeStatusChanged.class, changed -> changed.status() == ConnectionStatus.DOWN);
  }

  <T extends Event> T await(Class<T> type) throws InterruptedException {
    return await(type, event -> true);
  }

  /** The next event of a kind; earlier others are passed over. */
  <T extends Event> T await(Class<T> type, Predicate<T> wanted) throws InterruptedException {
    long endNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
    while (true) {
      Event event = events.poll(endNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (event == null) {
        throw new AssertionError("no " + type.getSimpleName() + " came, only " + all);
      }
      if (type.isInstance(event) && wanted.test(type.cast(event))) {
        return type.cast(event);
      }
    }
  }

  /** Everything reported so far. */
  List<Event> all() {
    return all;
  }

  boolean isLive() {
    return all.stream()
        .anyMatch(
            event ->
                event instanceof ExchangeStatusChanged changed
                    && changed.status() == ConnectionStatus.LIVE);
  }

  @Override
  public void close() {
    if (exchange != null) {
      exchange.close();
    }
    venue.close();
  }

  /** The adapter is given its ids with each order and needs none of its own. */
  private static final class NoIds implements IdSource {
    @Override
    public QuoteNonce nextQuoteNonce(Instant now) {
      throw new AssertionError("not expected to be asked");
    }

    @Override
    public ClientOrderId nextOrderId(Instant now) {
      throw new AssertionError("not expected to be asked");
    }
  }
}
