package io.arb.derive.wire;

import io.arb.core.wire.Fields;
import java.math.BigDecimal;

/**
 * A change of a balance or position. Source: Derive API, channel {subaccount}.balances.
 *
 * @param name an instrument, a collateral asset, or {@code Q-} and a perpetual for its quote side
 * @param updateType {@code trade}, {@code liquidation}, {@code option_settlement} and others
 */
public record WireBalance(String name, BigDecimal newBalance, String updateType) {
  public static WireBalance of(Fields balance) {
    return new WireBalance(
        balance.text("name"), balance.decimal("new_balance"), balance.text("update_type"));
  }

  /** Whether this is the quote side of a perpetual, which is no position. */
  public boolean isQuoteSide() {
    return name.startsWith("Q-");
  }
}
