package io.arb.derive.simulator;

import io.arb.core.model.FeeSchedule;
import io.arb.core.model.Instrument;
import io.arb.core.model.Level;
import io.arb.core.model.OrderBook;
import io.arb.core.model.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * The least fee per unit that an order must allow. Source: Derive API, private/order, max_fee.
 * Owned by the simulator's thread.
 */
final class MaxFeeBound {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private final House house;

  MaxFeeBound(House house) {
    this.house = house;
  }

  /** Refuses a lower {@code max_fee} (11023). */
  void check(OrderForm form, Instrument instrument) {
    BigDecimal bound = bound(form, instrument);
    if (form.maxFee().compareTo(bound) < 0) {
      throw RpcError.of(
          ErrorCode.MAX_FEE,
          "signed max_fee must be >= " + bound.stripTrailingZeros().toPlainString());
    }
  }

  private BigDecimal bound(OrderForm form, Instrument instrument) {
    FeeSchedule fees = house.listing().spec(instrument).fees();
    BigDecimal index = house.venue().ticker(instrument).index().usd();
    return switch (house.generation()) {
      case V2 -> {
        BigDecimal resting = TWO.multiply(fees.takerRate().max(fees.makerRate())).multiply(index);
        yield crosses(form, instrument)
            ? resting.add(fees.takerBase().usd().divide(form.amount(), MathContext.DECIMAL64))
            : resting;
      }
      case V3 ->
          TWO.multiply(fees.takerRate())
              .multiply(index.max(form.limitPrice()))
              .add(fees.takerBase().usd());
    };
  }

  /** Whether the order would trade with the best resting one. */
  boolean crosses(OrderForm form, Instrument instrument) {
    OrderBook book = house.venue().book(instrument, 1);
    Optional<Level> best = form.side() == Side.BUY ? book.bestAsk() : book.bestBid();
    return best.map(level -> level.price().usd().compareTo(form.limitPrice()))
        .map(sign -> form.side() == Side.BUY ? sign <= 0 : sign >= 0)
        .orElse(false);
  }
}
