package io.arb.core.quote;

import io.arb.core.market.MarketView;
import io.arb.core.model.InstrumentSpec;
import io.arb.core.model.Liquidity;
import io.arb.core.model.Money;
import io.arb.core.model.Option;
import io.arb.core.model.OptionGreeks;
import io.arb.core.model.OrderBook;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import io.arb.core.model.Ticker;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/**
 * Prices a bid for {@code quantity} of an option so that buying it, paying the source's fee and
 * selling all of it into the hedge venue's bids at once, fees paid, leaves an edge:
 *
 * <pre>
 *   bid x (1 + source fee rate) = hedge bid after fees - edge
 *   edge = max(target spread x hedge bid, minimum edge)
 * </pre>
 *
 * Owned by the engine thread; decides only, keeps nothing.
 */
public final class Quoter {
  /** Bids have this many decimals: a hundredth of a cent is as fine as a premium needs. */
  private static final int BID_SCALE = 4;

  private final QuoteConfig config;

  public Quoter(QuoteConfig config) {
    this.config = config;
  }

  /**
   * Prices a bid for the whole {@code quantity} (positive) from the venue's book at {@code now}.
   */
  public Pricing price(Option option, Quantity quantity, MarketView market, Instant now) {
    if (option.isExpired(now)) {
      return new Pricing.NoPrice("expired", option + " expired at " + option.expiry(), false);
    }
    Optional<InstrumentSpec> spec = market.spec(option);
    if (spec.isEmpty()) {
      return new Pricing.NoPrice("not_listed", option + " is not listed on the hedge venue", false);
    }
    Optional<OrderBook> book = market.book(option, now);
    Optional<Ticker> ticker = market.ticker(option, now);
    Optional<OptionGreeks> greeks = ticker.flatMap(Ticker::greeks);
    if (book.isEmpty() || greeks.isEmpty()) {
      return new Pricing.NoPrice("no_fresh_price", "no fresh two-sided book of " + option, true);
    }
    Optional<Money> proceeds = book.get().cost(Side.SELL, quantity);
    if (proceeds.isEmpty()) {
      return new Pricing.NoPrice(
          "book_too_thin", "bids of " + option + " do not take " + quantity, true);
    }
    Price index = ticker.orElseThrow().index();
    return price(proceeds.get(), quantity, spec.get(), index, greeks.get().delta());
  }

  private Pricing price(
      Money proceeds, Quantity quantity, InstrumentSpec spec, Price index, BigDecimal delta) {
    Money fee = spec.fees().fee(Liquidity.TAKER, index, proceeds.per(quantity), quantity);
    Money net = proceeds.minus(fee);
    if (net.compareTo(Money.ZERO) <= 0) {
      return new Pricing.NoPrice("worthless", "the hedge would bring " + net + " USD", true);
    }
    Price hedgeBid = net.per(quantity);
    Optional<Price> target = bid(hedgeBid, edge(hedgeBid));
    Optional<Price> reservation = bid(hedgeBid, config.minEdge());
    if (target.isEmpty() || reservation.isEmpty()) {
      return new Pricing.NoPrice(
          "edge_too_small", "hedge bid " + hedgeBid + " leaves no edge", true);
    }
    return new Pricing.Priced(hedgeBid, target.get(), reservation.get(), delta);
  }

  private Money edge(Price hedgeBid) {
    BigDecimal fraction = config.targetSpreadBps().movePointLeft(4);
    return new Money(hedgeBid.usd().multiply(fraction)).max(config.minEdge());
  }

  /** The bid that leaves {@code edge}, rounded down; empty if that is not a price. */
  private Optional<Price> bid(Price hedgeBid, Money edge) {
    BigDecimal gross = hedgeBid.usd().subtract(edge.usd());
    BigDecimal onePlusFee = BigDecimal.ONE.add(config.sourceFeeRate());
    BigDecimal bid = gross.divide(onePlusFee, BID_SCALE, RoundingMode.FLOOR);
    return bid.signum() > 0 ? Optional.of(new Price(bid)) : Optional.empty();
  }

  /**
   * The bid that beats {@code newBest}, if it stays at or below the reservation price.
   *
   * @param newBest a competitor's bid
   */
  public Optional<Price> improve(Pricing.Priced pricing, Price newBest) {
    BigDecimal factor = BigDecimal.ONE.add(config.improveBps().movePointLeft(4));
    BigDecimal wanted = newBest.usd().multiply(factor).setScale(BID_SCALE, RoundingMode.CEILING);
    Price bid = new Price(wanted).max(pricing.target());
    return bid.compareTo(pricing.reservation()) <= 0 ? Optional.of(bid) : Optional.empty();
  }

  /** What a bid of ours costs if it is taken: premium and the source's fee. */
  public Money cost(Price bid, Quantity quantity) {
    return bid.times(quantity).times(BigDecimal.ONE.add(config.sourceFeeRate()));
  }

  /** USD per unit that {@code bid} leaves against {@code hedgeBid}. */
  public Money edgeOf(Price bid, Price hedgeBid) {
    BigDecimal allIn = bid.usd().multiply(BigDecimal.ONE.add(config.sourceFeeRate()));
    return new Money(hedgeBid.usd().subtract(allIn));
  }
}
