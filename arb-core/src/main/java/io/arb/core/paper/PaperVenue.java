package io.arb.core.paper;

import io.arb.core.model.Instrument;
import io.arb.core.model.InstrumentSpec;
import io.arb.core.model.Money;
import io.arb.core.model.OrderBook;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Ticker;
import io.arb.core.model.VenueOrderId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** An exchange in memory. */
@SuppressWarnings("DoNotCallSuggester") // the engine behind it follows
public final class PaperVenue {
  private final PaperMarket market;

  public PaperVenue(PaperMarket market, VenueRules rules, LiquidityProfile liquidity, long seed) {
    this.market = market;
  }

  private static IllegalStateException missing() {
    return new IllegalStateException("not built yet");
  }

  public PaperMarket market() {
    return market;
  }

  public VenueRules rules() {
    throw missing();
  }

  /** Every instrument listed so far, expired ones as not active. */
  public List<InstrumentSpec> instruments() {
    throw missing();
  }

  public Optional<InstrumentSpec> spec(Instrument instrument) {
    throw missing();
  }

  /** Opens an account, or adds to its cash. */
  public void deposit(AccountId account, Money cash) {
    throw missing();
  }

  public Placement place(AccountId account, VenueOrderRequest request) {
    throw missing();
  }

  /** Cancels one order and places another; no other operation runs between the two. */
  public Replacement replace(
      AccountId account,
      VenueOrderId target,
      Optional<Quantity> expectedFilled,
      VenueOrderRequest request) {
    throw missing();
  }

  /** The cancelled order; empty if no such order of the account is open. */
  public Optional<VenueOrder> cancel(AccountId account, VenueOrderId id, EndReason reason) {
    throw missing();
  }

  public List<VenueOrder> cancelByLabel(
      AccountId account, String label, Optional<Instrument> instrument) {
    throw missing();
  }

  public List<VenueOrder> cancelByInstrument(AccountId account, Instrument instrument) {
    throw missing();
  }

  public List<VenueOrder> cancelAll(AccountId account, EndReason reason) {
    throw missing();
  }

  public Optional<VenueOrder> order(VenueOrderId id) {
    throw missing();
  }

  public List<VenueOrder> openOrders(AccountId account) {
    throw missing();
  }

  /** Every order that the account ever had, open ones included, oldest first. */
  public List<VenueOrder> orderHistory(AccountId account) {
    throw missing();
  }

  /** Oldest first. */
  public List<VenueFill> fills(AccountId account, FillFilter filter) {
    throw missing();
  }

  public Map<Instrument, VenuePosition> positions(AccountId account) {
    throw missing();
  }

  public Money cash(AccountId account) {
    throw missing();
  }

  public MarginReport margin(AccountId account) {
    throw missing();
  }

  /** The best {@code depth} levels of each side, sizes summed per price. */
  public OrderBook book(Instrument instrument, int depth) {
    throw missing();
  }

  public Ticker ticker(Instrument instrument) {
    throw missing();
  }

  public PriceBand band(Instrument instrument) {
    throw missing();
  }

  /** The newest trades of an instrument, at most 1000, oldest first. */
  public List<PublicTrade> publicTrades(Instrument instrument) {
    throw missing();
  }

  /** The price at which options of {@code expiry} were settled; empty until they were. */
  public Optional<Price> settlementPrice(Instant expiry) {
    throw missing();
  }

  /** Brings the market to {@code now}. */
  public void advance(Instant now) {
    throw missing();
  }

  public void addListener(VenueListener listener) {
    throw missing();
  }

  public void removeListener(VenueListener listener) {
    throw missing();
  }

  /**
   * Runs {@code operation}, which may call this venue several times, as one step: nothing of
   * anybody else comes between. Then {@code answer} hears its result, and only after that the
   * listeners hear what it did, so that a reply always precedes its notifications.
   */
  public <T> void answering(Supplier<T> operation, Consumer<T> answer) {
    throw missing();
  }
}
