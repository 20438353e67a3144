package io.arb.deribit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.evm.BouncyCastleSigner;
import io.arb.core.evm.PrivateKey;
import io.arb.core.model.ClientOrderId;
import io.arb.core.model.Instrument;
import io.arb.core.model.Level;
import io.arb.core.model.Option;
import io.arb.core.model.OrderBook;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.QuoteNonce;
import io.arb.core.model.Side;
import io.arb.core.model.Underlying;
import io.arb.core.paper.LiquidityProfile;
import io.arb.core.paper.PaperMarket;
import io.arb.core.paper.PaperMarketConfig;
import io.arb.core.spi.AdapterContext;
import io.arb.core.spi.Capability;
import io.arb.core.spi.ContractVenue;
import io.arb.core.spi.EventSink;
import io.arb.core.spi.Exchange;
import io.arb.core.spi.IdSource;
import io.arb.core.spi.Secret;
import io.arb.core.spi.Settings;
import io.arb.core.wire.Json;
import io.arb.core.wire.SocketFactory;
import io.arb.core.wire.SocketListener;
import io.arb.core.wire.TextSocket;
import io.arb.core.wire.TyrusSocketFactory;
import io.arb.deribit.map.Family;
import io.arb.deribit.map.Naming;
import io.arb.deribit.simulator.DeribitAccount;
import io.arb.deribit.simulator.DeribitBooks;
import io.arb.deribit.simulator.DeribitKey;
import io.arb.deribit.simulator.DeribitSimulator;
import io.arb.deribit.simulator.DeribitSimulatorConfig;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

/** The simulated exchange as the contract wants it: our adapter is Alice, others are Bob. */
final class DeribitContractVenue implements ContractVenue {
  private static final DeribitKey ALICE = DeribitKey.trading(Sample.CLIENT_ID, Sample.SECRET);
  private static final DeribitKey BOB = DeribitKey.trading("BobBob99", "the secret of Bob");
  private static final Naming NAMING = new Naming(Family.LINEAR, Family.LINEAR);
  private static final Duration VALIDITY = Duration.ofMillis(300);

  /** What shall happen to the next order on its way. */
  private enum Break {
    NONE,
    AFTER_IT,
    BEFORE_IT
  }

  private final AtomicLong offsetMillis = new AtomicLong();
  private final InstantSource clock = () -> Instant.now().plusMillis(offsetMillis.get());
  private final AtomicLong lastId = new AtomicLong(1_791_273_600_000_000_000L);
  private final PaperMarket market =
      new PaperMarket(new PaperMarketConfig(new Underlying("ETH"), 7, 0, Duration.ZERO), clock);
  private final DeribitSimulator simulator;
  private final Map<String, String> settings;
  private final HttpClient http = HttpClient.newHttpClient();
  private volatile Break nextOrder = Break.NONE;
  private volatile String lateOrder = "";

  /**
   * A venue of its own.
   *
   * @param change of the simulator's behaviour
   * @param settings of the adapter, in place of the usual ones
   */
  DeribitContractVenue(UnaryOperator<DeribitSimulatorConfig> change, Map<String, String> settings) {
    this.settings = Map.copyOf(settings);
    this.simulator =
        DeribitSimulator.start(
            change.apply(
                DeribitSimulatorConfig.of(
                        List.of(
                            new DeribitAccount("alice", money(), List.of(ALICE)),
                            new DeribitAccount("bob", money(), List.of(BOB))))
                    .withLiquidity(LiquidityProfile.makersOnly())),
            market,
            clock);
  }

  DeribitSimulator simulator() {
    return simulator;
  }

  private static Map<String, BigDecimal> money() {
    return Map.of("ETH", new BigDecimal("100"), "USDC", new BigDecimal("2000000"));
  }

  @Override
  public Set<Capability> capabilities() {
    return new DeribitExchangeProvider().capabilities();
  }

  @Override
  public Exchange connect(EventSink sink) {
    return connect(sink, settings);
  }

  @Override
  public Exchange connectCancelling(EventSink sink) {
    Map<String, String> cancelling = new HashMap<>(settings);
    cancelling.put("cancel_on_disconnect", "true");
    return connect(sink, cancelling);
  }

