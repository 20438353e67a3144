package io.arb.deribit.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.wire.Fields;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * An account in one currency. Source: Deribit API, private/get_account_summary.
 *
 * @param marginBalance what backs positions
 * @param maintenanceMargin below this the venue liquidates
 * @param matchingRate orders and cancels that the venue grants; empty if it does not say
 */
public record WireAccount(
    String currency,
    BigDecimal balance,
    BigDecimal marginBalance,
    BigDecimal maintenanceMargin,
    Optional<GrantedRate> matchingRate) {

  /**
   * A rate limit.
   *
   * @param rate requests a second
   * @param burst requests at once
   */
  public record GrantedRate(BigDecimal rate, BigDecimal burst) {}

  public static WireAccount of(JsonNode summary) {
    Fields fields = Fields.of(summary, "account summary");
    return new WireAccount(
        fields.text("currency"),
        fields.decimal("balance"),
        fields.decimal("margin_balance"),
        fields.decimal("maintenance_margin"),
        matching(fields));
  }

  /** {@code limits.matching_engine.trading.total} since 2024, without {@code trading} before. */
  private static Optional<GrantedRate> matching(Fields summary) {
    JsonNode matching = summary.node().path("limits").path("matching_engine");
    JsonNode total = matching.path("trading").path("total");
    JsonNode rate = total.isObject() ? total : matching;
    if (!rate.path("rate").isNumber() || !rate.path("burst").isNumber()) {
      return Optional.empty();
    }
    Fields granted = Fields.of(rate, "account summary limits");
    return Optional.of(new GrantedRate(granted.decimal("rate"), granted.decimal("burst")));
  }
}
