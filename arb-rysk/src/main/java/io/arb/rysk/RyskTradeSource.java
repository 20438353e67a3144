package io.arb.rysk;

import io.arb.core.model.Option;
import io.arb.core.model.Quantity;
import io.arb.core.model.Quote;
import io.arb.core.model.SourceEvent.TradeConfirmed;
import io.arb.core.model.SourceId;
import io.arb.core.spi.AdapterContext;
import io.arb.core.spi.EventSink;
import io.arb.core.spi.TradeSource;
import io.arb.core.wire.Backoff;
import io.arb.core.wire.LivenessPolicy;
import io.arb.core.wire.RateBudget;
import io.arb.core.wire.ReconnectingSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A maker on Rysk V12: one connection for quotes, trades and money, and one for the requests of
 * each asset, every one dialled again on its own when it breaks. Safe from any thread.
 */
public final class RyskTradeSource implements TradeSource {
  private static final Logger LOG = LoggerFactory.getLogger(RyskTradeSource.class);
  private static final SourceId ID = new SourceId("rysk");
  private static final Duration BUDGET_SPAN = Duration.ofSeconds(1);
  private static final Duration LIST_RETRY = Duration.ofSeconds(10);

  private final Scope scope;
  private final Counters counters = new Counters();
  private final TradeReader trades;
  private final MakerSession session;
  private final MakerSender sender;
  private final List<ReconnectingSocket> sockets;
  private final VenueHttp http;
  private final VenueLists lists;
  private final AtomicBoolean started = new AtomicBoolean();
  private final ScheduledExecutorService httpThread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("arb-rysk-http").factory());

  RyskTradeSource(RyskSettings settings, AdapterContext context, EventSink events) {
    scope = new Scope(ID, settings, context.clock(), events, counters);
    RateBudget budget =
        RateBudget.window(settings.requestsPerSecond(), BUDGET_SPAN, context.clock());
    AssetDirectory assets = new AssetDirectory(settings.underlyings());
    OpenRequests requests = new OpenRequests(settings.repeatWindow());
    SentQuotes quotes = new SentQuotes();
    PendingTransfers transfers = new PendingTransfers();
    LinkStatus status = new LinkStatus(ID, settings.assets(), events);
    SplittableRandom jitter = new SplittableRandom(context.seed());
    trades = new TradeReader(scope, assets, quotes);
    session = new MakerSession(scope, quotes, transfers, trades, status, this::refreshAccount);
    ReconnectingSocket maker = socket("rysk-maker", settings.makerUri(), session, jitter, context);
    sender =
        new MakerSender(
            scope,
            maker,
            session,
            requests,
            quotes,
            transfers,
            context.signer(),
            context.ids(),
            budget);
    RfqScreen screen = new RfqScreen(scope, assets);
    sockets =
        Stream.concat(
                Stream.of(maker),
                settings.assets().stream()
                    .map(
                        asset ->
                            socket(
                                "rysk-rfqs-" + asset.hex(),
                                settings.rfqUri(asset),
                                new RfqStream(scope, asset, screen, requests, status),
                                jitter,
                                context)))
            .toList();
    http = new VenueHttp(settings.httpUri(), budget);
    lists = new VenueLists(scope, http, assets);
  }

  private static ReconnectingSocket socket(
      String name,
      URI uri,
      ReconnectingSocket.Listener listener,
      SplittableRandom jitter,
      AdapterContext context) {
    return new ReconnectingSocket(
        name,
        uri,
        context.sockets().apply(name),
        Backoff.STANDARD,
        LivenessPolicy.STANDARD,
        listener,
        jitter.split());
  }

  @Override
  public SourceId id() {
    return ID;
  }

  /**
   * Reads what tokens stand for, once, and connects; it connects as well if the list cannot be
   * read.
   *
   * @throws IllegalStateException if already started
   */
  @Override
  public void start() {
    if (started.getAndSet(true)) {
      throw new IllegalStateException("The Rysk source was already started");
    }
    later(
        () -> {
          repeat(lists::readAssets, scope.settings().assetsEvery());
          sockets.forEach(ReconnectingSocket::start);
          repeat(lists::readInventory, scope.settings().inventoryEvery());
        },
        Duration.ZERO);
  }

  @Override
  public void send(Quote quote) {
    sender.quote(quote);
  }

  /** Balances become {@code FundsReported}; positions are kept for {@link #positions()}. */
  @Override
  public void refreshAccount() {
    sender.refreshAccount();
  }

  @Override
  public void recover(Quote quote) {
    Instant now = scope.clock().instant();
    scope.events().accept(new TradeConfirmed(trades.recovered(quote, now)));
  }

  /**
   * The options that the venue holds for us, as it said last; empty if it has not said anything
   * that could be read.
   */
  public Optional<Map<Option, Quantity>> positions() {
    return session.positions();
  }

  /**
   * Signs and sends a deposit or withdrawal. The future always ends, with a value, within about
   * half a minute.
   */
  public CompletableFuture<TransferOutcome> transfer(Transfer transfer) {
    return sender.transfer(transfer);
  }

  /** What has been counted so far. */
  public RyskStatistics statistics() {
    return counters.snapshot();
  }

  /** Reads a list now and again and again, sooner if it failed. */
  private void repeat(BooleanSupplier read, Duration every) {
    boolean learnt = false;
    try {
      learnt = read.getAsBoolean();
    } catch (RuntimeException e) {
      LOG.error("Reading a list of the venue failed", e);
    }
    boolean soon = !learnt && every.compareTo(LIST_RETRY) > 0;
    later(() -> repeat(read, every), soon ? LIST_RETRY : every);
  }

  private void later(Runnable task, Duration delay) {
    try {
      Future<?> unused = httpThread.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("The Rysk source is closed");
    }
  }

  @Override
  public void close() {
    httpThread.shutdownNow();
    http.close();
    sockets.forEach(ReconnectingSocket::close);
    sender.close();
  }
}
