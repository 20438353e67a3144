package io.arb.deribit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.model.ClientOrderId;
import io.arb.core.model.ConnectionStatus;
import io.arb.core.model.Event;
import io.arb.core.model.ExchangeEvent.ExchangeStatusChanged;
import io.arb.core.model.ExchangeEvent.OrderRejected;
import io.arb.core.model.ExchangeEvent.ReplaceRefused;
import io.arb.core.model.ExchangeEvent.ResolveFailed;
import io.arb.core.model.ExchangeEvent.SnapshotFailed;
import io.arb.core.model.Instrument;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.Quantity;
import io.arb.core.model.Rejection;
import io.arb.core.spi.AdapterContext;
import io.arb.core.spi.EventSink;
import io.arb.core.spi.Exchange;
import io.arb.core.wire.Json;
import io.arb.core.wire.SessionLoop;
import io.arb.core.wire.WireFormatException;
import io.arb.deribit.map.Naming;
import io.arb.deribit.session.DeribitSession;
import io.arb.deribit.session.RestClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Deribit venue as a hedge exchange. Every call is handed to the session's thread, which sends,
 * reads and reports; the caller's thread does none of it. Safe from any thread.
 */
public final class DeribitExchange implements Exchange {
  private static final Logger LOG = LoggerFactory.getLogger(DeribitExchange.class);
  private static final String CLOSED = "the exchange is closed";
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final SessionLoop loop = new SessionLoop("arb-deribit");
  private final EventSink events;
  private final Naming naming;
  private final DeribitSession session;
  private final RestClient rest;
  private final Catalogue catalogue;
  private final MarketFeed market;
  private final Lifetimes lifetimes;
  private final OrderNews news;
  private final OrderEntry entry;
  private final OrderReplace replaces;
  private final OrderCancels cancels;
  private final Accounts accounts;
  private final Resolution.Tools resolutions;

  // Owned by the session's thread.
  private final Set<ClientOrderId> resolving = new HashSet<>();
  private Set<Instrument> watched = Set.of();
  private boolean accountRead;

  DeribitExchange(DeribitSettings settings, AdapterContext context, EventSink events) {
    InstantSource clock = context.clock();
    this.events = events;
    naming = settings.naming();
    session =
        new DeribitSession(
            settings.session(),
            context.sockets().apply("deribit"),
            clock,
            context.seed(),
            loop,
            new SessionEvents());
    rest = new RestClient(settings.restUri());
    catalogue =
        new Catalogue(
            new InstrumentLoader(rest, naming, settings.underlyings()),
            loop,
            events,
            this::onInstruments);
    market = new MarketFeed(naming, settings.bookInterval(), clock, events, session::resubscribe);
    lifetimes = new Lifetimes(PATIENCE, settings.orderValidity());
    news = new OrderNews(naming, market, events);
    OrderChecks checks = new OrderChecks(session, naming, catalogue, market, clock);
    entry = new OrderEntry(session, checks, catalogue, lifetimes, news, clock, events);
    replaces = new OrderReplace(session, checks, entry, news, events);
    cancels = new OrderCancels(session, loop, naming, news, events);
    accounts = new Accounts(session, settings.currencies(), naming, market, news, clock, events);
    resolutions =
        new Resolution.Tools(session, loop, naming, market, clock, settings.resolveConfirm());
  }

  @Override
  public void start() {
    catalogue.start();
    session.start();
  }

  @Override
  public void watch(Set<Instrument> instruments) {
    Set<Instrument> wanted = Set.copyOf(instruments);
    loop.run(
        () -> {
          watched = wanted;
          applyWatch();
        });
  }

  @Override
  public void place(OrderRequest request) {
    orReport(
        () -> entry.place(request),
        () -> new OrderRejected(request.id(), Rejection.NOT_SENT, CLOSED));
  }

  @Override
  public void replace(ClientOrderId target, Quantity expectedFilled, OrderRequest replacement) {
    orReport(
        () -> replaces.replace(target, expectedFilled, replacement),
        () -> new ReplaceRefused(target, replacement.id(), Rejection.NOT_SENT, CLOSED));
  }

