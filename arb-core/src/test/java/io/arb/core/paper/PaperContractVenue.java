package io.arb.core.paper;

import io.arb.core.model.ClientOrderId;
import io.arb.core.model.Instrument;
import io.arb.core.model.Money;
import io.arb.core.model.Option;
import io.arb.core.model.OrderBook;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import io.arb.core.spi.Capability;
import io.arb.core.spi.ContractVenue;
import io.arb.core.spi.EventSink;
import io.arb.core.spi.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The paper venue as the exchange contract wants it. */
final class PaperContractVenue implements ContractVenue {
  private static final AccountId OURS = new AccountId("ours");
  private static final AccountId OTHERS = new AccountId("others");
  private static final int DEPTH = 5;

  private final TurnableClock clock = new TurnableClock("2026-11-23T12:00:00Z");
  private final PaperVenue venue =
      new PaperVenue(
          new PaperMarket(PaperMarketConfig.eth(1), clock),
          VenueRules.standard(),
          LiquidityProfile.makersOnly(),
          1);
  private final PaperLink link = new PaperLink();
  private long lastStamp = 1_000;

  PaperContractVenue() {
    venue.deposit(OURS, Money.of("100000"));
    venue.deposit(OTHERS, Money.of("100000"));
  }

  @Override
  public Set<Capability> capabilities() {
    return new PaperExchangeProvider().capabilities();
  }

  @Override
  public Exchange connect(EventSink sink) {
    return new PaperExchange(venue, OURS, sink, link);
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public ClientOrderId nextId() {
    lastStamp += 1_000;
    return new ClientOrderId(lastStamp);
  }

  @Override
  public Perpetual perpetual() {
    return venue.market().perpetual();
  }

  @Override
  public Option option() {
    return venue.market().options(now()).stream()
        .filter(option -> book(option).isUsable())
        .filter(option -> option.strike().equals(Price.of("2200")))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public OrderBook book(Instrument instrument) {
    return venue.book(instrument, DEPTH);
  }

  @Override
  public List<String> openLabels() {
    return venue.openOrders(OURS).stream().map(order -> order.request().label()).toList();
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
            OURS,
            VenueOrderRequest.limit(instrument, side, quantity, limit, Lifetime.GOOD_TILL_CANCELLED)
                .labelled("by hand"));
  }

  @Override
  public void refreshMarket() {
    venue.advance(clock.turn(Duration.ofSeconds(20)));
  }

  @Override
  public void breakConnection() {
    link.breakDown();
    link.comeBack();
  }

  @Override
  public void refuseConnections() {
    link.breakDown();
  }

  @Override
  public void allowConnections() {
    link.comeBack();
  }

  @Override
  public void breakDuringNextOrder(boolean arrives) {
    link.breakDuringNextOrder(arrives);
  }

  @Override
  public void deliverLateOrder() {
    link.deliverLate();
  }

  @Override
  public void close() {
    // nothing runs by itself
  }
}
