package io.arb.deribit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.model.ClientOrderId;
import io.arb.core.model.Instrument;
import io.arb.core.model.Option;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import io.arb.core.model.TimeInForce;
import io.arb.core.wire.Json;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * Messages in the shapes that the venue's documentation shows and that were seen on the wire, with
 * values of our own.
 */
public final class Sample {
  public static final String CLIENT_ID = "AbCdEf12";
  public static final String SECRET = "W7h2qZ8Yt3LkPvN5xR1cB9mD4sF6gJ0a";
  public static final Instrument PERP = Perpetual.of("ETH");
  public static final Option CALL = Option.call("ETH", Instant.ofEpochSecond(1795766400), "2500");
  public static final String PERP_NAME = "ETH_USDC-PERPETUAL";
  public static final String CALL_NAME = "ETH_USDC-27NOV26-2500-C";
  public static final String INVERSE_CALL_NAME = "ETH-27NOV26-2500-C";
  public static final ClientOrderId ID = new ClientOrderId(1_791_273_600_123_456_000L);
  public static final ClientOrderId OTHER_ID = new ClientOrderId(1_791_273_600_123_457_000L);

  private Sample() {}

  static final String PERP_ROW =
      """
      {"instrument_name":"ETH_USDC-PERPETUAL","instrument_id":254614,"kind":"future",
       "instrument_type":"linear","future_type":"linear","base_currency":"ETH",
       "quote_currency":"USDC","counter_currency":"USDC","settlement_currency":"USDC",
       "settlement_period":"perpetual","expiration_timestamp":32503708800000,
       "creation_timestamp":1682341202000,"tick_size":0.05,"tick_size_steps":[],
       "min_trade_amount":1.0e-3,"contract_size":1.0e-3,"maker_commission":0.00015,
       "taker_commission":0.00035,"max_leverage":50,"price_index":"eth_usdc","is_active":true,
       "state":"open"}
      """;

  static final String CALL_ROW =
      """
      {"instrument_name":"ETH_USDC-27NOV26-2500-C","instrument_id":588411,"kind":"option",
       "instrument_type":"linear","base_currency":"ETH","quote_currency":"USDC",
       "counter_currency":"USDC","settlement_currency":"USDC","settlement_period":"month",
       "expiration_timestamp":1795766400000,"creation_timestamp":1779953520000,
       "option_type":"call","strike":2500.0,"tick_size":0.2,
       "tick_size_steps":[{"above_price":50,"tick_size":1}],"min_trade_amount":0.1,
       "contract_size":1.0,"maker_commission":0.0003,"taker_commission":0.0003,
       "price_index":"eth_usdc","is_active":true,"state":"open"}
      """;

  static final String INVERSE_CALL_ROW =
      """
      {"instrument_name":"ETH-27NOV26-2500-C","instrument_id":588412,"kind":"option",
       "instrument_type":"reversed","base_currency":"ETH","quote_currency":"ETH",
       "counter_currency":"USD","settlement_currency":"ETH","settlement_period":"month",
       "expiration_timestamp":1795766400000,"creation_timestamp":1779953520000,
       "option_type":"call","strike":2500.0,"tick_size":0.0001,
       "tick_size_steps":[{"above_price":0.005,"tick_size":0.0005}],"min_trade_amount":1.0,
       "contract_size":1.0,"maker_commission":0.0003,"taker_commission":0.0003,
       "price_index":"eth_usd","is_active":true,"state":"open"}
      """;

  /** An inverse option of the list. */
  public static String inverseCallRow() {
    return INVERSE_CALL_ROW;
  }

  /** The rows of a list of instruments. */
  static String listed(String currency, String kind) {
    if (kind.equals("future")) {
      return PERP_ROW;
    }
    return currency.equals("USDC") ? CALL_ROW : INVERSE_CALL_ROW;
  }

  /** What the account is worth in one currency. */
  public static String summary(String currency) {
    return """
    {"currency":"%s","equity":10012.5,"balance":9999.75,"margin_balance":10012.5,
     "available_funds":9500.0,"initial_margin":512.5,"maintenance_margin":256.25,
     "delta_total":-1.25,"options_delta":0.0,"margin_model":"segregated_sm",
     "limits":{"limits_per_currency":false,"non_matching_engine":{"rate":20,"burst":100},
       "matching_engine":{"trading":{"total":{"rate":1000,"burst":1000}},
         "cancel_all":{"rate":5,"burst":20}}}}
    """
        .formatted(currency);
  }

  static final String POSITIONS =
      """
      [{"instrument_name":"ETH_USDC-PERPETUAL","kind":"future","direction":"sell","size":-1.25,
        "average_price":2001.05,"mark_price":2000.1,"delta":-1.25},
       {"instrument_name":"ETH_USDC-27NOV26-2500-C","kind":"option","direction":"buy","size":10.0,
        "average_price":12.4,"mark_price":11.02,"delta":3.1},
       {"instrument_name":"ETH_USDC-27NOV26-2600-C","kind":"option","direction":"zero","size":0.0}]
      """;

  /** An order of the perpetual: buy 0.25 at 1992.35. */
  public static String order(ClientOrderId id, String state, String filled) {
    return order(id.label(), state, filled, "USDC-" + id.stamp()).toString();
  }

