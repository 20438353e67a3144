package io.arb.core.hedge;

import io.arb.core.market.MarketView;
import io.arb.core.model.AccountSnapshot;
import io.arb.core.model.ClientOrderId;
import io.arb.core.model.Command;
import io.arb.core.model.ConnectionStatus;
import io.arb.core.model.ExchangeEvent;
import io.arb.core.model.FeeSchedule;
import io.arb.core.model.Fill;
import io.arb.core.model.FillId;
import io.arb.core.model.Instrument;
import io.arb.core.model.InstrumentSpec;
import io.arb.core.model.LedgerEntry;
import io.arb.core.model.Level;
import io.arb.core.model.Liquidity;
import io.arb.core.model.MarketEvent;
import io.arb.core.model.Money;
import io.arb.core.model.Notice;
import io.arb.core.model.Option;
import io.arb.core.model.OptionGreeks;
import io.arb.core.model.OrderBook;
import io.arb.core.model.OrderPurpose;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.OrderStatus;
import io.arb.core.model.OrderUpdate;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Rejection;
import io.arb.core.model.Side;
import io.arb.core.model.Ticker;
import io.arb.core.model.TimeInForce;
import io.arb.core.model.TradeId;
import io.arb.core.model.TradeState;
import io.arb.core.model.VenueOrderId;
import io.arb.core.spi.Capability;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** The hedging objects wired as the engine wires them, with a clock that the test turns. */
final class Rig {
  static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
  static final Option CALL = Option.call("ETH", Instant.parse("2026-12-25T08:00:00Z"), "2500");
  static final Perpetual PERP = Perpetual.of("ETH");
  static final TradeId TRADE = new TradeId("t-1");
  static final FeeSchedule NO_FEES =
      new FeeSchedule(BigDecimal.ZERO, BigDecimal.ZERO, Money.ZERO, Optional.empty());
  static final InstrumentSpec CALL_SPEC = spec(CALL, "0.1", "0.01", "0.1", "100");
  static final InstrumentSpec PERP_SPEC = spec(PERP, "0.01", "0.01", "0.1", "50");

  final OrderIntents intents = new OrderIntents(OrderTiming.DEFAULTS, new TestIds());
  final MarketView market = new MarketView(Duration.ofHours(1));
  final HedgeManager hedges;
  final List<Command> commands = new ArrayList<>();
  List<BookedFill> booked = List.of();
  OptionalDouble delta = OptionalDouble.of(0.5);
  Instant now = START;
  private int fills;

  Rig() {
    this(HedgeConfig.DEFAULTS);
  }

  Rig(HedgeConfig config) {
    this(config, EnumSet.of(Capability.REPLACE, Capability.IMMEDIATE_OR_CANCEL));
  }

  Rig(HedgeConfig config, Set<Capability> capabilities) {
    hedges = new HedgeManager(config, capabilities, intents, market, (option, at) -> delta);
  }

  /** A rig whose exchange is live, with the call at 49/51 (mark 50) and the perp at 2499/2501. */
  static Rig live() {
    return new Rig().goLive();
  }

  Rig goLive() {
    list(CALL_SPEC, PERP_SPEC);
    callBook("49", "51");
    ticker(CALL, "50");
    perpBook("2499", "2501");
    ticker(PERP, "2500");
    connect();
    take();
    return this;
  }

  static InstrumentSpec spec(Instrument i, String tick, String step, String min, String max) {
    return new InstrumentSpec(
        i, Price.of(tick), Quantity.of(step), Quantity.of(min), Quantity.of(max), NO_FEES, true);
  }

  static InstrumentSpec inactive(InstrumentSpec s) {
    return new InstrumentSpec(
        s.instrument(), s.tick(), s.step(), s.minQuantity(), s.maxQuantity(), s.fees(), false);
  }

  void list(InstrumentSpec... specs) {
    market.list(List.of(specs));
    event(new ExchangeEvent.InstrumentsListed(List.of(specs)));
  }

