package io.arb.rysk.simulator;

import io.arb.core.wire.LoopbackServer;
import io.arb.core.wire.RateBudget;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;

/** The parts of the venue, each made once and told of those it needs. */
final class Floor {
  static final String MAKER = "/maker";
  static final String TAKER = "/taker";
  private static final Duration RATE_SPAN = Duration.ofSeconds(1);

  final Venue venue;
  final Links links;
  final StateThread state;
  final Catalog catalog;
  final Expiries expiries;
  final Rivals rivals;
  final SyntheticTaker taker;
  final RfqSource source;
  final LoopbackServer server;
  final Auctions auctions;

  /** Each random source is split off in a fixed order, so that one does not disturb another. */
  Floor(RyskSimulatorConfig config, RyskMarket market, InstantSource clock) {
    SplittableRandom random = new SplittableRandom(config.seed());
    venue = new Venue(config, market, clock);
    links = new Links(venue);
    state = new StateThread(venue.agenda);
    catalog = new Catalog(venue);
    OTokens oTokens = new OTokens(venue);
    expiries = new Expiries(venue, oTokens);
    auctions = new Auctions(venue, random.split());
    TradeRecorder recorder = new TradeRecorder(venue, links, oTokens, expiries);
    Settlement settlement = new Settlement(venue, auctions, recorder, random.split());
    rivals = new Rivals(venue, auctions, random.split());
    taker = new SyntheticTaker(venue, auctions, settlement, random.split());
    source = new RfqSource(venue, catalog, taker, random.split());
    AccountDesk accounts = new AccountDesk(venue, oTokens);
    MarketPages pages = new MarketPages(venue, catalog);
    HistoryPage history = new HistoryPage(venue);
    MakerDesk makerDesk =
        new MakerDesk(
            venue,
            links,
            new QuoteDesk(venue, auctions),
            accounts,
            new TransferDesk(venue, oTokens));
    TakerDesk takerDesk = new TakerDesk(venue, auctions, catalog, pages, history, settlement);
    List.of(new RfqFeed(venue, links), makerDesk, takerDesk, taker, rivals)
        .forEach(auctions::watch);
    RateBudget budget = RateBudget.window(config.requestsPerSecond(), RATE_SPAN, clock);
    server =
        serve(
            new Conversation.Setting(venue, links, budget, state),
            makerDesk,
            takerDesk,
            new HttpDesk(venue, state, budget, pages, history, accounts, expiries));
  }

  private static LoopbackServer serve(
      Conversation.Setting setting, MakerDesk makerDesk, TakerDesk takerDesk, HttpDesk http) {
    return LoopbackServer.builder()
        .webSocket(MAKER, info -> new Conversation(setting, makerDesk))
        .webSocket(TAKER, info -> new Conversation(setting, takerDesk))
        .webSocket(RfqFeed.PREFIX, info -> new Conversation(setting, null))
        .get("/ping", http::handle)
        .get("/api", http::handle)
        .start();
  }

  /** Starts all that happens by itself. */
  void begin() {
    state.tell(
        () -> {
          venue.agenda.every(
              venue.config.timing().pingEvery(), () -> links.all().forEach(Link::ping));
          source.setFlow(venue.config.flow());
        });
    state.start();
  }
}
