package io.arb.derive.map;

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
import io.arb.derive.wire.WireOrder;
import io.arb.derive.wire.WireTrade;
import java.time.Instant;
import java.util.Optional;

/** The venue's orders and trades in the words of the model. */
public final class OrderReader {
  private OrderReader() {}

  /**
   * An order.
   *
   * @throws WireFormatException if it is one that the model cannot express: spot, a status that did
   *     not exist when this was written, more filled than asked for
   */
  public static OrderUpdate order(WireOrder order) {
    try {
      return new OrderUpdate(
          orderId(order.label()),
          new VenueOrderId(order.orderId()),
          instrument(order.instrumentName()),
          side(order.direction()),
          new Quantity(order.amount()),
          new Quantity(order.filledAmount()),
          new Price(order.limitPrice()),
          status(order.orderStatus()),
          order.cancelReason(),
          Instant.ofEpochMilli(order.lastUpdateTimestamp()));
    } catch (IllegalArgumentException e) {
      throw new WireFormatException("order", "$", String.valueOf(e.getMessage()), "an order");
    }
  }

  /**
   * An execution.
   *
   * @throws WireFormatException if the model cannot express it
   */
  public static Fill fill(WireTrade trade) {
    try {
      return new Fill(
          new FillId(trade.tradeId() + "/" + trade.liquidityRole() + "/" + trade.instrumentName()),
          orderId(trade.label()),
          instrument(trade.instrumentName()),
          side(trade.direction()),
          new Price(trade.tradePrice()),
          new Quantity(trade.tradeAmount()),
          new Money(trade.tradeFee()),
          liquidity(trade.liquidityRole()),
          Instant.ofEpochMilli(trade.timestamp()));
    } catch (IllegalArgumentException e) {
      throw new WireFormatException("trade", "$", String.valueOf(e.getMessage()), "a trade");
    }
  }

  /** Our id in a label; empty for the label of another program. */
  public static Optional<ClientOrderId> orderId(String label) {
    return ClientOrderId.isLabel(label)
        ? Optional.of(ClientOrderId.fromLabel(label))
        : Optional.empty();
  }

  static Instrument instrument(String name) {
    return InstrumentName.parse(name)
        .orElseThrow(
            () ->
                new WireFormatException(
                    "order", "instrument_name", name, "a perpetual or an option"));
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
      case "maker" -> Liquidity.MAKER;
      case "taker" -> Liquidity.TAKER;
      default -> throw new WireFormatException("trade", "liquidity_role", role, "maker or taker");
    };
  }

  private static OrderStatus status(String status) {
    return switch (status) {
      case "open", "untriggered", "algo_active" -> OrderStatus.OPEN;
      case "filled" -> OrderStatus.FILLED;
      case "cancelled", "rejected" -> OrderStatus.CANCELLED;
      case "expired" -> OrderStatus.EXPIRED;
      default -> throw new WireFormatException("order", "order_status", status, "a known status");
    };
  }
}