  static ObjectNode order(String label, String state, String filled, String orderId) {
    ObjectNode order =
        Json.object()
            .put("order_id", orderId)
            .put("instrument_name", PERP_NAME)
            .put("direction", "buy")
            .put("order_type", "limit")
            .put("order_state", state)
            .put("time_in_force", "good_til_cancelled")
            .put("price", new BigDecimal("1992.35"))
            .put("amount", new BigDecimal("0.25"))
            .put("contracts", 250)
            .put("filled_amount", new BigDecimal(filled))
            .put("average_price", new BigDecimal("0.0"))
            .put("label", label)
            .put("post_only", true)
            .put("reject_post_only", true)
            .put("reduce_only", false)
            .put("api", true)
            .put("creation_timestamp", 1791273600131L)
            .put("last_update_timestamp", 1791273600131L);
    return state.equals("cancelled") ? order.put("cancel_reason", "user_request") : order;
  }

  /** A trade of the order {@link #order}. */
  public static String trade(ClientOrderId id, String tradeId, String amount) {
    return trade(id.label(), tradeId, amount).toString();
  }

  static ObjectNode trade(String label, String tradeId, String amount) {
    return Json.object()
        .put("trade_id", tradeId)
        .put("trade_seq", 177008)
        .put("instrument_name", PERP_NAME)
        .put("order_id", "USDC-1")
        .put("order_type", "limit")
        .put("direction", "buy")
        .put("price", new BigDecimal("1992.35"))
        .put("amount", new BigDecimal(amount))
        .put("timestamp", 1791273600290L)
        .put("state", "filled")
        .put("liquidity", "T")
        .put("fee", new BigDecimal("0.1743306"))
        .put("fee_currency", "USDC")
        .put("index_price", new BigDecimal("1991.79"))
        .put("mark_price", new BigDecimal("1992.49"))
        .putNull("matching_id")
        .put("label", label);
  }

  public static String placed(String order, String... trades) {
    return "{\"order\":" + order + ",\"trades\":[" + String.join(",", trades) + "]}";
  }

  /** One page of own trades. */
  public static String trades(String... trades) {
    return "{\"trades\":[" + String.join(",", trades) + "],\"has_more\":false}";
  }

  /** The news of one instrument. */
  public static String changes(String orders, String trades) {
    return "{\"instrument_name\":\"%s\",\"orders\":[%s],\"trades\":[%s],\"positions\":[]}"
        .formatted(PERP_NAME, orders, trades);
  }

  /** A ticker of the perpetual. */
  public static String perpTicker(String bid, String ask) {
    return """
    {"timestamp":1791273600100,"state":"open","instrument_name":"ETH_USDC-PERPETUAL",
     "index_price":1991.79,"mark_price":1992.49,"best_bid_price":%s,"best_bid_amount":2.0,
     "best_ask_price":%s,"best_ask_amount":1.5,"last_price":1992.4,"min_price":1962.65,
     "max_price":2022.35,"open_interest":1200,"current_funding":0.0,"funding_8h":6.0e-8,
     "estimated_delivery_price":1991.79,"stats":{"high":2000.0,"low":1950.0}}
    """
        .formatted(bid, ask);
  }

  /** A ticker of an option. */
  public static String callTicker(String name, String mark) {
    return """
    {"timestamp":1791273600321,"state":"open","instrument_name":"%s","index_price":1991.79,
     "mark_price":%s,"best_bid_price":null,"best_bid_amount":0.0,"best_ask_price":0.0,
     "best_ask_amount":0.0,"last_price":null,"min_price":0.0001,"max_price":900.0,
     "open_interest":412.7,"mark_iv":38.21,"bid_iv":0.0,"ask_iv":0.0,"underlying_price":2000.0,
     "underlying_index":"SYN.ETH-27NOV26","interest_rate":0.0,
     "estimated_delivery_price":"expired","stats":{},
     "greeks":{"delta":0.50833,"gamma":7e-05,"vega":54.1,"theta":-66.02,"rho":13.4}}
    """
        .formatted(name, mark);
  }

  /** A snapshot of the perpetual's book with one level a side. */
  public static String snapshot(String name, long changeId, String bid, String ask) {
    return """
    {"type":"snapshot","timestamp":1791273600100,"instrument_name":"%s","change_id":%d,
     "bids":[["new",%s,2.0]],"asks":[["new",%s,1.5]]}
    """
        .formatted(name, changeId, bid, ask);
  }

  /** A change of the perpetual's book: one bid. */
  static String change(long previous, long changeId, String action, String bid, String amount) {
    return """
    {"type":"change","timestamp":1791273600200,"instrument_name":"ETH_USDC-PERPETUAL",
     "prev_change_id":%d,"change_id":%d,"bids":[["%s",%s,%s]],"asks":[]}
    """
        .formatted(previous, changeId, action, bid, amount);
  }

  /** A post-only order: buy 0.25 of the perpetual at 1992.35, valid for a minute. */
  public static OrderRequest request(ClientOrderId id) {
    return request(id, PERP, "1992.35", TimeInForce.POST_ONLY, Instant.now().plusSeconds(60));
  }

  static OrderRequest request(
      ClientOrderId id,
      Instrument instrument,
      String limit,
      TimeInForce timeInForce,
      Instant rejectAfter) {
    return request(id, instrument, Side.BUY, "0.25", limit, timeInForce, rejectAfter);
  }

  static OrderRequest request(
      ClientOrderId id,
      Instrument instrument,
      Side side,
      String quantity,
      String limit,
      TimeInForce timeInForce,
      Instant rejectAfter) {
    return new OrderRequest(
        id,
        instrument,
        side,
        Quantity.of(quantity),
        Price.of(limit),
        timeInForce,
        false,
        rejectAfter);
  }
}
