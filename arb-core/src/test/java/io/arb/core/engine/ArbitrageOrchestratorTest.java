package io.arb.core.engine;

import static io.arb.core.market.MarketFixture.CALL;
import static io.arb.core.market.MarketFixture.NOW;
import static io.arb.core.market.MarketFixture.OTHER_CALL;
import static io.arb.core.market.MarketFixture.PERP;
import static io.arb.core.market.MarketFixture.book;
import static io.arb.core.market.MarketFixture.optionTicker;
import static io.arb.core.market.MarketFixture.perpTicker;
import static io.arb.core.market.MarketFixture.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.hedge.GammaDdhConfig;
import io.arb.core.hedge.HedgeConfig;
import io.arb.core.hedge.OrderTiming;
import io.arb.core.model.AccountSnapshot;
import io.arb.core.model.ClientOrderId;
import io.arb.core.model.Command;
import io.arb.core.model.Confirmation;
import io.arb.core.model.ConnectionStatus;
import io.arb.core.model.Event;
import io.arb.core.model.ExchangeEvent;
import io.arb.core.model.Fill;
import io.arb.core.model.FillId;
import io.arb.core.model.Instrument;
import io.arb.core.model.LedgerEntry;
import io.arb.core.model.Liquidity;
import io.arb.core.model.Money;
import io.arb.core.model.Notice;
import io.arb.core.model.OperatorEvent;
import io.arb.core.model.Option;
import io.arb.core.model.OrderPurpose;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.OrderStatus;
import io.arb.core.model.OrderUpdate;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Quote;
import io.arb.core.model.QuoteNonce;
import io.arb.core.model.Rfq;
import io.arb.core.model.RfqId;
import io.arb.core.model.RiskState;
import io.arb.core.model.Side;
import io.arb.core.model.SourceEvent;
import io.arb.core.model.SourceId;
import io.arb.core.model.TradeState;
import io.arb.core.model.VenueOrderId;
import io.arb.core.quote.QuoteConfig;
import io.arb.core.risk.RiskLimits;
import io.arb.core.spi.Capability;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Feeds events by hand and reads the commands; no thread, no clock, no socket. */
class ArbitrageOrchestratorTest {
  private static final SourceId RYSK = new SourceId("rysk");
  private static final EngineConfig CONFIG =
      new EngineConfig(
          Duration.ofSeconds(2),
          Duration.ofSeconds(30),
          QuoteConfig.DEFAULTS,
          HedgeConfig.DEFAULTS,
          OrderTiming.DEFAULTS,
          GammaDdhConfig.defaults(PERP),
          new RiskLimits(
              Quantity.of("20"),
              Quantity.of("10"),
              Money.of("10000"),
              BigDecimal.TEN,
              Duration.ofSeconds(5)));
  private static final Set<Capability> ALL = Set.of(Capability.values());

  private final ArbitrageOrchestrator engine = fresh();
  private final List<LedgerEntry> ledger = new ArrayList<>();
  private Instant now = NOW;

  private static ArbitrageOrchestrator fresh() {
    return new ArbitrageOrchestrator(CONFIG, ALL, new CountingIds());
  }

  private List<Command> feed(Event event) {
    List<Command> commands = engine.on(event, now);
    commands.forEach(
        command -> {
          if (command instanceof Command.WriteLedger(LedgerEntry entry)) {
            ledger.add(entry);
          }
        });
    return commands;
  }

  private List<Command> exchange(ConnectionStatus status) {
    return feed(new ExchangeEvent.ExchangeStatusChanged(status, "test"));
  }

  private List<Command> source(ConnectionStatus status) {
    return feed(new SourceEvent.SourceStatusChanged(RYSK, status, "test"));
  }

  private List<Command> snapshot(Map<Instrument, Quantity> positions, List<OrderUpdate> open) {
    return feed(
        new ExchangeEvent.SnapshotTaken(new AccountSnapshot(positions, Money.ZERO, open, now)));
  }

