package io.arb.rysk.wire;

import static io.arb.rysk.wire.WireFields.lenient;

import io.arb.core.evm.Address;
import io.arb.core.wire.Fields;
import io.arb.core.wire.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * One combination of {@code GET /api/inventory}: an option that takers may ask for now.
 *
 * @param strike USD, positive
 * @param expirySeconds seconds since 1970
 * @param assets the tokens that it is offered on
 */
public record InventoryRecord(
    BigDecimal strike, long expirySeconds, boolean isPut, List<Address> assets) {
  public InventoryRecord {
    assets = List.copyOf(assets);
  }

  /**
   * All combinations; one that cannot be read is left out.
   *
   * @throws io.arb.core.wire.WireFormatException if the body is no JSON object
   */
  public static List<InventoryRecord> parse(String body) {
    Fields inventory = Fields.of(Json.parse(body, "inventory"), "inventory");
    return inventory.node().properties().stream()
        .flatMap(underlying -> underlying.getValue().path("combinations").properties().stream())
        .flatMap(entry -> lenient(() -> read(Fields.of(entry.getValue(), "combination"))).stream())
        .toList();
  }

  private static InventoryRecord read(Fields combination) {
    BigDecimal strike = combination.decimal("strike");
    if (strike.signum() <= 0) {
      throw combination.wrong("strike", "a positive number"); // low-priced tokens may show 0
    }
    return new InventoryRecord(
        strike,
        WireFields.epochSeconds(combination, "expiration_timestamp"),
        combination.bool("isPut"),
        combination.objects("products").stream().flatMap(InventoryRecord::asset).toList());
  }

  private static Stream<Address> asset(Fields product) {
    return lenient(() -> WireFields.address(product, "asset")).stream();
  }
}
