package io.arb.derive;

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
import io.arb.core.wire.SessionLoop;
import io.arb.derive.map.Account;
import io.arb.derive.map.InstrumentName;
import io.arb.derive.map.OrderWriter;
import io.arb.derive.session.DeriveSession;
import io.arb.derive.session.RestClient;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Derive venue as a hedge exchange. Every call is handed to the session's thread, which signs,
 * sends, reads and reports; the caller's thread does none of it. Safe from any thread.
 */
public final class DeriveExchange implements Exchange {
  private static final Logger LOG = LoggerFactory.getLogger(DeriveExchange.class);
  private static final String CLOSED = "the exchange is closed";

  private final SessionLoop loop = new SessionLoop("arb-derive");
  private final EventSink events;
  private final DeriveSettings settings;
  private final DeriveSession session;
  private final RestClient rest;
  private final Catalogue catalogue;
  private final MarketFeed market;
  private final OrderWriter writer;
  private final OrderNews news;
  private final OrderEntry entry;
  private final OrderCancels cancels;
  private final Accounts accounts;

  // Owned by the session's thread.
  private final Set<ClientOrderId> resolving = new HashSet<>();
  private Set<Instrument> watched = Set.of();
  private boolean accountRead;

  DeriveExchange(DeriveSettings settings, AdapterContext context, EventSink events) {
    this.settings = settings;
    this.events = events;
    Account account = settings.account();
    session =
        new DeriveSession(
            settings.session(),
            context.signer(),
            context.sockets().apply("derive"),
            context.clock(),
            context.seed(),
            loop,
            new SessionEvents());
    rest = new RestClient(settings.restUri());
    catalogue =
        new Catalogue(
            new InstrumentLoader(rest, account.profile().generation(), settings.underlyings()),
            loop,
            events,
            this::onInstruments);
    market = new MarketFeed(context.clock(), events);
    writer = new OrderWriter(account, context.signer(), settings.signatureLifetime());
    news = new OrderNews(events);
    entry =
        new OrderEntry(
            session,
            writer,
            account.profile().generation(),
            catalogue,
            market,
            news,
            context.clock(),
            events);
    cancels = new OrderCancels(session, loop, writer, news, events);
    accounts = new Accounts(session, account.subaccountId(), context.clock(), events);
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
        () -> entry.replace(target, expectedFilled, replacement),
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

  /** Cancels the open orders with this label; completes when the venue has answered. */
  public CompletableFuture<JsonNode> cancelByLabel(String label) {
    return cancelMany("private/cancel_by_label", () -> writer.subaccount().put("label", label));
  }

  /** Cancels every open order of the account in one instrument, foreign ones included. */
  public CompletableFuture<JsonNode> cancelByInstrument(Instrument instrument) {
    return cancelMany(
        "private/cancel_by_instrument", () -> writer.onInstrument(InstrumentName.of(instrument)));
  }

  /** Cancels every open order of the account, foreign ones included: for emergencies. */
  public CompletableFuture<JsonNode> cancelEverything() {
    return cancelMany("private/cancel_all", writer::subaccount);
  }

  @Override
  public void close() {
    session.close();
    loop.close();
    catalogue.close();
    rest.close();
  }

  private CompletableFuture<JsonNode> cancelMany(String method, Supplier<ObjectNode> params) {
    CompletableFuture<JsonNode> done = new CompletableFuture<>();
    if (!loop.run(() -> cancels.cancelMany(method, params.get(), done))) {
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
              session,
              loop,
              writer,
              settings.resolveConfirm(),
              id,
              instrument,
              sentAt,
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
  private final class SessionEvents implements DeriveSession.Listener {
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
      String prefix = settings.account().subaccountId() + ".";
      if (!channel.startsWith(prefix)) {
        market.on(channel, data);
        return;
      }
      switch (channel.substring(prefix.length())) {
        case "orders" -> news.onOrders(data);
        case "trades" -> news.onTrades(data);
        case "balances" -> accounts.onBalances(data);
        default -> LOG.debug("News of channel {} is passed over", channel);
      }
    }

    @Override
    public void onLateResult(JsonNode result) {
      news.onLateResult(result);
    }
  }
}