  private List<Command> prices() {
    List<Command> commands = new ArrayList<>();
    commands.addAll(feed(book(CALL, now, List.of("80x5", "79x10"), List.of("82x5", "83x10"))));
    commands.addAll(feed(optionTicker(CALL, now, "81", "0.5")));
    commands.addAll(feed(book(PERP, now, List.of("2499.8x20"), List.of("2500.2x20"))));
    commands.addAll(feed(perpTicker(now, "2500")));
    return commands;
  }

  private void listed() {
    feed(new ExchangeEvent.InstrumentsListed(List.of(spec(CALL), spec(PERP))));
  }

  private void ready() {
    listed();
    exchange(ConnectionStatus.LIVE);
    source(ConnectionStatus.LIVE);
    feed(new SourceEvent.OptionsOffered(RYSK, Set.of(CALL)));
    snapshot(Map.of(), List.of());
    prices();
  }

  private List<Command> rfq(String id) {
    return feed(
        new SourceEvent.RfqReceived(
            new Rfq(
                new RfqId(id), RYSK, CALL, Quantity.of("2"), Side.SELL, now, now.plusSeconds(2))));
  }

  private Confirmation confirmation(long nonce, Option option, String quantity, String price) {
    return new Confirmation(
        RYSK,
        new QuoteNonce(nonce),
        option,
        Side.BUY,
        Quantity.of(quantity),
        Price.of(price),
        Money.of("1"),
        "0xabc",
        now);
  }

  private List<Command> confirmed(Confirmation trade) {
    return feed(new SourceEvent.TradeConfirmed(trade));
  }

  private static List<Quote> quotes(List<Command> commands) {
    return commands.stream()
        .filter(Command.SendQuote.class::isInstance)
        .map(command -> ((Command.SendQuote) command).quote())
        .toList();
  }

  private static List<OrderRequest> orders(List<Command> commands) {
    return commands.stream()
        .filter(Command.PlaceOrder.class::isInstance)
        .map(command -> ((Command.PlaceOrder) command).request())
        .toList();
  }

