package io.arb.core.hedge;

import io.arb.core.model.ClientOrderId;
import io.arb.core.model.Command;
import io.arb.core.model.ExchangeEvent;
import io.arb.core.model.Fill;
import io.arb.core.model.FillId;
import io.arb.core.model.Instrument;
import io.arb.core.model.Liquidity;
import io.arb.core.model.Money;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.OrderStatus;
import io.arb.core.model.OrderUpdate;
import io.arb.core.model.Quantity;
import io.arb.core.model.Rejection;
import io.arb.core.model.TimeInForce;
import io.arb.core.model.VenueOrderId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A venue that is always honest about what happened when it answers, and otherwise does what real
 * ones do at their worst: loses requests, answers and fills, refuses, delays, repeats, reorders.
 * Its own books are the truth that tests compare with.
 */
final class RandomVenue {
  /** One order as the venue has it. */
  static final class Order {
    final OrderRequest request;
    final List<Fill> fills = new ArrayList<>();
    OrderStatus status = OrderStatus.OPEN;
    Quantity filled = Quantity.ZERO;

    Order(OrderRequest request) {
      this.request = request;
    }

    boolean isOpen() {
      return status == OrderStatus.OPEN;
    }
  }

  private final SplittableRandom random;
  private final int trouble;
  private final Map<ClientOrderId, Order> orders = new LinkedHashMap<>();
  private final Map<ClientOrderId, OrderRequest> onTheirWay = new LinkedHashMap<>();
  private final Set<ClientOrderId> burned = new LinkedHashSet<>();
  private final Set<ClientOrderId> everSent = new LinkedHashSet<>();
  private final List<ExchangeEvent> outgoing = new ArrayList<>();
  private Instant now = Instant.EPOCH;
  private int fillCount;

  /**
   * Starts with an empty book.
   *
   * @param trouble how often something goes wrong, percent
   */
  RandomVenue(SplittableRandom random, int trouble) {
    this.random = random;
    this.trouble = trouble;
  }

  /** True if an order can still trade or still arrive. */
  boolean mayTrade(ClientOrderId id) {
    Order order = orders.get(id);
    return onTheirWay.containsKey(id) || (order != null && order.isOpen());
  }

  Collection<Order> orders() {
    return orders.values();
  }

  /** Signed sum of all executions in an instrument. */
  Quantity traded(Instrument instrument, Collection<ClientOrderId> ids) {
    Quantity sum = Quantity.ZERO;
    for (Order order : orders.values()) {
      if (order.request.instrument().equals(instrument) && ids.contains(order.request.id())) {
        sum = sum.plus(order.filled.signed(order.request.side()));
      }
    }
    return sum;
  }

  void take(Command command, Instant at) {
    now = at;
    switch (command) {
      case Command.PlaceOrder(OrderRequest request) -> place(request);
      case Command.ReplaceOrder replace -> replace(replace);
      case Command.CancelOrder cancel -> cancel(cancel.id());
      case Command.ResolveOrder resolve -> resolve(resolve.id());
      case Command.WriteLedger c -> {}
      case Command.SendQuote c -> {}
      case Command.TakeSnapshot c -> {}
      case Command.AskSource c -> {}
      case Command.RecoverTrade c -> {}
      case Command.Watch c -> {}
      case Command.Announce c -> {}
    }
  }

  /** Lets time pass: late orders arrive, resting ones trade or are taken away. */
  void live(Instant at) {
    now = at;
    for (OrderRequest late : List.copyOf(onTheirWay.values())) {
      if (chance(30)) {
        onTheirWay.remove(late.id());
        accept(late, true);
      }
    }
    for (Order order : List.copyOf(orders.values())) {
      if (order.isOpen() && chance(15)) {
        trade(order, someOf(order));
      } else if (order.isOpen() && isTroubled() && chance(10)) {
        end(order, OrderStatus.CANCELLED, isTroubled());
      }
    }
  }

  /** Some of the messages, in any sequence, some of them again. */
  List<ExchangeEvent> deliver() {
    List<ExchangeEvent> delivered = new ArrayList<>();
    for (ExchangeEvent event : List.copyOf(outgoing)) {
      if (chance(60)) {
        delivered.add(random.nextInt(delivered.size() + 1), event);
        if (!chance(15)) {
          outgoing.remove(event);
        }
      }
    }
    return delivered;
  }

  /** The connection breaks: resting orders are cancelled, messages under way may be lost. */
  void disconnect() {
    orders.values().stream()
        .filter(Order::isOpen)
        .forEach(o -> end(o, OrderStatus.CANCELLED, true));
    outgoing.removeIf(event -> chance(50));
  }