  private Exchange connect(EventSink sink, Map<String, String> special) {
    DeribitExchangeProvider provider = new DeribitExchangeProvider();
    Map<String, List<String>> all = new HashMap<>();
    all.put("network", List.of("testnet"));
    all.put("websocket_url", List.of(simulator.webSocketUri().toString()));
    all.put("rest_url", List.of(simulator.restBase().toString()));
    all.put("client_id", List.of(ALICE.clientId()));
    all.put("reconnect_first_ms", List.of("20"));
    all.put("reconnect_max_ms", List.of("100"));
    all.put("resolve_confirm_ms", List.of("30"));
    all.put("order_valid_ms", List.of(Long.toString(VALIDITY.toMillis())));
    special.forEach((key, value) -> all.put(key, List.of(value)));
    return provider.open(
        Settings.of(provider.settings(), all),
        new AdapterContext(
            clock,
            name -> new BreakingSockets(),
            new BouncyCastleSigner(PrivateKey.derive(new byte[] {1})),
            new NoIds(),
            1,
            Secret.of(ALICE.clientSecret())),
        sink);
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public ClientOrderId nextId() {
    return new ClientOrderId(lastId.addAndGet(1_000));
  }

  @Override
  public Perpetual perpetual() {
    return Perpetual.of("ETH");
  }

  @Override
  public Option option() {
    Instant soon = now().plus(Duration.ofDays(5));
    return market.options(now()).stream()
        .filter(option -> option.expiry().isAfter(soon))
        .filter(option -> hasDepth(book(option)))
        .findFirst()
        .orElseThrow();
  }

  private static boolean hasDepth(OrderBook book) {
    Quantity one = Quantity.of("1");
    return book.isUsable()
        && book.bestAsk().orElseThrow().quantity().compareTo(one) >= 0
        && book.bestBid().orElseThrow().price().compareTo(Price.of("60")) > 0;
  }

  @Override
  public OrderBook book(Instrument instrument) {
    ObjectNode params =
        Json.object().put("instrument_name", NAMING.name(instrument)).put("depth", 20);
    JsonNode book = ask(ALICE, "public/get_order_book", params);
    return new OrderBook(
        instrument, levels(book.get("bids")), levels(book.get("asks")), now(), now());
  }

  private static List<Level> levels(JsonNode levels) {
    return StreamSupport.stream(levels.spliterator(), false)
        .map(
            level ->
                new Level(
                    new Price(level.get(0).decimalValue()),
                    new Quantity(level.get(1).decimalValue())))
        .toList();
  }

  @Override
  public List<String> openLabels() {
    return simulator.books().customer("alice").openOrders().stream()
        .map(DeribitBooks.OpenOrder::label)
        .toList();
  }

  @Override
  public void trade(Instrument instrument, Side takerSide, Quantity quantity, Price limit) {
    ObjectNode order = order(instrument, quantity, limit);
    order.put("time_in_force", "immediate_or_cancel");
    ask(BOB, takerSide == Side.BUY ? "private/buy" : "private/sell", order);
  }

  @Override
  public void placeByHand(Instrument instrument, Side side, Quantity quantity, Price limit) {
    ObjectNode order = order(instrument, quantity, limit).put("label", "by hand");
    ask(ALICE, side == Side.BUY ? "private/buy" : "private/sell", order);
  }

  private static ObjectNode order(Instrument instrument, Quantity quantity, Price limit) {
    return Json.object()
        .put("instrument_name", NAMING.name(instrument))
        .put("amount", quantity.units())
        .put("type", "limit")
        .put("price", limit.usd())
        .put("post_only", false);
  }

  /** Tickers come at least every five seconds of the exchange's clock. */
  @Override
  public void refreshMarket() {
    offsetMillis.addAndGet(5_100);
    simulator.advance();
  }

  @Override
  public void breakConnection() {
    simulator.killConnections();
  }

  @Override
  public void refuseConnections() {
    simulator.refuseConnections(true);
    simulator.killConnections();
  }

  @Override
  public void allowConnections() {
    simulator.refuseConnections(false);
  }

  @Override
  public void breakDuringNextOrder(boolean arrives) {
    nextOrder = arrives ? Break.AFTER_IT : Break.BEFORE_IT;
  }

  @Override
  public void deliverLateOrder() {
    JsonNode frame = Json.parse(lateOrder, "late order");
    post(ALICE, frame);
  }

  @Override
  public void close() {
    simulator.close();
    http.close();
  }

  private JsonNode ask(DeribitKey key, String method, ObjectNode params) {
    ObjectNode frame = Json.object().put("jsonrpc", "2.0").put("id", 1).put("method", method);
    JsonNode reply = post(key, frame.set("params", params));
    if (!reply.has("result")) {
      throw new AssertionError(method + " " + params + ": " + reply);
    }
    return reply.get("result");
  }

  private JsonNode post(DeribitKey key, JsonNode frame) {
    String credentials = key.clientId() + ":" + key.clientSecret();
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(simulator.restBase() + "/" + frame.get("method").asText()))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Json.write(frame)))
            .build();
    try {
      return Json.parse(http.send(request, HttpResponse.BodyHandlers.ofString()).body(), "reply");
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Sockets that break around the next order, when that is asked for. */
  private final class BreakingSockets implements SocketFactory {
    private final TyrusSocketFactory sockets = new TyrusSocketFactory();

    @Override
    public TextSocket open(URI uri, SocketListener listener) throws IOException {
      TextSocket socket = sockets.open(uri, listener);
      return new TextSocket() {
        @Override
        public void send(String text) throws IOException {
          boolean isOrder = text.contains("\"private/buy\"") || text.contains("\"private/sell\"");
          switch (isOrder ? nextOrder : Break.NONE) {
            case NONE -> socket.send(text);
            case AFTER_IT -> {
              nextOrder = Break.NONE;
              simulator.faults().dropReply("private/buy");
              socket.send(text);
              awaitOrder();
              simulator.killConnections();
            }
            case BEFORE_IT -> {
              nextOrder = Break.NONE;
              lateOrder = text;
              simulator.killConnections();
            }
          }
        }

        @Override
        public void ping() throws IOException {
          socket.ping();
        }

        @Override
        public void close() {
          socket.close();
        }

        @Override
        public boolean isOpen() {
          return socket.isOpen();
        }
      };
    }

    private void awaitOrder() {
      long endNanos = System.nanoTime() + Duration.ofSeconds(10).toNanos();
      while (openLabels().isEmpty() && System.nanoTime() < endNanos) {
        Thread.onSpinWait();
      }
    }
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
