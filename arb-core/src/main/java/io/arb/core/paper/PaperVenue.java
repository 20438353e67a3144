package io.arb.core.paper;

import io.arb.core.model.Instrument;
import io.arb.core.model.InstrumentSpec;
import io.arb.core.model.Money;
import io.arb.core.model.OrderBook;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import io.arb.core.model.Ticker;
import io.arb.core.model.VenueOrderId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * An exchange in memory: accounts, order books, matching, fees, margin and settlement, with
 * synthetic makers and takers. The simulated exchanges translate its words into their protocols.
 *
 * <p>Safe from any thread: one lock makes every call one step, {@link #answering} several. Nothing
 * moves by itself: the market, the makers and expiries move in {@link #advance}. Positions and
 * money are conserved: over all accounts, the synthetic ones included, positions add up to zero and
 * cash, perpetual quotes and fees to what was deposited. Funding of perpetuals is not played.
 */
public final class PaperVenue {
  private final Floor floor;
  private final Steps steps;
  private final Margin margin;
  private final Admission admission;
  private final OrderEntry entry;
  private final Settlement settlement;
  private final LiquidityProvider makers;
  private final TakerFlow takers;
  private Instant advancedTo;

  /**
   * Lists the market's perpetual and unexpired options, and quotes them.
   *
   * @param seed of ids, sizes and takers
   */
  public PaperVenue(PaperMarket market, VenueRules rules, LiquidityProfile liquidity, long seed) {
    advancedTo = market.now();
    floor = new Floor(market, rules, seed);
    steps = new Steps(floor.outbox());
    margin = new Margin(market);
    Execution execution = new Execution(floor);
    admission = new Admission(floor, margin);
    entry = new OrderEntry(floor, admission, execution);
    settlement = new Settlement(floor, execution);
    makers = new LiquidityProvider(floor, execution, liquidity, seed + 1);
    takers = new TakerFlow(floor, execution, liquidity, market.pathSeconds(advancedTo), seed + 2);
    floor.list(market.perpetual());
    market.options(advancedTo).forEach(floor::list);
    advance(advancedTo);
  }

  public PaperMarket market() {
    return floor.market();
  }

  public VenueRules rules() {
    return floor.rules();
  }

  /** Every instrument listed so far, expired ones as not active. */
  public List<InstrumentSpec> instruments() {
    return steps.step(() -> List.copyOf(floor.specs().values()));
  }

  public Optional<InstrumentSpec> spec(Instrument instrument) {
    return steps.step(() -> Optional.ofNullable(floor.specs().get(instrument)));
  }

  /** Opens an account, or adds to its cash. */
  public void deposit(AccountId account, Money cash) {
    steps.run(
        () -> {
          Account opened = floor.openAccount(account, false);
          opened.deposit(cash, floor.outbox().balances(opened));
        });
  }

  /**
   * The first reason for which {@code request} would be refused before it meets the book, which is
   * every {@link Refusal} before SELF_CROSS; nothing is changed.
   */
  public Optional<Placement.Refused> check(AccountId account, VenueOrderRequest request) {
    return steps.step(() -> admission.check(floor.account(account), request, present()));
  }

  public Placement place(AccountId account, VenueOrderRequest request) {
    return steps.step(
        () -> entry.place(floor.account(account), request, Optional.empty(), present()));
  }

  /**
   * Cancels one order and places another; no other operation runs between the two. If the new one
   * is refused, the old one stays cancelled.
   *
   * @param expectedFilled what the old order must have traded; empty: anything
   */
  public Replacement replace(
      AccountId account,
      VenueOrderId target,
      Optional<Quantity> expectedFilled,
      VenueOrderRequest request) {
    return steps.step(
        () -> entry.replace(floor.account(account), target, expectedFilled, request, present()));
  }

  /** The cancelled order; empty if no such order of the account is open. */
  public Optional<VenueOrder> cancel(AccountId account, VenueOrderId id, EndReason reason) {
    return cancelWhere(account, reason, order -> order.id().equals(id)).stream().findFirst();
  }

  /** Cancels the open orders with a label, of one instrument or of all. */
  public List<VenueOrder> cancelByLabel(
      AccountId account, String label, Optional<Instrument> instrument) {
    return cancelWhere(
        account,
        EndReason.USER_REQUEST,
        order ->
            order.request().label().equals(label)
                && instrument.map(order.request().instrument()::equals).orElse(true));
  }

  /** Cancels the open orders of one instrument. */
  public List<VenueOrder> cancelByInstrument(AccountId account, Instrument instrument) {
    return cancelWhere(
        account, EndReason.USER_REQUEST, order -> order.request().instrument().equals(instrument));
  }

  public List<VenueOrder> cancelAll(AccountId account, EndReason reason) {
    return cancelWhere(account, reason, order -> true);
  }

  private List<VenueOrder> cancelWhere(
      AccountId account, EndReason reason, Predicate<LiveOrder> condition) {
    return steps.step(() -> entry.cancel(floor.account(account), reason, condition, present()));
  }

  /** A client's order, open or not. */
  public Optional<VenueOrder> order(VenueOrderId id) {
    return steps.step(() -> floor.order(id).map(LiveOrder::snapshot));
  }

  /** Oldest first. */
  public List<VenueOrder> openOrders(AccountId account) {
    return steps.step(
        () -> floor.account(account).openOrders().stream().map(LiveOrder::snapshot).toList());
  }

  /** Every order that the account ever had, open ones included, oldest first. */
  public List<VenueOrder> orderHistory(AccountId account) {
    return steps.step(
        () -> floor.account(account).orders().values().stream().map(LiveOrder::snapshot).toList());
  }

  /** Oldest first. */
  public List<VenueFill> fills(AccountId account, FillFilter filter) {
    return steps.step(
        () -> floor.account(account).fills().stream().filter(filter::matches).toList());
  }

  /** Positions that are not zero, in the order in which they were opened. */
  public Map<Instrument, VenuePosition> positions(AccountId account) {
    return steps.step(() -> floor.account(account).positions());
  }

  /** USD, without the open profit of perpetuals and the value of options. */
  public Money cash(AccountId account) {
    return steps.step(() -> floor.account(account).cash());
  }

  public MarginReport margin(AccountId account) {
    return steps.step(() -> margin.report(floor.account(account), present()));
  }

  /** All accounts, the venue's synthetic ones included. */
  public List<AccountId> accounts() {
    return steps.step(floor::accountIds);
  }

  /** What all accounts together have paid. */
  public Money feesCollected() {
    return steps.step(floor::feesCollected);
  }

  /**
   * The best {@code depth} levels of each side, sizes summed per price; empty for an instrument
   * that is not traded.
   */
  public OrderBook book(Instrument instrument, int depth) {
    return steps.step(
        () -> {
          Instant now = present();
          Book book = floor.openBook(instrument, now).orElseGet(() -> new Book(instrument));
          return new OrderBook(
              instrument, book.levels(Side.BUY, depth), book.levels(Side.SELL, depth), now, now);
        });
  }

  public Ticker ticker(Instrument instrument) {
    return floor.market().ticker(instrument, steps.step(this::present));
  }

  public PriceBand band(Instrument instrument) {
    return steps.step(() -> floor.band(instrument, present()));
  }

  /** The newest trades of an instrument, at most 1000, oldest first. */
  public List<PublicTrade> publicTrades(Instrument instrument) {
    return steps.step(() -> List.copyOf(floor.tape(instrument)));
  }

  /** The price at which options of {@code expiry} were settled; empty until they were. */
  public Optional<Price> settlementPrice(Instant expiry) {
    return steps.step(() -> Optional.ofNullable(floor.settlements().get(expiry)));
  }

  /**
   * Brings the market to {@code now}: ends what has expired, moves the makers' quotes, filling
   * clients' orders that the market has passed, and lets takers trade. Going back does nothing.
   */
  public void advance(Instant now) {
    steps.run(
        () -> {
          if (now.isBefore(advancedTo)) {
            return;
          }
          advancedTo = now;
          settlement.run(now);
          floor.books().values().forEach(book -> makers.requote(book, now));
          takers.run(now);
          floor.outbox().advanced(now);
        });
  }

  /** The later of the clock and the last advance. */
  private Instant present() {
    Instant clock = floor.market().now();
    return clock.isBefore(advancedTo) ? advancedTo : clock;
  }

  public void addListener(VenueListener listener) {
    floor.outbox().add(listener);
  }

  public void removeListener(VenueListener listener) {
    floor.outbox().remove(listener);
  }

  /**
   * Runs {@code operation}, which may call this venue several times, as one step: nothing of
   * anybody else comes between. Then {@code answer} hears its result, and only after that the
   * listeners hear what it did, so that a reply always precedes its notifications. If the operation
   * throws, there is no answer and the exception reaches the caller.
   */
  public <T> void answering(Supplier<T> operation, Consumer<T> answer) {
    steps.answering(operation, answer);
  }
}