  void callBook(String bid, String ask) {
    book(CALL, bid, ask);
  }

  void perpBook(String bid, String ask) {
    book(PERP, bid, ask);
  }

  void book(Instrument instrument, String bid, String ask) {
    OrderBook book =
        new OrderBook(
            instrument, List.of(Level.of(bid, "20")), List.of(Level.of(ask, "20")), now, now);
    market.on(new MarketEvent.BookChanged(book));
    hedges.onMarket(instrument, now, commands);
  }

  void ticker(Instrument instrument, String mark) {
    market.on(
        new MarketEvent.TickerChanged(
            new Ticker(instrument, Price.of(mark), Price.of("2500"), Optional.empty(), now, now)));
    hedges.onMarket(instrument, now, commands);
  }

  void greeks(Option option, String delta, String vol, String forward) {
    OptionGreeks greeks =
        new OptionGreeks(
            new BigDecimal(delta),
            new BigDecimal("0.001"),
            BigDecimal.ONE,
            BigDecimal.ONE.negate(),
            new BigDecimal(vol),
            Price.of(forward));
    market.on(
        new MarketEvent.TickerChanged(
            new Ticker(option, Price.of("50"), Price.of("2500"), Optional.of(greeks), now, now)));
  }

  void connect() {
    event(new ExchangeEvent.ExchangeStatusChanged(ConnectionStatus.LIVE, "test"));
  }

  void disconnect() {
    event(new ExchangeEvent.ExchangeStatusChanged(ConnectionStatus.DOWN, "test"));
  }

  void event(ExchangeEvent event) {
    booked = intents.on(event, now, commands);
    hedges.on(event, now, commands);
  }

  void pass(Duration duration) {
    now = now.plus(duration);
    intents.onTick(now, commands);
    hedges.onTick(now, commands);
  }

  void passMillis(long millis) {
    pass(Duration.ofMillis(millis));
  }

  void open(String quantity) {
    hedges.open(TRADE, CALL, Side.BUY, Quantity.of(quantity), Price.of("48"), now, commands);
  }

  /** An option order that has nothing to do with trades, for tests of the book of intents. */
  OrderIntent place(String quantity, String limit) {
    return place(Side.SELL, quantity, limit, TimeInForce.POST_ONLY);
  }

  OrderIntent place(Side side, String quantity, String limit, TimeInForce timeInForce) {
    OrderDraft draft =
        new OrderDraft(CALL, side, Quantity.of(quantity), Price.of(limit), timeInForce);
    return intents.place(draft, OrderPurpose.gammaDdh(), now, commands);
  }

  OrderUpdate update(OrderRequest request, OrderStatus status, String filled) {
    return new OrderUpdate(
        Optional.of(request.id()),
        new VenueOrderId("v-" + request.id().stamp()),
        request.instrument(),
        request.side(),
        request.quantity(),
        Quantity.of(filled),
        request.limit(),
        status,
        "",
        now);
  }

  Fill fill(OrderRequest request, String quantity) {
    return fill("f-" + ++fills, request, quantity);
  }

  Fill fill(String id, OrderRequest request, String quantity) {
    return new Fill(
        new FillId(id),
        Optional.of(request.id()),
        request.instrument(),
        request.side(),
        request.limit(),
        Quantity.of(quantity),
        Money.ZERO,
        Liquidity.MAKER,
        now);
  }

  Fill foreignFill(String id, Instrument instrument, Side side, String quantity) {
    return new Fill(
        new FillId(id),
        Optional.empty(),
        instrument,
        side,
        Price.of("50"),
        Quantity.of(quantity),
        Money.ZERO,
        Liquidity.TAKER,
        now);
  }

  void acknowledge(OrderRequest request) {
    changed(request, OrderStatus.OPEN, "0");
  }