  @Override
  public void cancel(ClientOrderId id, Instrument instrument) {
    loop.run(() -> cancels.cancel(id, instrument));
  }

  @Override
  public void cancelAll() {
    loop.run(cancels::cancelAllOfOurs);
  }

  @Override
  public void resolve(ClientOrderId id, Instrument instrument, Instant sentAt) {
    orReport(() -> startResolving(id, instrument, sentAt), () -> new ResolveFailed(id, CLOSED));
  }

  @Override
  public void snapshot() {
    orReport(accounts::snapshot, () -> new SnapshotFailed(CLOSED));
  }

  /**
   * Cancels the open orders with this label, foreign ones included; completes with their number.
   */
  public CompletableFuture<JsonNode> cancelByLabel(String label) {
    return cancelMany("private/cancel_by_label", Json.object().put("label", label));
  }

  /** Cancels every open order of the account, foreign ones included: for emergencies. */
  public CompletableFuture<JsonNode> cancelEverything() {
    return cancelMany("private/cancel_all", Json.object());
  }

  @Override
  public void close() {
    session.close();
    loop.close();
    catalogue.close();
    rest.close();
  }

  private CompletableFuture<JsonNode> cancelMany(String method, ObjectNode params) {
    CompletableFuture<JsonNode> done = new CompletableFuture<>();
    if (!loop.run(() -> cancels.cancelMany(method, params, done))) {
      done.completeExceptionally(new IllegalStateException(CLOSED));
    }
    return done;
  }

  private void orReport(Runnable task, Supplier<Event> whenClosed) {
    if (!loop.run(task)) {
      events.accept(whenClosed.get());
    }
  }

  /** One search for one order at a time: the one that is under way answers both callers. */
  private void startResolving(ClientOrderId id, Instrument instrument, Instant sentAt) {
    if (resolving.add(id)) {
      new Resolution(
              resolutions,
              id,
              instrument,
              sentAt,
              lifetimes.end(id, sentAt),
              outcome -> {
                resolving.remove(id);
                events.accept(outcome);
              })
          .start();
    }
  }

  private void onInstruments() {
    applyWatch();
    goLiveWhenReady();
  }

  private void applyWatch() {
    Set<Instrument> listed =
        watched.stream()
            .filter(instrument -> catalogue.find(instrument).isPresent())
            .collect(Collectors.toSet());
    session.want(market.watch(listed));
  }

  private void goLiveWhenReady() {
    if (accountRead && catalogue.isLoaded() && !session.isLive()) {
      session.goLive();
    }
  }

  /** What the session tells, on its thread. */
  private final class SessionEvents implements DeribitSession.Listener {
    @Override
    public void onLoggedIn() {
      accounts.check(
          () -> {
            accountRead = true;
            goLiveWhenReady();
          },
          session::restart);
    }

    @Override
    public void onLive() {
      events.accept(new ExchangeStatusChanged(ConnectionStatus.LIVE, "logged in"));
    }

    @Override
    public void onDown(String reason) {
      accountRead = false;
      news.disconnected();
      market.reconnected();
      events.accept(new ExchangeStatusChanged(ConnectionStatus.DOWN, reason));
    }

    @Override
    public void onNotification(String channel, JsonNode data) {
      try {
        String name = channel.toLowerCase(Locale.ROOT);
        if (name.startsWith("user.changes.")) {
          news.onChanges(data);
        } else if (name.startsWith("user.portfolio.")) {
          accounts.onPortfolio(data);
        } else if (name.startsWith("instrument.state.")) {
          catalogue.rulesMayHaveChanged();
        } else {
          market.on(channel, data);
        }
      } catch (WireFormatException e) {
        LOG.warn("Unreadable news in {}: {}", channel, e.getMessage());
      }
    }

    @Override
    public void onLateResult(JsonNode result) {
      news.onLateResult(result);
    }
  }
}
