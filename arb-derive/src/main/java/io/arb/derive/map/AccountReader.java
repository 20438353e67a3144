package io.arb.derive.map;

import io.arb.core.model.AccountSnapshot;
import io.arb.core.model.Instrument;
import io.arb.core.model.Money;
import io.arb.core.model.OrderUpdate;
import io.arb.core.model.Quantity;
import io.arb.core.wire.WireFormatException;
import io.arb.derive.wire.WireSubaccount;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The venue's account in the words of the model: complete, or not at all. */
public final class AccountReader {
  private static final Logger LOG = LoggerFactory.getLogger(AccountReader.class);
  private static final String CASH = "USDC";
  private static final String SPOT = "erc20";

  private AccountReader() {}

  /**
   * Reads an account.
   *
   * @param subaccountId the one that was asked for
   * @throws WireFormatException if it is another account, a placeholder, holds nothing that could
   *     back a position, or holds what the model cannot express
   */
  public static AccountSnapshot snapshot(
      WireSubaccount account, long subaccountId, Instant receivedAt) {
    if (account.subaccountId() != subaccountId) {
      throw refuse("subaccount_id", Long.toString(account.subaccountId()), "" + subaccountId);
    }
    if (account.failedToFetch()) {
      throw refuse("failed_to_fetch", "true", "false");
    }
    if (account.collaterals().isEmpty()) {
      throw refuse("collaterals", "none", "at least one");
    }
    try {
      return read(account, receivedAt);
    } catch (IllegalArgumentException e) {
      throw refuse("$", String.valueOf(e.getMessage()), "an account");
    }
  }

  private static AccountSnapshot read(WireSubaccount account, Instant receivedAt) {
    List<OrderUpdate> open =
        account.openOrders().stream()
            .filter(order -> InstrumentName.parse(order.instrumentName()).isPresent())
            .map(OrderReader::order)
            .toList();
    return new AccountSnapshot(positions(account), cash(account), open, receivedAt);
  }

  private static Map<Instrument, Quantity> positions(WireSubaccount account) {
    Map<Instrument, Quantity> positions = new LinkedHashMap<>();
    for (WireSubaccount.WirePosition position : account.positions()) {
      if (position.amount().signum() != 0 && !position.instrumentType().equals(SPOT)) {
        positions.put(
            OrderReader.instrument(position.instrumentName()), new Quantity(position.amount()));
      }
    }
    return positions;
  }

  private static Money cash(WireSubaccount account) {
    BigDecimal usd = BigDecimal.ZERO;
    for (WireSubaccount.WireCollateral collateral : account.collaterals()) {
      if (collateral.assetName().equals(CASH)) {
        usd = usd.add(collateral.amount());
      } else if (collateral.amount().signum() != 0) {
        LOG.warn("Collateral {} is not counted as cash", collateral);
      }
    }
    return new Money(usd);
  }

  private static WireFormatException refuse(String field, String found, String expected) {
    return new WireFormatException("private/get_subaccount", field, found, expected);
  }
}
