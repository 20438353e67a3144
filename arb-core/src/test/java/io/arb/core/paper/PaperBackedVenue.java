package io.arb.core.paper;

import io.arb.core.model.ClientOrderId;
import io.arb.core.model.Instrument;
import io.arb.core.model.Money;
import io.arb.core.model.Option;
import io.arb.core.model.OrderBook;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.QuoteNonce;
import io.arb.core.model.Side;
import io.arb.core.spi.ContractVenue;
import io.arb.core.spi.IdSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A contract venue whose truth is a {@link PaperVenue}, as that of all simulators is: market,
 * orders and time. How an adapter reaches it, and how that goes wrong, is the subclass's.
 */
public abstract class PaperBackedVenue implements ContractVenue {
  private static final AccountId OTHERS = new AccountId("others");
  private static final Money CASH = Money.of("200000");
  private static final Price STRIKE = Price.of("2200");
  private static final int DEPTH = 5;

  // Immutable, and slower to read than most rules are to test.
  private static final PaperMarketConfig MARKET = PaperMarketConfig.eth(1);
  private static final PricePath PATH = PricePath.recordedEth(MARKET.seed());
  private static final OptionChain CHAIN = OptionChain.recordedEth();

  private final TurnableClock clock = new TurnableClock("2026-11-23T12:00:00Z");
  private final AtomicLong lastStamp = new AtomicLong(clock.instant().toEpochMilli() * 1_000_000);
  private final PaperVenue venue =
      new PaperVenue(
          new PaperMarket(MARKET, clock, PATH, CHAIN),
          VenueRules.standard(),
          LiquidityProfile.makersOnly(),
          1);
  private final AccountId ours;

  /**
   * Opens the market.
   *
   * @param ours the account that the adapter trades; whoever makes it pays in {@link #cash}
   */
  protected PaperBackedVenue(AccountId ours) {
    this.ours = ours;
    venue.deposit(OTHERS, CASH);
  }

  /** What our account should begin with. */
  protected static Money cash() {
    return CASH;
  }

  protected final PaperVenue venue() {
    return venue;
  }

  /** The venue's clock, which stands still between two refreshes. */
  protected final InstantSource clock() {
    return clock;
  }

  /** Numbers for an adapter under contract, of the same sequence as {@link #nextId}. */
  public final IdSource ids() {
    return new IdSource() {
      @Override
      public QuoteNonce nextQuoteNonce(Instant now) {
        return new QuoteNonce(lastStamp.addAndGet(1_000));
      }

      @Override
      public ClientOrderId nextOrderId(Instant now) {
        return nextId();
      }
    };
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public ClientOrderId nextId() {
    return new ClientOrderId(lastStamp.addAndGet(1_000));
  }

  @Override
  public Perpetual perpetual() {
    return venue.market().perpetual();
  }

  @Override
  public Option option() {
    return venue.market().options(now()).stream()
        .filter(option -> option.strike().equals(STRIKE) && book(option).isUsable())
        .findFirst()
        .orElseThrow();
  }

  @Override
  public OrderBook book(Instrument instrument) {
    return venue.book(instrument, DEPTH);
  }

  @Override
  public List<String> openLabels() {
    return venue.openOrders(ours).stream().map(order -> order.request().label()).toList();
  }

  @Override
  public void trade(Instrument instrument, Side takerSide, Quantity quantity, Price limit) {
    var unused =
        venue.place(
            OTHERS,
            VenueOrderRequest.limit(
                instrument, takerSide, quantity, limit, Lifetime.IMMEDIATE_OR_CANCEL));
  }

  @Override
  public void placeByHand(Instrument instrument, Side side, Quantity quantity, Price limit) {
    var unused =
        venue.place(
            ours,
            VenueOrderRequest.limit(instrument, side, quantity, limit, Lifetime.GOOD_TILL_CANCELLED)
                .labelled("by hand"));
  }

  @Override
  public void refreshMarket() {
    venue.advance(clock.turn(Duration.ofSeconds(20)));
  }
}
