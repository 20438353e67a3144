package io.arb.deribit.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.model.OptionGreeks;
import io.arb.core.wire.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;

/**
 * Positions and accounts as JSON. Source: Deribit API, private/get_positions and
 * private/get_account_summary. Owned by the simulator's thread.
 */
final class AccountJson {
  private static final int LEVERAGE = 50;

  private final House house;
  private final Numbers numbers;

  AccountJson(House house) {
    this.house = house;
    this.numbers = house.numbers();
  }

  /** A position; a flat one has direction {@code zero}. */
  ObjectNode position(Account account, Product product) {
    Instant now = house.now();
    Position held = account.position(product);
    BigDecimal mark = house.valuation().mark(product, now);
    ObjectNode json = Json.object();
    json.put("instrument_name", product.name());
    json.put("kind", product.kind());
    int sign = held.size().signum();
    json.put("direction", sign > 0 ? "buy" : sign < 0 ? "sell" : "zero");
    numbers.put(json, "size", held.size());
    numbers.put(json, "average_price", OrderJson.round(held.averagePrice(product)));
    numbers.put(json, "mark_price", mark);
    numbers.put(json, "index_price", house.valuation().index(now));
    numbers.put(
        json, "settlement_price", house.settlement().price(product).orElse(BigDecimal.ZERO));
    BigDecimal open = Coins.round(held.openProfit(product, mark));
    numbers.put(json, "floating_profit_loss", open);
    numbers.put(json, "realized_profit_loss", held.realized());
    numbers.put(json, "total_profit_loss", open);
    numbers.put(json, "initial_margin", house.margin().initial(product, held.size(), now));
    numbers.put(json, "maintenance_margin", house.margin().maintenance(product, held.size(), now));
    if (product.isOption()) {
      option(json, product, held.size());
    } else {
      future(json, product, held.size(), mark);
    }
    return json;
  }

  private void option(ObjectNode json, Product product, BigDecimal size) {
    Instant now = house.now();
    OptionGreeks greeks = house.valuation().greeks(product.option().orElseThrow(), now);
    BigDecimal open = house.valuation().openPart(product, now);
    numbers.put(json, "delta", Coins.round(size.multiply(greeks.delta()).multiply(open)));
    numbers.put(json, "gamma", Coins.round(size.multiply(greeks.gamma())));
    numbers.put(json, "vega", Coins.round(size.multiply(greeks.vegaPerPoint())));
    numbers.put(json, "theta", Coins.round(size.multiply(greeks.thetaPerDay())));
  }

  private void future(ObjectNode json, Product product, BigDecimal size, BigDecimal mark) {
    BigDecimal coins = Figures.coins(product, size, mark);
    numbers.put(json, "size_currency", coins);
    numbers.put(json, "delta", coins);
    numbers.put(json, "open_orders_margin", BigDecimal.ZERO);
    json.put("leverage", LEVERAGE);
    numbers.put(json, "realized_funding", BigDecimal.ZERO);
    numbers.put(json, "interest_value", BigDecimal.ZERO);
    json.putNull("estimated_liquidation_price");
  }

  /** One currency of an account. */
  ObjectNode summary(Account account, String currency) {
    Figures figures = Figures.of(house, account, currency);
    ObjectNode json = Json.object();
    json.put("currency", currency);
    money(json, figures);
    String index = indexName(currency);
    numbers.put(json, "delta_total", figures.deltaTotal());
    numbers.put(json.putObject("delta_total_map"), index, figures.deltaPlain());
    numbers.put(json, "projected_delta_total", figures.deltaTotal());
    numbers.put(json, "options_delta", figures.optionsDelta());
    numbers.put(json, "options_gamma", Coins.round(figures.gamma()));
    numbers.put(json, "options_vega", Coins.round(figures.vega()));
    numbers.put(json, "options_theta", Coins.round(figures.theta()));
    numbers.put(json, "options_value", figures.optionsValue());
    numbers.put(json.putObject("options_gamma_map"), index, Coins.round(figures.gamma()));
    numbers.put(json.putObject("options_vega_map"), index, Coins.round(figures.vega()));
    numbers.put(json.putObject("options_theta_map"), index, Coins.round(figures.theta()));
    json.put("margin_model", "segregated_sm");
    json.put("portfolio_margining_enabled", false);
    json.put("cross_collateral_enabled", false);
    for (String never :
        new String[] {"fee_balance", "locked_balance", "spot_reserve", "additional_reserve"}) {
      numbers.put(json, never, BigDecimal.ZERO);
    }
    json.set("limits", limits());
    return json;
  }

  private String indexName(String currency) {
    String coin = house.market().perpetual().underlying().symbol().toLowerCase(Locale.ROOT);
    return coin + (currency.equals("USDC") ? "_usdc" : "_usd");
  }

  private void money(ObjectNode json, Figures figures) {
    numbers.put(json, "equity", figures.equity());
    numbers.put(json, "balance", figures.balance());
    numbers.put(json, "margin_balance", figures.marginBalance());
    numbers.put(json, "available_funds", figures.availableFunds());
    numbers.put(json, "available_withdrawal_funds", figures.availableFunds());
    numbers.put(json, "initial_margin", figures.initialMargin());
    numbers.put(json, "maintenance_margin", figures.maintenanceMargin());
    numbers.put(json, "projected_initial_margin", figures.initialMargin());
    numbers.put(json, "projected_maintenance_margin", figures.maintenanceMargin());
    numbers.put(json, "futures_session_upl", figures.futuresOpenProfit());
    numbers.put(json, "futures_session_rpl", figures.futuresRealized());
    BigDecimal profit = figures.futuresOpenProfit().add(figures.futuresRealized());
    numbers.put(json, "futures_pl", profit);
    numbers.put(json, "session_upl", figures.futuresOpenProfit());
    numbers.put(json, "session_rpl", figures.futuresRealized());
    numbers.put(json, "total_pl", profit);
    numbers.put(json, "options_session_upl", BigDecimal.ZERO);
    numbers.put(json, "options_session_rpl", BigDecimal.ZERO);
  }

  private ObjectNode limits() {
    CreditLimits own = house.config().limits().orElseGet(CreditLimits::highestTier);
    ObjectNode json = Json.object();
    json.put("limits_per_currency", false);
    json.putObject("non_matching_engine").put("rate", 20).put("burst", 100);
    ObjectNode matching = json.putObject("matching_engine");
    ObjectNode total = matching.putObject("trading").putObject("total");
    total.put("rate", own.matchingPerSecond()).put("burst", own.matchingBurst());
    matching
        .putObject("cancel_all")
        .put("rate", own.matchingPerSecond())
        .put("burst", own.matchingBurst());
    return json;
  }
}
