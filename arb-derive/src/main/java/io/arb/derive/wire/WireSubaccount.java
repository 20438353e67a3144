package io.arb.derive.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.wire.Fields;
import java.math.BigDecimal;
import java.util.List;

/**
 * Everything that a subaccount holds, at one instant. Source: Derive API, private/get_subaccount.
 *
 * @param failedToFetch V3: the venue could not read the account and the figures are placeholders
 */
public record WireSubaccount(
    long subaccountId,
    boolean failedToFetch,
    List<WirePosition> positions,
    List<WireCollateral> collaterals,
    List<WireOrder> openOrders) {

  /**
   * A position; its amount may be zero while orders are open.
   *
   * @param amount signed, positive is long
   */
  public record WirePosition(String instrumentType, String instrumentName, BigDecimal amount) {
    static WirePosition of(Fields position) {
      return new WirePosition(
          position.text("instrument_type"),
          position.text("instrument_name"),
          position.decimal("amount"));
    }
  }

  /** A balance that backs positions. */
  public record WireCollateral(String assetName, BigDecimal amount) {
    static WireCollateral of(Fields collateral) {
      return new WireCollateral(collateral.text("asset_name"), collateral.decimal("amount"));
    }
  }

  public WireSubaccount {
    positions = List.copyOf(positions);
    collaterals = List.copyOf(collaterals);
    openOrders = List.copyOf(openOrders);
  }

  public static WireSubaccount of(JsonNode result) {
    Fields fields = Fields.of(result, "private/get_subaccount");
    return new WireSubaccount(
        fields.longValue("subaccount_id"),
        fields.optionalBool("failed_to_fetch").orElse(false),
        fields.objects("positions").stream().map(WirePosition::of).toList(),
        fields.objects("collaterals").stream().map(WireCollateral::of).toList(),
        fields.objects("open_orders").stream().map(WireOrder::of).toList());
  }
}