  void changed(OrderRequest request, OrderStatus status, String filled) {
    event(new ExchangeEvent.OrderChanged(update(request, status, filled)));
  }

  void filled(OrderRequest request, String quantity) {
    event(new ExchangeEvent.OrderFilled(fill(request, quantity)));
  }

  void rejected(OrderRequest request, Rejection rejection) {
    event(new ExchangeEvent.OrderRejected(request.id(), rejection, "no"));
  }

  void unknown(OrderRequest request) {
    event(new ExchangeEvent.OrderOutcomeUnknown(request.id(), "socket lost"));
  }

  void resolved(OrderRequest request, OrderStatus status, String filled, Fill... all) {
    event(
        new ExchangeEvent.OrderResolved(
            request.id(), Optional.of(update(request, status, filled)), List.of(all)));
  }

  void resolvedAsAbsent(OrderRequest request) {
    event(new ExchangeEvent.OrderResolved(request.id(), Optional.empty(), List.of()));
  }

  void snapshot(OrderUpdate... orders) {
    event(
        new ExchangeEvent.SnapshotTaken(
            new AccountSnapshot(Map.of(), Money.ZERO, List.of(orders), now)));
  }

  /** The commands since the last call. */
  List<Command> take() {
    List<Command> taken = List.copyOf(commands);
    commands.clear();
    return taken;
  }

  /** Like {@link #take}, only what goes to the exchange. */
  List<Command> takeSent() {
    return take().stream().filter(Rig::isSent).toList();
  }

  /** The orders placed, also by replacing, since the last take. */
  List<OrderRequest> takeOrders() {
    return take().stream()
        .flatMap(
            command ->
                switch (command) {
                  case Command.PlaceOrder(OrderRequest request) -> Optional.of(request).stream();
                  case Command.ReplaceOrder replace -> Optional.of(replace.replacement()).stream();
                  default -> Optional.<OrderRequest>empty().stream();
                })
        .toList();
  }

  /** The one order placed since the last take. */
  OrderRequest takeOrder() {
    List<OrderRequest> orders = takeOrders();
    if (orders.size() != 1) {
      throw new AssertionError("expected one order, got " + orders);
    }
    return orders.getFirst();
  }

  IntentState stateOf(OrderRequest request) {
    return stateOf(request.id());
  }

  IntentState stateOf(ClientOrderId id) {
    return intents.find(id).orElseThrow().state();
  }

  private static boolean isSent(Command command) {
    return command instanceof Command.PlaceOrder
        || command instanceof Command.ReplaceOrder
        || command instanceof Command.CancelOrder
        || command instanceof Command.ResolveOrder;
  }

  static Command.WriteLedger moved(TradeState state, String detail) {
    return new Command.WriteLedger(new LedgerEntry.TradeMoved(TRADE, state, detail));
  }

  /** The states that the trade went through, from ledger commands. */
  static List<TradeState> states(List<Command> commands) {
    return ledger(commands).stream()
        .filter(LedgerEntry.TradeMoved.class::isInstance)
        .map(entry -> ((LedgerEntry.TradeMoved) entry).state())
        .toList();
  }

  static List<LedgerEntry> ledger(List<Command> commands) {
    return commands.stream()
        .filter(Command.WriteLedger.class::isInstance)
        .map(command -> ((Command.WriteLedger) command).entry())
        .toList();
  }

  static List<Notice> notices(List<Command> commands) {
    return commands.stream()
        .filter(Command.Announce.class::isInstance)
        .map(command -> ((Command.Announce) command).notice())
        .toList();
  }

  static Command.CancelOrder cancelOf(OrderRequest request) {
    return new Command.CancelOrder(request.id(), request.instrument());
  }

  static boolean asksFor(List<Command> commands, OrderRequest request) {
    return commands.stream()
        .anyMatch(c -> c instanceof Command.ResolveOrder ask && ask.id().equals(request.id()));
  }
}
