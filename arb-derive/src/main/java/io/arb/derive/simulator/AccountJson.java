package io.arb.derive.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.model.Instrument;
import io.arb.core.model.Money;
import io.arb.core.model.OptionGreeks;
import io.arb.core.model.Ticker;
import io.arb.core.paper.AccountId;
import io.arb.core.paper.BalanceChange;
import io.arb.core.paper.MarginReport;
import io.arb.core.paper.VenuePosition;
import io.arb.core.wire.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Positions, collateral and balances as the exchange shows them. Source: Derive API,
 * private/get_subaccount. Owned by the simulator's thread.
 */
final class AccountJson {
  private static final List<String> ZEROS =
      List.of(
          "initial_margin",
          "maintenance_margin",
          "open_orders_margin",
          "net_settlements",
          "cumulative_funding",
          "pending_funding");
  private static final List<String> COLLATERAL_ZEROS =
      List.of(
          "amount_step",
          "cumulative_interest",
          "pending_interest",
          "open_orders_margin",
          "delta",
          "average_price",
          "average_price_excl_fees",
          "realized_pnl",
          "realized_pnl_excl_fees",
          "unrealized_pnl",
          "unrealized_pnl_excl_fees",
          "total_fees");

  private final House house;

  AccountJson(House house) {
    this.house = house;
  }

  ArrayNode positions(AccountId account) {
    ArrayNode array = Json.array();
    house.venue().positions(account).values().forEach(held -> array.add(position(held)));
    return array;
  }

  private ObjectNode position(VenuePosition held) {
    Instrument instrument = held.instrument();
    Ticker ticker = house.venue().ticker(instrument);
    Money value = ticker.mark().times(held.quantity());
    Money open = value.plus(held.quote());
    ObjectNode json = Json.object();
    json.put("instrument_type", Listing.type(instrument));
    json.put("instrument_name", Listing.name(instrument));
    json.put("amount", held.quantity().toString());
    json.put("amount_step", house.listing().spec(instrument).step().toString());
    json.put("average_price", house.text(held.averagePrice().usd()));
    json.put("average_price_excl_fees", house.text(held.averagePrice().usd()));
    json.put("creation_timestamp", house.now().toEpochMilli());
    json.put("index_price", ticker.index().toString());
    json.put("mark_price", ticker.mark().toString());
    json.put("mark_value", house.text(value.usd()));
    greeks(json, ticker);
    ZEROS.forEach(name -> json.put(name, "0"));
    json.put("realized_pnl", house.text(held.realizedPnl().usd()));
    json.put("realized_pnl_excl_fees", house.text(held.realizedPnl().usd()));
    json.put("unrealized_pnl", house.text(open.usd()));
    json.put("unrealized_pnl_excl_fees", house.text(open.usd()));
    json.put("total_fees", house.text(held.fees().usd()));
    json.putNull("leverage");
    json.putNull("liquidation_price");
    return json;
  }

  /** Per unit of the asset. */
  private static void greeks(ObjectNode json, Ticker ticker) {
    Optional<OptionGreeks> greeks = ticker.greeks();
    json.put("delta", greeks.map(OptionGreeks::delta).orElse(BigDecimal.ONE).toPlainString());
    json.put("gamma", greeks.map(OptionGreeks::gamma).orElse(BigDecimal.ZERO).toPlainString());
    json.put(
        "theta", greeks.map(OptionGreeks::thetaPerDay).orElse(BigDecimal.ZERO).toPlainString());
    json.put(
        "vega", greeks.map(OptionGreeks::vegaPerPoint).orElse(BigDecimal.ZERO).toPlainString());
  }

  ArrayNode collaterals(AccountId account) {
    String cash = house.text(house.venue().cash(account).usd());
    ObjectNode json = Json.object();
    json.put("asset_type", "erc20");
    json.put("asset_name", "USDC");
    json.put("currency", "USDC");
    json.put("amount", cash);
    json.put("mark_price", "1");
    json.put("mark_value", cash);
    json.put("initial_margin", cash);
    json.put("maintenance_margin", cash);
    json.put("delta_currency", "USDC");
    COLLATERAL_ZEROS.forEach(name -> json.put(name, "0"));
    json.put("creation_timestamp", house.now().toEpochMilli());
    return Json.array().add(json);
  }

  /** The whole subaccount object. */
  ObjectNode subaccount(long id) {
    AccountId account = Registry.account(id);
    MarginReport margin = house.venue().margin(account);
    Money cash = house.venue().cash(account);
    ObjectNode json = Json.object();
    json.put("subaccount_id", id);
    json.put("label", "");
    json.put("margin_type", house.isV3() ? "PM2" : "SM");
    json.put("is_under_liquidation", false);
    put(json, "subaccount_value", margin.value());
    put(json, "initial_margin", margin.initial());
    put(json, "maintenance_margin", margin.maintenance());
    put(json, "open_orders_margin", margin.openOrders());
    put(json, "projected_margin_change", Money.ZERO);
    put(json, "positions_value", margin.value().minus(cash));
    put(json, "positions_initial_margin", margin.initial().minus(cash));
    put(json, "positions_maintenance_margin", margin.maintenance().minus(cash));
    put(json, "collaterals_value", cash);
    put(json, "collaterals_initial_margin", cash);
    put(json, "collaterals_maintenance_margin", cash);
    json.set("positions", positions(account));
    json.set("collaterals", collaterals(account));
    json.set("open_orders", house.records().orders(house.venue().openOrders(account)));
    generation(json);
    return json;
  }

  private void put(ObjectNode json, String name, Money value) {
    json.put(name, house.text(value.usd()));
  }

  private void generation(ObjectNode json) {
    String currency = house.venue().market().perpetual().underlying().symbol();
    if (house.isV3()) {
      json.putArray("currency").add(currency);
      json.put("manager_id", 1);
      json.put("risk_universe_id", 1);
      json.put("mm_credits", "0");
      json.putArray("vault_deposit_holds");
      json.put("failed_to_fetch", false);
    } else {
      json.put("currency", currency);
    }
  }

  /** The entries of a balance notification. */
  ArrayNode balances(List<BalanceChange> changes) {
    ArrayNode array = Json.array();
    changes.forEach(change -> array.add(balance(change)));
    return array;
  }

  private ObjectNode balance(BalanceChange change) {
    String name =
        switch (change) {
          case BalanceChange.Cash cash -> "USDC";
          case BalanceChange.Position position -> Listing.name(position.instrument());
          case BalanceChange.PerpetualQuote quote -> "Q-" + Listing.name(quote.instrument());
        };
    String type =
        switch (change.cause()) {
          case TRADE -> "trade";
          case DEPOSIT -> "asset_deposit";
          case OPTION_SETTLEMENT -> "option_settlement";
        };
    return Json.object()
        .put("name", name)
        .put("previous_balance", house.text(change.before()))
        .put("new_balance", house.text(change.after()))
        .put("update_type", type);
  }
}
