package io.arb.deribit.map;

import io.arb.core.model.AccountSnapshot;
import io.arb.core.model.Instrument;
import io.arb.core.model.Money;
import io.arb.core.model.OrderUpdate;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.wire.WireFormatException;
import io.arb.deribit.wire.WireAccount;
import io.arb.deribit.wire.WireOrder;
import io.arb.deribit.wire.WirePosition;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The venue's account in the words of the model: complete, or not at all. */
public final class AccountReader {
  /**
   * What one reading of the account brought.
   *
   * @param indexes USD for a coin, for every account that is not in dollars
   */
  public record Reading(
      List<WireAccount> accounts,
      Map<String, BigDecimal> indexes,
      List<WirePosition> positions,
      List<WireOrder> openOrders) {
    public Reading {
      accounts = List.copyOf(accounts);
      indexes = Map.copyOf(indexes);
      positions = List.copyOf(positions);
      openOrders = List.copyOf(openOrders);
    }
  }

  private AccountReader() {}

  /**
   * Reads an account.
   *
   * @param units what the price of an instrument is worth now
   * @throws WireFormatException if it holds a position that the model cannot express, or a figure
   *     is impossible
   */
  public static AccountSnapshot snapshot(
      Reading reading,
      Naming naming,
      Function<Instrument, Optional<PriceUnit>> units,
      Instant receivedAt) {
    try {
      return new AccountSnapshot(
          positions(reading.positions(), naming),
          cash(reading),
          openOrders(reading.openOrders(), naming, units),
          receivedAt);
    } catch (IllegalArgumentException e) {
      throw new WireFormatException("account", "$", String.valueOf(e.getMessage()), "an account");
    }
  }

  private static Map<Instrument, Quantity> positions(List<WirePosition> positions, Naming naming) {
    Map<Instrument, Quantity> read = new LinkedHashMap<>();
    for (WirePosition position : positions) {
      BigDecimal size = position.signedSize();
      if (size.signum() != 0) {
        Instrument instrument =
            naming.instrument(position.instrumentName()).orElseThrow(() -> inexpressible(position));
        read.put(instrument, new Quantity(size));
      }
    }
    return read;
  }

  private static WireFormatException inexpressible(WirePosition position) {
    return new WireFormatException(
        "positions",
        position.instrumentName(),
        position.size().toPlainString(),
        "none, because it is no instrument of the configured families");
  }

  private static Money cash(Reading reading) {
    BigDecimal usd = BigDecimal.ZERO;
    for (WireAccount account : reading.accounts()) {
      BigDecimal rate = reading.indexes().getOrDefault(account.currency(), BigDecimal.ONE);
      usd = usd.add(account.balance().multiply(rate));
    }
    return new Money(usd.setScale(Price.MAX_SCALE, RoundingMode.HALF_EVEN));
  }

  private static List<OrderUpdate> openOrders(
      List<WireOrder> orders, Naming naming, Function<Instrument, Optional<PriceUnit>> units) {
    return orders.stream()
        .flatMap(
            order ->
                naming
                    .instrument(order.instrumentName())
                    .map(
                        instrument -> OrderReader.order(order, instrument, units.apply(instrument)))
                    .stream())
        .toList();
  }
}
