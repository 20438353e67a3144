package io.arb.deribit.map;

import io.arb.core.model.ClientOrderId;
import io.arb.core.model.Fill;
import io.arb.core.model.FillId;
import io.arb.core.model.Instrument;
import io.arb.core.model.Liquidity;
import io.arb.core.model.Money;
import io.arb.core.model.OrderStatus;
import io.arb.core.model.OrderUpdate;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import io.arb.core.model.VenueOrderId;
import io.arb.core.wire.WireFormatException;
import io.arb.deribit.wire.WireOrder;
import io.arb.deribit.wire.WireTrade;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The venue's orders and trades in the words of the model. Amounts are in coins for every product
 * that the model has; prices are turned into USD as {@link PriceUnit} says.
 */
public final class OrderReader {
  private static final Logger LOG = LoggerFactory.getLogger(OrderReader.class);
  private static final Set<String> DOLLARS = Set.of("USD", "USDC", "USDT");
  private static final String IMMEDIATE = "immediate_or_cancel";
  private static final String CANCELLED = "cancelled";

  private OrderReader() {}

  /**
   * An order.
   *
   * @param unit what its price is worth; empty: not known, and its limit is reported as 0
   * @throws WireFormatException if it is one that the model cannot express, such as more filled
   *     than asked for
   */
  public static OrderUpdate order(
      WireOrder order, Instrument instrument, Optional<PriceUnit> unit) {
    try {
      return new OrderUpdate(
          orderId(order.label()),
          new VenueOrderId(order.orderId()),
          instrument,
          side(order.direction()),
          new Quantity(order.amount()),
          new Quantity(order.filledAmount()),
          unit.flatMap(known -> order.price().map(known::toUsd)).orElse(Price.ZERO),
          status(order.orderState()),
          order.cancelReason(),
          Instant.ofEpochMilli(order.lastUpdateTimestamp()));
    } catch (IllegalArgumentException e) {
      throw new WireFormatException("order", "$", String.valueOf(e.getMessage()), "an order");
    }
  }

  /** An immediate order that found nobody: the model calls that rejected, not cancelled. */
  public static boolean foundNobody(WireOrder order) {
    return order.timeInForce().equals(IMMEDIATE)
        && order.orderState().equals(CANCELLED)
        && order.filledAmount().signum() == 0;
  }

  /**
   * An execution. A coin price becomes USD with the forward that the trade carries ({@code
   * underlying_price}), or its index where it has no forward; a fee in coins with its index.
   *
   * @throws WireFormatException if the model cannot express it
   */
  public static Fill fill(WireTrade trade, Instrument instrument, boolean isPricedInCoin) {
    try {
      return new Fill(
          new FillId(trade.tradeId() + "/" + trade.orderId()),
          orderId(trade.label()),
          instrument,
          side(trade.direction()),
          unit(trade, isPricedInCoin).toUsd(trade.price()),
          new Quantity(trade.amount()),
          fee(trade),
          liquidity(trade.liquidity()),
          Instant.ofEpochMilli(trade.timestamp()));
    } catch (IllegalArgumentException e) {
      throw new WireFormatException("trade", "$", String.valueOf(e.getMessage()), "a trade");
    }
  }

  private static PriceUnit unit(WireTrade trade, boolean isPricedInCoin) {
    return isPricedInCoin
        ? new PriceUnit(trade.underlyingPrice().orElseGet(() -> index(trade)))
        : PriceUnit.USD;
  }

  private static Money fee(WireTrade trade) {
    return DOLLARS.contains(trade.feeCurrency()) || trade.fee().signum() == 0
        ? new Money(trade.fee())
        : new Money(
            trade.fee().multiply(index(trade)).setScale(Price.MAX_SCALE, RoundingMode.HALF_EVEN));
  }

  private static BigDecimal index(WireTrade trade) {
    return trade
        .indexPrice()
        .orElseThrow(
            () -> new WireFormatException("trade", "index_price", "nothing", "the index in USD"));
  }

  /** Our id in a label; empty for the label of another program. */
  public static Optional<ClientOrderId> orderId(String label) {
    return ClientOrderId.isLabel(label)
        ? Optional.of(ClientOrderId.fromLabel(label))
        : Optional.empty();
  }

  private static Side side(String direction) {
    return switch (direction) {
      case "buy" -> Side.BUY;
      case "sell" -> Side.SELL;
      default -> throw new WireFormatException("order", "direction", direction, "buy or sell");
    };
  }

  private static Liquidity liquidity(String role) {
    return switch (role) {
      case "M" -> Liquidity.MAKER;
      case "T" -> Liquidity.TAKER;
      default -> throw new WireFormatException("trade", "liquidity", role, "M or T");
    };
  }

  /**
   * A state that did not exist when this was written counts as alive, so that it is asked about.
   */
  private static OrderStatus status(String state) {
    return switch (state) {
      case "open", "untriggered", "speed_bumped" -> OrderStatus.OPEN;
      case "filled" -> OrderStatus.FILLED;
      case CANCELLED, "rejected", "triggered" -> OrderStatus.CANCELLED;
      default -> {
        LOG.warn("Order state '{}' is not known and counts as open", state);
        yield OrderStatus.OPEN;
      }
    };
  }
}