  private void place(OrderRequest request) {
    if (!everSent.add(request.id())) {
      throw new AssertionError("sent twice: " + request);
    }
    if (!isTroubled()) {
      accept(request, false);
      return;
    }
    switch (random.nextInt(5)) {
      case 0 -> reject(request);
      case 1 -> mayTellUnknown(request);
      case 2 -> {
        onTheirWay.put(request.id(), request);
        mayTellUnknown(request);
      }
      case 3 -> {
        accept(request, true);
        mayTellUnknown(request);
      }
      default -> accept(request, false);
    }
  }

  private void reject(OrderRequest request) {
    Rejection[] all = Rejection.values();
    burned.add(request.id());
    send(new ExchangeEvent.OrderRejected(request.id(), all[random.nextInt(all.length)], "random"));
  }

  private void mayTellUnknown(OrderRequest request) {
    if (chance(50)) {
      send(new ExchangeEvent.OrderOutcomeUnknown(request.id(), "random"));
    }
  }

  private void accept(OrderRequest request, boolean silently) {
    if (burned.contains(request.id())) {
      return;
    }
    Order order = new Order(request);
    orders.put(request.id(), order);
    if (!silently) {
      report(order);
    }
    if (request.timeInForce() == TimeInForce.IMMEDIATE_OR_CANCEL) {
      trade(order, trouble == 0 || chance(50) ? request.quantity() : someOf(order));
      if (order.isOpen()) {
        end(order, OrderStatus.CANCELLED, silently);
      }
    }
  }

  private void cancel(ClientOrderId id) {
    Order order = orders.get(id);
    if (order == null || !order.isOpen()) {
      send(new ExchangeEvent.CancelRefused(id, "not open"));
    } else if (!isTroubled()) {
      end(order, OrderStatus.CANCELLED, false);
    } else if (chance(50)) {
      trade(order, someOf(order));
      if (order.isOpen()) {
        end(order, OrderStatus.CANCELLED, chance(50));
      }
    }
  }

  private void replace(Command.ReplaceOrder replace) {
    Order target = orders.get(replace.target());
    if (target == null || !target.isOpen() || !target.filled.equals(replace.expectedFilled())) {
      refuse(replace, Rejection.OTHER);
    } else if (isTroubled() && chance(20)) {
      refuse(replace, Rejection.RATE_LIMITED);
    } else {
      end(target, OrderStatus.CANCELLED, isTroubled());
      place(replace.replacement());
    }
  }

  private void refuse(Command.ReplaceOrder replace, Rejection rejection) {
    ClientOrderId id = replace.replacement().id();
    everSent.add(id);
    burned.add(id);
    send(new ExchangeEvent.ReplaceRefused(replace.target(), id, rejection, "random"));
  }

  private void resolve(ClientOrderId id) {
    if (isTroubled()) {
      if (chance(50)) {
        send(new ExchangeEvent.ResolveFailed(id, "random"));
      }
      return;
    }
    burned.add(id);
    onTheirWay.remove(id);
    Order order = orders.get(id);
    if (order == null) {
      send(new ExchangeEvent.OrderResolved(id, Optional.empty(), List.of()));
      return;
    }
    if (order.isOpen() && chance(50)) {
      end(order, OrderStatus.CANCELLED, true);
    }
    send(new ExchangeEvent.OrderResolved(id, Optional.of(update(order)), order.fills));
  }

  private void trade(Order order, Quantity quantity) {
    if (!quantity.isPositive()) {
      return;
    }
    Fill fill =
        new Fill(
            new FillId("f" + ++fillCount),
            Optional.of(order.request.id()),
            order.request.instrument(),
            order.request.side(),
            order.request.limit(),
            quantity,
            Money.ZERO,
            Liquidity.MAKER,
            now);
    order.fills.add(fill);
    order.filled = order.filled.plus(quantity);
    if (!isTroubled()) {
      send(new ExchangeEvent.OrderFilled(fill));
    }
    if (order.filled.equals(order.request.quantity())) {
      end(order, OrderStatus.FILLED, isTroubled());
    }
  }

  private void end(Order order, OrderStatus status, boolean silently) {
    order.status = status;
    if (!silently) {
      report(order);
    }
  }

  private void report(Order order) {
    send(new ExchangeEvent.OrderChanged(update(order)));
  }

  private OrderUpdate update(Order order) {
    OrderRequest request = order.request;
    return new OrderUpdate(
        Optional.of(request.id()),
        new VenueOrderId("v" + request.id().stamp()),
        request.instrument(),
        request.side(),
        request.quantity(),
        order.filled,
        request.limit(),
        order.status,
        "",
        now);
  }

  /** Between nothing and everything that is left, in hundredths. */
  private Quantity someOf(Order order) {
    Quantity left = order.request.quantity().minus(order.filled);
    int hundredths = left.units().movePointRight(2).intValueExact();
    return new Quantity(BigDecimal.valueOf(random.nextInt(hundredths + 1), 2));
  }

  private void send(ExchangeEvent event) {
    outgoing.add(event);
  }

  private boolean isTroubled() {
    return chance(trouble);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
