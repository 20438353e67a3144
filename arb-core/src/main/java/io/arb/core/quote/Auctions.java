package io.arb.core.quote;

import io.arb.core.market.MarketView;
import io.arb.core.model.Command;
import io.arb.core.model.Instrument;
import io.arb.core.model.LedgerEntry;
import io.arb.core.model.Money;
import io.arb.core.model.Notice;
import io.arb.core.model.Price;
import io.arb.core.model.Quote;
import io.arb.core.model.QuoteNonce;
import io.arb.core.model.Rfq;
import io.arb.core.model.RfqId;
import io.arb.core.model.Side;
import io.arb.core.portfolio.Portfolio;
import io.arb.core.risk.Decision;
import io.arb.core.risk.RiskManager;
import io.arb.core.spi.IdSource;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All requests for quote that are being answered.
 *
 * <p>A request waits for a fresh price as long as its auction lasts. A bid that was beaten is
 * improved up to the reservation price. Every bid is reserved with the risk manager and recorded
 * before it leaves, and stays reserved until it cannot be taken: there is no taking back. Owned by
 * the engine thread.
 */
public final class Auctions {
  private final QuoteConfig config;
  private final Quoter quoter;
  private final MarketView market;
  private final Portfolio portfolio;
  private final RiskManager risk;
  private final IdSource ids;
  private final Duration grace;
  private final Map<RfqId, Auction> auctions = new LinkedHashMap<>();

  /**
   * Starts with no auction.
   *
   * @param grace how long after a quote's end its trade may still be reported
   */
  public Auctions(
      QuoteConfig config,
      MarketView market,
      Portfolio portfolio,
      RiskManager risk,
      IdSource ids,
      Duration grace) {
    this.config = config;
    this.quoter = new Quoter(config);
    this.market = market;
    this.portfolio = portfolio;
    this.risk = risk;
    this.ids = ids;
    this.grace = grace;
  }

  /**
   * A taker asks.
   *
   * @param closed why quoting is not possible at all now, in lower_snake_case; empty if it is
   */
  public List<Command> onRfq(Rfq rfq, Optional<String> closed, Instant now) {
    List<Command> commands = new ArrayList<>();
    if (isRepeat(rfq)) {
      return commands;
    }
    commands.add(announce(new Notice.RfqSeen(rfq)));
    if (rfq.takerSide() != Side.SELL) {
      decline(rfq.id(), "taker_buys", "we only bid", commands);
    } else if (closed.isPresent()) {
      decline(rfq.id(), closed.get(), "quoting is closed", commands);
    } else {
      Auction auction = new Auction(rfq);
      auctions.put(rfq.id(), auction);
      quoteFirst(auction, commands, now);
    }
    return commands;
  }

  private boolean isRepeat(Rfq rfq) {
    Auction known = auctions.get(rfq.id());
    return known != null
        && known.rfq().option().equals(rfq.option())
        && known.rfq().quantity().equals(rfq.quantity());
  }

  /** A price of {@code instrument} arrived: requests that waited for it may be answered. */
  public List<Command> onMarket(Instrument instrument, Optional<String> closed, Instant now) {
    List<Command> commands = new ArrayList<>();
    if (closed.isPresent()) {
      return commands;
    }
    for (Auction auction : List.copyOf(auctions.values())) {
      if (auction.isPending() && auction.rfq().option().equals(instrument) && auction.isOpen(now)) {
        quoteFirst(auction, commands, now);
      }
    }
    return commands;
  }

  private void quoteFirst(Auction auction, List<Command> commands, Instant now) {
    Rfq rfq = auction.rfq();
    switch (quoter.price(rfq.option(), rfq.quantity(), market, now)) {
      case Pricing.NoPrice none when none.transientReason() -> auction.waitFor(none);
      case Pricing.NoPrice none -> end(auction, none.reason(), none.detail(), commands);
      case Pricing.Priced priced -> {
        Optional<Decision.Refused> refused = offer(auction, priced, priced.target(), commands, now);
        refused.ifPresent(why -> end(auction, why.reason(), why.detail(), commands));
      }
    }
  }

