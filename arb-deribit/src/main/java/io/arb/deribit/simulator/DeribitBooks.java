package io.arb.deribit.simulator;

import io.arb.core.model.Instrument;
import io.arb.core.model.Money;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What the simulated exchange has on record, to be compared with a client's own account of it.
 * Prices and amounts are in the exchange's units. Immutable.
 *
 * @param customers by name
 * @param requests how often each method was called, refused calls included
 * @param refusals how often each error code was answered, injected ones included
 */
public record DeribitBooks(
    Map<String, Customer> customers, Map<String, Long> requests, Map<Integer, Long> refusals) {
  public DeribitBooks {
    customers = Map.copyOf(customers);
    requests = Map.copyOf(requests);
    refusals = Map.copyOf(refusals);
  }

  /**
   * The books of one customer.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public Customer customer(String name) {
    Customer found = customers.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "customer must be of " + customers.keySet() + ", got " + name);
    }
    return found;
  }

  /**
   * One customer.
   *
   * @param positions signed, by instrument name; none is zero
   * @param cash by currency: balance and what futures realised in this session
   * @param fees by currency, paid so far
   * @param tradeFeesUsd of trades alone, each at the index of its trade, rounded at 18 decimals
   * @param coins signed, by neutral instrument, both flavours of an option added up; inverse
   *     perpetuals are left out, since they are sized in USD
   * @param fills executions so far
   * @param traded bought and sold added up, by instrument name
   * @param openOrders oldest first
   */
  public record Customer(
      Map<String, BigDecimal> positions,
      Map<String, BigDecimal> cash,
      Map<String, BigDecimal> fees,
      Money tradeFeesUsd,
      Map<Instrument, Quantity> coins,
      int fills,
      Map<String, BigDecimal> traded,
      List<OpenOrder> openOrders) {
    public Customer {
      positions = Map.copyOf(positions);
      cash = Map.copyOf(cash);
      fees = Map.copyOf(fees);
      coins = Map.copyOf(coins);
      traded = Map.copyOf(traded);
      openOrders = List.copyOf(openOrders);
    }
  }

  /**
   * An order that can still trade.
   *
   * @param amount the total, fills included
   */
  public record OpenOrder(
      String orderId,
      String instrument,
      String label,
      Side side,
      BigDecimal amount,
      BigDecimal filled,
      BigDecimal price) {}
}
