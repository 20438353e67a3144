package io.arb.derive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.model.FeeSchedule;
import io.arb.core.model.Instrument;
import io.arb.core.model.Money;
import io.arb.core.paper.MarginReport;
import io.arb.core.wire.Fields;
import io.arb.core.wire.Json;
import java.math.BigDecimal;
import java.util.Map;

/**
 * State of accounts by request. Source: Derive API, private/get_subaccount and its kin. Owned by
 * the simulator's thread.
 */
final class AccountMethods {
  private static final BigDecimal INITIAL_FRACTION = new BigDecimal("0.05");
  private static final BigDecimal MAINTENANCE_FRACTION = new BigDecimal("0.03");

  private final House house;
  private final AccountJson json;

  AccountMethods(House house) {
    this.house = house;
    this.json = new AccountJson(house);
  }

  void addTo(Map<String, Method> table) {
    table.put("private/get_positions", Method.of(Access.READ, this::positions));
    table.put("private/get_collaterals", Method.of(Access.READ, this::collaterals));
    table.put("private/get_subaccount", Method.of(Access.READ, this::subaccount));
    table.put("private/get_subaccounts", Method.of(Access.READ, this::subaccounts));
    table.put("private/get_account", Method.of(Access.READ, this::account));
    table.put("private/get_margin", Method.of(Access.READ, this::margin));
  }

  private JsonNode positions(Call call) {
    ObjectNode result = Json.object().put("subaccount_id", call.subaccountId());
    result.set("positions", json.positions(call.account()));
    return result;
  }

  private JsonNode collaterals(Call call) {
    ObjectNode result = Json.object().put("subaccount_id", call.subaccountId());
    result.set("collaterals", json.collaterals(call.account()));
    return result;
  }

  private JsonNode subaccount(Call call) {
    return json.subaccount(call.subaccountId());
  }

  private JsonNode subaccounts(Call call) {
    return withSubaccounts(call);
  }

  private static ObjectNode withSubaccounts(Call call) {
    Login login = call.caller();
    ObjectNode result = Json.object().put("wallet", login.wallet().address().checksummed());
    var ids = result.putArray("subaccount_ids");
    login.subaccounts().forEach(ids::add);
    return result;
  }

  private JsonNode account(Call call) {
    ObjectNode result = withSubaccounts(call);
    RateTier tier = house.config().limits().orElseGet(RateTier::marketMaker);
    long seconds = RateLimiter.WINDOW_MILLIS / 1000;
    result.put(
        "cancel_on_disconnect",
        house.registry().cancelsOnDisconnect(call.caller().wallet().address()));
    result.put("websocket_matching_tps", tier.matchingPerWindow() / seconds);
    result.put("websocket_non_matching_tps", tier.otherPerWindow() / seconds);
    result.put("websocket_option_tps", 1);
    result.put("websocket_perp_tps", 1);
    result.putObject("per_endpoint_tps");
    result.put("is_rfq_maker", false);
    result.set("fee_info", fees());
    result.put("creation_timestamp_sec", 0);
    result.put("referral_code", "");
    return result;
  }

  private ObjectNode fees() {
    FeeSchedule option = house.venue().rules().option().fees();
    FeeSchedule perpetual = house.venue().rules().perpetual().fees();
    return Json.object()
        .put("base_fee_discount", "0")
        .put("option_maker_fee", option.makerRate().toPlainString())
        .put("option_taker_fee", option.takerRate().toPlainString())
        .put("perp_maker_fee", perpetual.makerRate().toPlainString())
        .put("perp_taker_fee", perpetual.takerRate().toPlainString())
        .put("rfq_maker_discount", "0")
        .put("rfq_taker_discount", "0")
        .put("spot_maker_fee", "0")
        .put("spot_taker_fee", "0");
  }

  /** Open orders are not counted; a simulated position costs a fraction of its notional. */
  private JsonNode margin(Call call) {
    MarginReport now = house.venue().margin(call.account());
    Money initial = simulated(call.params(), now.initial(), INITIAL_FRACTION);
    Money maintenance = simulated(call.params(), now.maintenance(), MAINTENANCE_FRACTION);
    return Json.object()
        .put("subaccount_id", call.subaccountId())
        .put("is_valid_trade", !initial.isNegative())
        .put("pre_initial_margin", house.text(now.initial().usd()))
        .put("post_initial_margin", house.text(initial.usd()))
        .put("pre_maintenance_margin", house.text(now.maintenance().usd()))
        .put("post_maintenance_margin", house.text(maintenance.usd()));
  }

  private Money simulated(Fields params, Money before, BigDecimal fraction) {
    BigDecimal after = before.usd();
    if (params.has("simulated_position_changes")) {
      for (Fields change : params.objects("simulated_position_changes")) {
        Instrument instrument = house.listing().require(change.text("instrument_name"));
        BigDecimal notional =
            house.venue().ticker(instrument).index().usd().multiply(change.decimal("amount").abs());
        after = after.subtract(notional.multiply(fraction));
      }
    }
    if (params.has("simulated_collateral_changes")) {
      for (Fields change : params.objects("simulated_collateral_changes")) {
        after = after.add(change.decimal("amount"));
      }
    }
    return new Money(new BigDecimal(house.text(after)));
  }
}
