package io.arb.core.paper;

import io.arb.core.model.Instrument;
import io.arb.core.model.Money;
import io.arb.core.model.Option;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import io.arb.greeks.OptionType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What an account must be worth to carry its positions and open orders.
 *
 * <p>An approximation: a perpetual needs a fraction of its notional; a short option needs its value
 * after a stress of the index against it; a long option is paid for and counts for nothing. Open
 * orders are counted as if all buys, or all sells, traded at their limits, whichever is worse.
 * Owned by the venue's lock.
 */
final class Margin {
  private static final Rates INITIAL = new Rates(new BigDecimal("0.05"), 0.2);
  private static final Rates MAINTENANCE = new Rates(new BigDecimal("0.03"), 0.1);

  private final PaperMarket market;

  Margin(PaperMarket market) {
    this.market = market;
  }

  private record Rates(BigDecimal perpetualFraction, double stressFraction) {}

  /** An order that could trade. */
  record Pending(Instrument instrument, Side side, Quantity quantity, Price price) {
    static Pending of(LiveOrder order) {
      return new Pending(
          order.request().instrument(), order.side(), order.remaining(), order.limit());
    }
  }

  MarginReport report(Account account, Instant now) {
    List<Pending> pending = account.openOrders().stream().map(Pending::of).toList();
    Money initial = balance(account, List.of(), INITIAL, now);
    return new MarginReport(
        value(account, now),
        initial,
        worst(account, pending, now).min(initial).minus(initial),
        balance(account, List.of(), MAINTENANCE, now));
  }

  /** True if the account could bear {@code candidate} beside its open orders. */
  boolean allows(Account account, Pending candidate, Instant now) {
    List<Pending> pending =
        Stream.concat(account.openOrders().stream().map(Pending::of), Stream.of(candidate))
            .toList();
    return !worst(account, pending, now).isNegative();
  }

  private Money worst(Account account, List<Pending> pending, Instant now) {
    return balance(account, ofSide(pending, Side.BUY), INITIAL, now)
        .min(balance(account, ofSide(pending, Side.SELL), INITIAL, now));
  }

  private static List<Pending> ofSide(List<Pending> pending, Side side) {
    return pending.stream().filter(order -> order.side() == side).toList();
  }

  private Money value(Account account, Instant now) {
    Money value = account.cash();
    for (Map.Entry<Instrument, Holding> entry : account.holdings().entrySet()) {
      Price mark = market.fair(entry.getKey(), now);
      value = value.plus(entry.getValue().value(entry.getKey(), mark));
    }
    return value;
  }

  /** Value less requirement if all of {@code trading} traded at their prices. */
  private Money balance(Account account, List<Pending> trading, Rates rates, Instant now) {
    Map<Instrument, Quantity> quantities = new LinkedHashMap<>();
    Money balance = account.cash();
    for (Map.Entry<Instrument, Holding> entry : account.holdings().entrySet()) {
      quantities.put(entry.getKey(), entry.getValue().quantity());
      if (entry.getKey() instanceof Perpetual) {
        balance = balance.plus(entry.getValue().quote());
      }
    }
    for (Pending order : trading) {
      Quantity signed = order.quantity().signed(order.side());
      quantities.merge(order.instrument(), signed, Quantity::plus);
      balance = balance.minus(order.price().times(signed));
    }
    for (Map.Entry<Instrument, Quantity> entry : quantities.entrySet()) {
      balance = balance.plus(carried(entry.getKey(), entry.getValue(), rates, now));
    }
    return balance;
  }

  /** What a position adds: value less requirement. */
  private Money carried(Instrument instrument, Quantity quantity, Rates rates, Instant now) {
    return switch (instrument) {
      case Perpetual p -> {
        Price mark = market.fair(p, now);
        Money need = mark.times(quantity.abs()).times(rates.perpetualFraction());
        yield mark.times(quantity).minus(need);
      }
      case Option option ->
          quantity.isNegative()
              ? market.stressed(option, now, against(option, rates)).times(quantity)
              : Money.ZERO;
    };
  }

  /** The index move, as a factor, that hurts whoever is short. */
  private static double against(Option option, Rates rates) {
    return option.type() == OptionType.CALL
        ? 1 + rates.stressFraction()
        : 1 - rates.stressFraction();
  }
}