  private Optional<Decision.Refused> offer(
      Auction auction, Pricing.Priced priced, Price bid, List<Command> commands, Instant now) {
    Rfq rfq = auction.rfq();
    Quote quote =
        new Quote(
            ids.nextQuoteNonce(now),
            rfq.id(),
            rfq.source(),
            rfq.option(),
            rfq.quantity(),
            bid,
            now.plus(config.validity()).truncatedTo(ChronoUnit.SECONDS));
    Decision decision =
        risk.reserve(
            quote,
            priced.delta(),
            quoter.cost(bid, rfq.quantity()),
            portfolio,
            portfolio.exposure(market, now));
    return switch (decision) {
      case Decision.Refused refused -> Optional.of(refused);
      case Decision.Reserved reserved -> {
        boolean improved = auction.sent() > 0;
        auction.add(quote);
        commands.add(new Command.WriteLedger(new LedgerEntry.QuoteRecorded(quote)));
        commands.add(new Command.SendQuote(quote));
        commands.add(
            announce(
                new Notice.QuoteMade(
                    quote, priced.hedgeBid(), quoter.edgeOf(bid, priced.hedgeBid()), improved)));
        yield Optional.empty();
      }
    };
  }

  /** A competitor bids {@code newBest}: improve while it pays, else let it go. */
  public List<Command> onOutbid(RfqId rfq, Price newBest, Optional<String> closed, Instant now) {
    List<Command> commands = new ArrayList<>();
    Auction auction = auctions.get(rfq);
    if (auction == null || auction.quotes().isEmpty()) {
      return commands;
    }
    Optional<String> lost = closed.isPresent() ? closed : improve(auction, newBest, commands, now);
    lost.ifPresent(
        reason -> {
          QuoteNonce last = auction.quotes().getLast().nonce();
          commands.add(announce(new Notice.QuoteLost(rfq, last, reason)));
        });
    return commands;
  }

  /** Sends a better bid, or says why not. */
  private Optional<String> improve(
      Auction auction, Price newBest, List<Command> commands, Instant now) {
    if (!auction.isOpen(now)) {
      return Optional.of("auction_over");
    }
    if (auction.sent() >= config.maxQuotesPerRfq()) {
      return Optional.of("max_quotes");
    }
    Rfq rfq = auction.rfq();
    return switch (quoter.price(rfq.option(), rfq.quantity(), market, now)) {
      case Pricing.NoPrice none -> Optional.of(none.reason());
      case Pricing.Priced priced ->
          quoter
              .improve(priced, newBest)
              .map(bid -> offer(auction, priced, bid, commands, now).map(Decision.Refused::reason))
              .orElse(Optional.of("above_reservation"));
    };
  }

  /** The quote cannot be taken: it was refused by the source or never left. */
  public List<Command> onQuoteDead(RfqId rfq, QuoteNonce nonce, String reason) {
    risk.release(nonce);
    Auction auction = auctions.get(rfq);
    if (auction != null) {
      auction.drop(nonce);
    }
    return List.of(announce(new Notice.QuoteLost(rfq, nonce, reason)));
  }

  /** The quote became a trade: its reservation is a position now. */
  public void onTaken(QuoteNonce nonce) {
    risk.release(nonce);
    Iterator<Auction> all = auctions.values().iterator();
    while (all.hasNext()) {
      Auction auction = all.next();
      if (auction.quotes().stream().anyMatch(quote -> quote.nonce().equals(nonce))) {
        // The taker has traded: the other bids of this auction are still signed, so they stay
        // reserved.
        all.remove();
      }
    }
  }

  /** Ends what has run out of time. */
  public List<Command> onTick(Instant now) {
    List<Command> commands = new ArrayList<>();
    for (Auction auction : List.copyOf(auctions.values())) {
      if (auction.isPending() && !auction.isOpen(now)) {
        Pricing.NoPrice why = auction.waitingFor();
        end(auction, why.reason(), why.detail(), commands);
      } else if (!auction.isPending() && auction.isOver(now, grace)) {
        auction.cancel();
        auctions.remove(auction.rfq().id());
      }
    }
    return commands;
  }

  public int open() {
    return auctions.size();
  }

  /** What a quote costs if it is taken: premium and the source's fee. */
  public Money cost(Quote quote) {
    return quoter.cost(quote.bid(), quote.quantity());
  }

  private void end(Auction auction, String reason, String detail, List<Command> commands) {
    auction.cancel();
    auctions.remove(auction.rfq().id());
    decline(auction.rfq().id(), reason, detail, commands);
  }

  private static void decline(RfqId rfq, String reason, String detail, List<Command> commands) {
    commands.add(announce(new Notice.RfqDeclined(rfq, reason, detail)));
  }

  private static Command announce(Notice notice) {
    return new Command.Announce(notice);
  }
}
