package io.arb.core.spi;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arb.core.model.ClientOrderId;
import io.arb.core.model.ConnectionStatus;
import io.arb.core.model.Event;
import io.arb.core.model.ExchangeEvent.ExchangeStatusChanged;
import io.arb.core.model.ExchangeEvent.InstrumentsListed;
import io.arb.core.model.ExchangeEvent.OrderChanged;
import io.arb.core.model.ExchangeEvent.OrderFilled;
import io.arb.core.model.ExchangeEvent.OrderRejected;
import io.arb.core.model.ExchangeEvent.SnapshotTaken;
import io.arb.core.model.Fill;
import io.arb.core.model.Instrument;
import io.arb.core.model.InstrumentSpec;
import io.arb.core.model.Level;
import io.arb.core.model.Option;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.OrderStatus;
import io.arb.core.model.OrderUpdate;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import io.arb.core.model.TimeInForce;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A venue, an adapter in front of it, what the adapter reports, and the orders and waits that most
 * rules need. Made for each rule anew; for the test's thread.
 */
public final class ContractBench implements AutoCloseable {
  private static final Quantity ONE = Quantity.of("1");
  private static final int MOST_SNAPSHOTS = 500;

  private final ContractVenue venue;
  private final EventLog log;
  private Exchange exchange;

  ContractBench(ContractVenue venue) {
    this.venue = venue;
    this.log = new EventLog(venue.patience());
    this.exchange = venue.connect(log);
  }

  public ContractVenue venue() {
    return venue;
  }

  public Exchange exchange() {
    return exchange;
  }

  public EventLog log() {
    return log;
  }

  public Perpetual perpetual() {
    return venue.perpetual();
  }

  public Option option() {
    return venue.option();
  }

  /** Goes on only if the venue claims a capability. */
  public ContractBench claiming(Capability capability) {
    assumeTrue(venue.capabilities().contains(capability), () -> capability + " is not claimed");
    return this;
  }

  /** Goes on only if the venue can make a trouble. */
  public ContractBench with(ContractVenue.Trouble trouble) {
    assumeTrue(venue.troubles().contains(trouble), () -> trouble + " cannot be made here");
    return this;
  }

  /** Takes another adapter, one that asks for cancel-on-disconnect. */
  public ContractBench cancelling() {
    exchange.close();
    exchange = venue.connectCancelling(log);
    return this;
  }

  /** Starts the adapter and waits until it may trade. */
  public ContractBench live() {
    exchange.start();
    awaitLive(1);
    return this;
  }

  /** Takes the venue away. */
  public ContractBench down() {
    venue.refuseConnections();
    awaitDown();
    return this;
  }

  /** Waits until the adapter has reported LIVE so many times. */
  public void awaitLive(int count) {
    log.await(ExchangeStatusChanged.class, e -> e.status() == ConnectionStatus.LIVE, count);
  }

  /** Waits for the first DOWN. */
  public ExchangeStatusChanged awaitDown() {
    return log.await(ExchangeStatusChanged.class, e -> e.status() == ConnectionStatus.DOWN);
  }

  public OrderUpdate awaitUpdate(ClientOrderId id, OrderStatus status) {
    return awaitUpdate(id, update -> update.status() == status);
  }

  public OrderUpdate awaitUpdate(ClientOrderId id, Predicate<OrderUpdate> condition) {
    return log.await(OrderChanged.class, e -> isOf(e, id) && condition.test(e.update())).update();
  }

  private static boolean isOf(OrderChanged event, ClientOrderId id) {
    return event.update().id().filter(id::equals).isPresent();
  }

  public OrderRejected awaitRejected(OrderRequest order) {
    return log.await(OrderRejected.class, e -> e.id().equals(order.id()));
  }

  /** Whether a rejection of the order was reported so far. */
  public boolean isRejected(OrderRequest order) {
    return !log.all(OrderRejected.class, e -> e.id().equals(order.id())).isEmpty();
  }

  /** Waits until an order is known to be open or known not to exist. */
  public Event awaitVerdict(OrderRequest order) {
    return log.await(
        Event.class,
        event ->
            switch (event) {
              case OrderChanged changed -> isOf(changed, order.id());
              case OrderRejected rejected -> rejected.id().equals(order.id());
              default -> false;
            });
  }