  private static <T extends Notice> List<T> notices(List<Command> commands, Class<T> kind) {
    return commands.stream()
        .filter(Command.Announce.class::isInstance)
        .map(command -> ((Command.Announce) command).notice())
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  private static String declined(List<Command> commands) {
    return notices(commands, Notice.RfqDeclined.class).getFirst().reason();
  }

  private List<Command> tickUntilOrders() {
    List<Command> all = new ArrayList<>();
    for (int i = 0; i < 50 && orders(all).isEmpty(); i++) {
      now = now.plusMillis(50);
      all.addAll(prices());
      all.addAll(feed(new Event.ClockTicked()));
    }
    return all;
  }

  @Test
  void quotesWhenAllIsWell() {
    ready();

    assertThat(quotes(rfq("a"))).hasSize(1);
  }

  @Test
  void nothingIsQuotedBeforeTheExchangeIsLive() {
    listed();
    source(ConnectionStatus.LIVE);

    assertThat(declined(rfq("a"))).isEqualTo("exchange_down");
  }

  @Test
  void nothingIsQuotedBeforeTheSourceIsLive() {
    listed();
    exchange(ConnectionStatus.LIVE);
    snapshot(Map.of(), List.of());

    assertThat(declined(rfq("a"))).isEqualTo("source_down");
  }

  @Test
  void nothingIsQuotedBeforePositionsAgree() {
    listed();
    exchange(ConnectionStatus.LIVE);
    source(ConnectionStatus.LIVE);
    prices();

    assertThat(declined(rfq("a"))).isEqualTo("not_reconciled");
    snapshot(Map.of(), List.of());
    assertThat(quotes(rfq("b"))).hasSize(1);
  }

  @Test
  void aFailedSnapshotIsNotAnEmptyAccount() {
    listed();
    exchange(ConnectionStatus.LIVE);
    source(ConnectionStatus.LIVE);
    prices();
    feed(new ExchangeEvent.SnapshotFailed("time-out"));

    assertThat(declined(rfq("a"))).isEqualTo("not_reconciled");
  }

  @Test
  void aConnectionThatBecomesLiveIsAskedForItsAccount() {
    assertThat(exchange(ConnectionStatus.LIVE)).contains(new Command.TakeSnapshot());
  }

  @Test
  void aLostConnectionMakesPricesAndAgreementWorthless() {
    ready();
    exchange(ConnectionStatus.DOWN);
    exchange(ConnectionStatus.LIVE);

    assertThat(declined(rfq("a"))).isEqualTo("not_reconciled");
    snapshot(Map.of(), List.of());
    assertThat(quotes(rfq("b"))).isEmpty();
    prices();
    assertThat(quotes(rfq("c"))).hasSize(1);
  }

  @Test
  void aConfirmedTradeIsRecordedBeforeItIsHedged() {
    ready();
    Quote quote = quotes(rfq("a")).getFirst();

    List<Command> commands =
        confirmed(confirmation(quote.nonce().bits(), CALL, "2", quote.bid().toString()));
    commands.addAll(tickUntilOrders());

    OrderRequest hedge = orders(commands).getFirst();
    assertThat(hedge.instrument()).isEqualTo(CALL);
    assertThat(hedge.side()).isEqualTo(Side.SELL);
    assertThat(hedge.quantity()).isEqualTo(Quantity.of("2"));
    int booked = indexOf(commands, LedgerEntry.TradeBooked.class);
    int intended = indexOf(commands, LedgerEntry.OrderIntended.class);
    assertThat(booked).isNotNegative().isLessThan(intended);
    assertThat(intended).isLessThan(commands.indexOf(new Command.PlaceOrder(hedge)));
    assertThat(notices(commands, Notice.Incident.class)).isEmpty();
  }

  private static int indexOf(List<Command> commands, Class<? extends LedgerEntry> kind) {
    for (int i = 0; i < commands.size(); i++) {
      if (commands.get(i) instanceof Command.WriteLedger(LedgerEntry entry)
          && kind.isInstance(entry)) {
        return i;
      }
    }
    return -1;
  }

  @Test
  void aTradeThatIsReportedAgainIsBookedOnce() {
    ready();
    confirmed(confirmation(7, CALL, "2", "60"));

    assertThat(confirmed(confirmation(7, CALL, "2", "60"))).isEmpty();
    assertThat(engine.status(now).atSource()).containsEntry(CALL, Quantity.of("2"));
  }

  @Test
  void aTradeOfAnUnknownQuoteIsAnIncidentAndHedgedAllTheSame() {
    ready();
    List<Command> commands = confirmed(confirmation(7, CALL, "2", "60"));
    commands.addAll(tickUntilOrders());

    assertThat(notices(commands, Notice.Incident.class)).hasSize(1);
    assertThat(orders(commands).getFirst().instrument()).isEqualTo(CALL);
  }

  @Test
  void aTradeThatAPersonReportsNeedsNoQuote() {
    ready();
    SourceId manual = new SourceId("manual");
    Confirmation trade =
        new Confirmation(
            manual,
            new QuoteNonce(1),
            CALL,
            Side.BUY,
            Quantity.of("2"),
            Price.of("60"),
            Money.ZERO,
            "by phone",
            now);

    List<Command> commands = confirmed(trade);

    assertThat(notices(commands, Notice.Incident.class)).isEmpty();
    assertThat(orders(commands)).hasSize(1);
  }

  @Test
  void aQuoteThatWaitedForAPriceIsRememberedLikeAnyOther() {
    listed();
    exchange(ConnectionStatus.LIVE);
    source(ConnectionStatus.LIVE);
    snapshot(Map.of(), List.of());
    assertThat(quotes(rfq("a"))).isEmpty();
    Quote quote = quotes(prices()).getFirst();

    List<Command> commands =
        confirmed(confirmation(quote.nonce().bits(), CALL, "2", quote.bid().toString()));

    assertThat(notices(commands, Notice.Incident.class)).isEmpty();
  }

  @Test
  void aTradeOnOtherTermsThanQuotedIsAnIncident() {
    ready();
    Quote quote = quotes(rfq("a")).getFirst();

    List<Command> commands =
        confirmed(confirmation(quote.nonce().bits(), CALL, "3", quote.bid().toString()));

    assertThat(notices(commands, Notice.Incident.class).getFirst().detail()).contains("differs");
    assertThat(engine.status(now).atSource()).containsEntry(CALL, Quantity.of("3"));
  }

  @Test
  void aTradeWhoseMessageWasLostIsRecoveredFromThePositions() {
    ready();
    Quote quote = quotes(rfq("a")).getFirst();
    Event report = new SourceEvent.PositionsReported(RYSK, Map.of(CALL, Quantity.of("2")));
    feed(report);
    feed(report);

    assertThat(feed(report)).contains(new Command.RecoverTrade(quote));
  }

  @Test
  void aSourceIsAskedAgainSoonWhileAPositionIsUnexplained() {
    ready();
    feed(new Event.ClockTicked());
    feed(new SourceEvent.PositionsReported(RYSK, Map.of(CALL, Quantity.of("2"))));
    now = now.plusSeconds(2);

    assertThat(feed(new Event.ClockTicked())).contains(new Command.AskSource(RYSK));
    assertThat(feed(new Event.ClockTicked())).doesNotContain(new Command.AskSource(RYSK));
  }

  @Test
  void aHaltStopsQuotingButNotHedging() {
    ready();
    feed(new OperatorEvent.HaltRequested("by hand"));

    assertThat(declined(rfq("a"))).isEqualTo("risk_halted");
    List<Command> commands = confirmed(confirmation(7, CALL, "2", "60"));
    commands.addAll(tickUntilOrders());
    assertThat(orders(commands).getFirst().instrument()).isEqualTo(CALL);
  }

  @Test
  void aPersonCanResume() {
    ready();
    feed(new OperatorEvent.HaltRequested("by hand"));
    feed(new OperatorEvent.ResumeRequested());

    assertThat(quotes(rfq("a"))).hasSize(1);
  }

  @Test
  void aTradeConfirmedWhileTheExchangeIsDownIsHedgedWhenItIsBack() {
    ready();
    exchange(ConnectionStatus.DOWN);
    assertThat(orders(confirmed(confirmation(7, CALL, "2", "60")))).isEmpty();

    List<Command> commands = exchange(ConnectionStatus.LIVE);
    commands.addAll(snapshot(Map.of(), List.of()));
    commands.addAll(tickUntilOrders());
    assertThat(orders(commands).getFirst().instrument()).isEqualTo(CALL);
  }

  @Test
  void aLedgerThatCannotBeWrittenStopsNewRisk() {
    ready();
    List<Command> commands = feed(new Event.LedgerFailed("disk full"));

    assertThat(notices(commands, Notice.RiskMoved.class).getFirst().state())
        .isEqualTo(RiskState.HALTED);
    assertThat(declined(rfq("a"))).isEqualTo("risk_halted");
  }

  @Test
  void aRejectedQuoteReleasesItsReservation() {
    ready();
    Quote quote = quotes(rfq("a")).getFirst();
    assertThat(engine.status(now).liveQuotes()).isEqualTo(1);

    feed(new SourceEvent.QuoteRejected(RYSK, quote.rfq(), quote.nonce(), "-32003"));
    assertThat(engine.status(now).liveQuotes()).isZero();
  }

  @Test
  void beingOutbidIsAnsweredWithABetterBid() {
    ready();
    Quote quote = quotes(rfq("a")).getFirst();
    Price rival = quote.bid().movedBps(BigDecimal.valueOf(5));

    List<Command> commands =
        feed(new SourceEvent.QuoteOutbid(RYSK, quote.rfq(), rival, quote.bid()));

    assertThat(quotes(commands).getFirst().bid()).isGreaterThan(rival);
  }

  @Test
  void aPositionThatNoOrderExplainsIsTakenOverAfterThreeEqualSnapshots() {
    ready();
    Map<Instrument, Quantity> theirs = Map.of(PERP, Quantity.of("-3"));
    snapshot(theirs, List.of());
    snapshot(theirs, List.of());
    List<Command> third = snapshot(theirs, List.of());

    assertThat(notices(third, Notice.Incident.class).getFirst().subject())
        .isEqualTo("foreign position");
    assertThat(engine.status(now).exposure().delta()).isEqualTo(Quantity.of("-3"));
  }

  @Test
  void anOrderWithOurLabelThatWeKnowNothingOfIsCancelled() {
    ready();
    ClientOrderId lost = new ClientOrderId(77_000);
    OrderUpdate open =
        new OrderUpdate(
            Optional.of(lost),
            new VenueOrderId("v"),
            PERP,
            Side.BUY,
            Quantity.of("1"),
            Quantity.ZERO,
            Price.of("2400"),
            OrderStatus.OPEN,
            "",
            now);

    assertThat(snapshot(Map.of(), List.of(open))).contains(new Command.CancelOrder(lost, PERP));
  }

  @Test
  void aPartialFillMovesThePortfolioAtOnce() {
    ready();
    OrderRequest hedge = orders(confirmed(confirmation(7, CALL, "2", "60"))).getFirst();
    feed(
        new ExchangeEvent.OrderChanged(
            new OrderUpdate(
                Optional.of(hedge.id()),
                new VenueOrderId("v1"),
                CALL,
                Side.SELL,
                hedge.quantity(),
                Quantity.ZERO,
                hedge.limit(),
                OrderStatus.OPEN,
                "",
                now)));
    feed(fill(hedge, "0.5"));

    assertThat(engine.status(now).net()).containsEntry(CALL, Quantity.of("1.5"));
    assertThat(engine.status(now).onExchange()).containsEntry(CALL, Quantity.of("-0.5"));
  }

  private static Event fill(OrderRequest order, String quantity) {
    return new ExchangeEvent.OrderFilled(
        new Fill(
            new FillId("fill-" + order.id()),
            Optional.of(order.id()),
            order.instrument(),
            order.side(),
            order.limit(),
            Quantity.of(quantity),
            Money.of("0.1"),
            Liquidity.MAKER,
            NOW));
  }

  @Test
  void aHedgeIsDoneWhenFillsSaySoAndNotBefore() {
    ready();
    OrderRequest hedge = orders(confirmed(confirmation(7, CALL, "2", "60"))).getFirst();
    assertThat(engine.status(now).hedging()).isEqualTo(1);

    List<Command> commands = feed(fill(hedge, "2"));
    commands.addAll(
        feed(
            new ExchangeEvent.OrderChanged(
                new OrderUpdate(
                    Optional.of(hedge.id()),
                    new VenueOrderId("v1"),
                    CALL,
                    Side.SELL,
                    hedge.quantity(),
                    hedge.quantity(),
                    hedge.limit(),
                    OrderStatus.FILLED,
                    "",
                    now))));

    assertThat(notices(commands, Notice.TradeMoved.class))
        .extracting(Notice.TradeMoved::state)
        .contains(TradeState.HEDGED);
    assertThat(engine.status(now).hedging()).isZero();
    assertThat(engine.status(now).net()).isEmpty();
  }

  @Test
  void afterAStopNothingNewIsQuotedAndTheDdhRestsNothing() {
    ready();
    snapshot(Map.of(PERP, Quantity.of("3")), List.of());
    snapshot(Map.of(PERP, Quantity.of("3")), List.of());
    snapshot(Map.of(PERP, Quantity.of("3")), List.of());
    OrderRequest ddh = orders(tickUntilOrders()).getFirst();
    assertThat(ddh.side()).isEqualTo(Side.SELL);
    feed(
        new ExchangeEvent.OrderChanged(
            new OrderUpdate(
                Optional.of(ddh.id()),
                new VenueOrderId("d1"),
                PERP,
                Side.SELL,
                ddh.quantity(),
                Quantity.ZERO,
                ddh.limit(),
                OrderStatus.OPEN,
                "",
                now)));

    List<Command> commands = feed(new OperatorEvent.StopRequested());

    assertThat(commands).contains(new Command.CancelOrder(ddh.id(), PERP));
    assertThat(declined(rfq("a"))).isEqualTo("stopping");
  }

  @Test
  void whatTakersMayAskForIsWatchedAsFarAsItIsListed() {
    listed();
    List<Command> commands = feed(new SourceEvent.OptionsOffered(RYSK, Set.of(CALL, OTHER_CALL)));

    assertThat(commands).contains(new Command.Watch(Set.of(PERP, CALL)));
    assertThat(feed(new SourceEvent.OptionsOffered(RYSK, Set.of(CALL, OTHER_CALL)))).isEmpty();
  }

  @Test
  void aRestartRemembersTradesQuotesAndPositions() {
    ready();
    Quote quote = quotes(rfq("a")).getFirst();
    Quote live = quotes(rfq("b")).getFirst();
    Confirmation trade = confirmation(quote.nonce().bits(), CALL, "2", quote.bid().toString());
    OrderRequest hedge = orders(confirmed(trade)).getFirst();
    feed(fill(hedge, "0.5"));

    ArbitrageOrchestrator restarted = fresh();
    restarted.restore(ledger, now);

    EngineStatus status = restarted.status(now);
    assertThat(status.atSource()).containsEntry(CALL, Quantity.of("2"));
    assertThat(status.onExchange()).containsEntry(CALL, Quantity.of("-0.5"));
    assertThat(status.liveQuotes()).as("the untaken quote %s", live).isEqualTo(1);
    assertThat(status.openIntents()).isEqualTo(1);
    assertThat(restarted.on(new SourceEvent.TradeConfirmed(trade), now)).isEmpty();
  }

  @Test
  void aRestartAsksAboutOpenOrdersAndSendsNoneAgain() {
    ready();
    OrderRequest hedge = orders(confirmed(confirmation(7, CALL, "2", "60"))).getFirst();

    ArbitrageOrchestrator restarted = fresh();
    List<Command> commands = new ArrayList<>(restarted.restore(ledger, now));
    List<Event> events =
        List.of(
            new ExchangeEvent.InstrumentsListed(List.of(spec(CALL), spec(PERP))),
            new ExchangeEvent.ExchangeStatusChanged(ConnectionStatus.LIVE, ""),
            new Event.ClockTicked());
    events.forEach(event -> commands.addAll(restarted.on(event, now)));

    assertThat(orders(commands)).isEmpty();
    assertThat(commands)
        .anyMatch(
            command ->
                command instanceof Command.ResolveOrder resolve && resolve.id().equals(hedge.id()));
  }

  @Test
  void aHaltOutlivesARestart() {
    ready();
    feed(new OperatorEvent.HaltRequested("by hand"));

    ArbitrageOrchestrator restarted = fresh();
    restarted.restore(ledger, now);

    assertThat(restarted.status(now).risk()).isEqualTo(RiskState.HALTED);
  }

  @Test
  void theSameEventsGiveTheSameCommands() {
    List<Command> first = new ArrayList<>();
    List<Command> second = new ArrayList<>();
    for (List<Command> run : List.of(first, second)) {
      ArbitrageOrchestrator one = fresh();
      List<Event> events =
          List.of(
              new ExchangeEvent.InstrumentsListed(List.of(spec(CALL), spec(PERP))),
              new ExchangeEvent.ExchangeStatusChanged(ConnectionStatus.LIVE, ""),
              new SourceEvent.SourceStatusChanged(RYSK, ConnectionStatus.LIVE, ""),
              new ExchangeEvent.SnapshotTaken(
                  new AccountSnapshot(Map.of(), Money.ZERO, List.of(), NOW)),
              book(CALL, NOW, List.of("80x5"), List.of("82x5")),
              optionTicker(CALL, NOW, "81", "0.5"),
              perpTicker(NOW, "2500"),
              book(PERP, NOW, List.of("2499.8x20"), List.of("2500.2x20")),
              new SourceEvent.TradeConfirmed(confirmation(7, CALL, "2", "60")),
              new Event.ClockTicked());
      events.forEach(event -> run.addAll(one.on(event, NOW)));
    }

    assertThat(first).isEqualTo(second).isNotEmpty();
  }

  @Test
  void orderPurposesTellHedgesFromTheDdh() {
    ready();
    List<Command> commands = confirmed(confirmation(7, CALL, "2", "60"));

    assertThat(notices(commands, Notice.OrderSent.class).getFirst().purpose().kind())
        .isEqualTo(OrderPurpose.Kind.OPTION_HEDGE);
  }
}
