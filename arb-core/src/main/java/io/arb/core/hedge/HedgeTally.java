package io.arb.core.hedge;

import io.arb.core.model.Fill;
import io.arb.core.model.Money;
import io.arb.core.model.OrderPurpose;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All orders of one trade's hedge, and what they have traded. Owned by the engine thread. */
final class HedgeTally {
  private final List<OrderIntent> orders = new ArrayList<>();
  private final List<Fill> earlierOption = new ArrayList<>();
  private final List<Fill> earlierPerpetual = new ArrayList<>();

  void add(OrderIntent order) {
    orders.add(order);
  }

  /** A fill from before a restart, of an order that is over. */
  void addEarlier(OrderPurpose.Kind kind, Fill fill) {
    (kind == OrderPurpose.Kind.OPTION_HEDGE ? earlierOption : earlierPerpetual).add(fill);
  }

  List<OrderIntent> live() {
    return orders.stream().filter(OrderIntent::isLive).toList();
  }

  /** How much of the option is traded away, not negative. */
  Quantity optionFilled() {
    Stream<Quantity> earlier = earlierOption.stream().map(Fill::quantity);
    Stream<Quantity> ours = of(OrderPurpose.Kind.OPTION_HEDGE).map(OrderIntent::filled);
    return Stream.concat(earlier, ours).reduce(Quantity.ZERO, Quantity::plus);
  }

  /** What was traded in the perpetual, signed. */
  Quantity perpetualFilled() {
    Stream<Quantity> earlier =
        earlierPerpetual.stream().map(fill -> fill.quantity().signed(fill.side()));
    Stream<Quantity> ours =
        of(OrderPurpose.Kind.DELTA_HEDGE).map(order -> signed(order.filled(), order.side()));
    return Stream.concat(earlier, ours).reduce(Quantity.ZERO, Quantity::plus);
  }

  /** The average price of the option hedge; empty while nothing is traded. */
  Optional<Price> optionPrice() {
    Quantity filled = optionFilled();
    if (filled.isZero()) {
      return Optional.empty();
    }
    Stream<Money> earlier = earlierOption.stream().map(fill -> fill.price().times(fill.quantity()));
    Stream<Money> ours = of(OrderPurpose.Kind.OPTION_HEDGE).map(OrderIntent::traded);
    return Optional.of(Stream.concat(earlier, ours).reduce(Money.ZERO, Money::plus).per(filled));
  }

  private static Quantity signed(Quantity quantity, Side side) {
    return quantity.signed(side);
  }

  private Stream<OrderIntent> of(OrderPurpose.Kind kind) {
    return orders.stream().filter(order -> order.purpose().kind() == kind);
  }
}