  public Fill awaitFill(ClientOrderId id) {
    return log.await(OrderFilled.class, e -> e.fill().order().filter(id::equals).isPresent())
        .fill();
  }

  /** The fills of an order so far, each once, as a reader who trusts their ids would count them. */
  public Collection<Fill> fills(ClientOrderId id) {
    Map<Object, Fill> byId = new LinkedHashMap<>();
    log.all(OrderFilled.class, e -> e.fill().order().filter(id::equals).isPresent())
        .forEach(e -> byId.put(e.fill().id(), e.fill()));
    return byId.values();
  }

  /** The sum of {@link #fills}. */
  public Quantity filled(ClientOrderId id) {
    return fills(id).stream().map(Fill::quantity).reduce(Quantity.ZERO, Quantity::plus);
  }

  /** Asks for snapshots until one shows no open order. */
  public void awaitNothingOpen() {
    for (int count = 1; count <= MOST_SNAPSHOTS; count++) {
      exchange.snapshot();
      if (log.await(SnapshotTaken.class, e -> true, count).snapshot().openOrders().isEmpty()) {
        return;
      }
    }
    throw new AssertionError("still open: " + venue.openLabels());
  }

  /** Places an order and waits until it rests. */
  public OrderRequest placed(OrderRequest order) {
    exchange.place(order);
    awaitUpdate(order.id(), OrderStatus.OPEN);
    return order;
  }

  /** A post-only order of one unit, one percent behind the best price of its side. */
  public OrderRequest resting(Instrument instrument, Side side) {
    Price best = venue.book(instrument).against(side.opposite()).getFirst().price();
    BigDecimal away = new BigDecimal(side == Side.BUY ? "-100" : "100");
    Price limit = best.movedBps(away).passiveTo(Price.of("1"), side);
    return order(instrument, side, ONE, limit, TimeInForce.POST_ONLY);
  }

  /** A resting bid for one perpetual. */
  public OrderRequest bid() {
    return resting(perpetual(), Side.BUY);
  }

  /** A post-only bid for one perpetual, one tick under the best ask. */
  public OrderRequest bestBid() {
    Price limit = bestAsk(perpetual()).price().plusClamped(spec(perpetual()).tick().usd().negate());
    return order(perpetual(), Side.BUY, ONE, limit, TimeInForce.POST_ONLY);
  }

  /** A post-only bid at the best ask. */
  public OrderRequest crossing() {
    Price ask = bestAsk(perpetual()).price();
    return order(perpetual(), Side.BUY, ONE, ask, TimeInForce.POST_ONLY);
  }

  /** An order of one unit that trades at once with the best of the other side. */
  public OrderRequest taking(Instrument instrument, Side side) {
    Price limit = venue.book(instrument).against(side).getFirst().price();
    return order(instrument, side, ONE, limit, TimeInForce.IMMEDIATE_OR_CANCEL);
  }

  public Level bestAsk(Instrument instrument) {
    return venue.book(instrument).bestAsk().orElseThrow();
  }

  public OrderRequest order(
      Instrument instrument, Side side, Quantity quantity, Price limit, TimeInForce timeInForce) {
    Instant rejectAfter = venue.now().plus(Duration.ofMinutes(1));
    return new OrderRequest(
        venue.nextId(), instrument, side, quantity, limit, timeInForce, false, rejectAfter);
  }

  /** Somebody sells to our bids at {@code order}'s limit. */
  public void sellTo(OrderRequest order, String quantity) {
    venue.trade(order.instrument(), Side.SELL, Quantity.of(quantity), order.limit());
  }

  /** The listing of an instrument, as the adapter reported it. */
  public InstrumentSpec spec(Instrument instrument) {
    return log.await(InstrumentsListed.class).specs().stream()
        .filter(spec -> spec.instrument().equals(instrument))
        .findFirst()
        .orElseThrow();
  }

  /** The place of the first event of a type in the log; -1 if there is none. */
  public int indexOf(Class<? extends Event> type) {
    return types().indexOf(type);
  }

  /** The place of the last event of a type in the log; -1 if there is none. */
  public int lastIndexOf(Class<? extends Event> type) {
    return types().lastIndexOf(type);
  }

  private List<?> types() {
    return log.all().stream().map(Object::getClass).toList();
  }

  @Override
  public void close() {
    exchange.close();
    venue.close();
  }
}
