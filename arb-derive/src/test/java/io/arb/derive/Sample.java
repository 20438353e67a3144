package io.arb.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.evm.Address;
import io.arb.core.evm.BouncyCastleSigner;
import io.arb.core.evm.PrivateKey;
import io.arb.core.evm.Signer;
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
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Messages in the shapes that the venue's documentation shows and that were seen on the wire, with
 * values of our own.
 */
public final class Sample {
  public static final long SUBACCOUNT = 30769;
  public static final Address WALLET = Address.of("0x8772185a1516f0d61fC1c2524926BfC69F95d698");
  public static final Signer SIGNER =
      new BouncyCastleSigner(PrivateKey.derive(new byte[] {7, 6, 5}));
  public static final Instrument PERP = Perpetual.of("ETH");
  public static final Option CALL = Option.call("ETH", Instant.ofEpochSecond(1795766400), "2500");
  public static final ClientOrderId ID = new ClientOrderId(1_791_273_600_123_456_000L);
  public static final ClientOrderId OTHER_ID = new ClientOrderId(1_791_273_600_123_457_000L);

  private Sample() {}

  static final String PERP_ROW =
      """
      {"instrument_type":"perp","instrument_name":"ETH-PERP","scheduled_activation":1701840228,
       "scheduled_deactivation":9223372036854775807,"is_active":true,"tick_size":"0.01",
       "minimum_amount":"0.1","maximum_amount":"10000","amount_step":"0.001",
       "mark_price_fee_rate_cap":"0","maker_fee_rate":"0.0001","taker_fee_rate":"0.0003",
       "base_fee":"0.1","base_currency":"ETH","quote_currency":"USD","option_details":null,
       "perp_details":{"index":"ETH-USD","max_rate_per_hour":"0.004"},"erc20_details":null,
       "base_asset_address":"0xAf65752C4643E25C02F693f9D4FE19cF23a095E3","base_asset_sub_id":"0",
       "pro_rata_fraction":"0","fifo_min_allocation":"0","pro_rata_amount_step":"1"}
      """;

  static final String CALL_ROW =
      """
      {"instrument_type":"option","instrument_name":"ETH-20261127-2500-C",
       "scheduled_activation":1793174400,"scheduled_deactivation":1795766400,"is_active":true,
       "tick_size":"0.1","minimum_amount":"0.1","maximum_amount":"10000","amount_step":"0.01",
       "mark_price_fee_rate_cap":"0.125","maker_fee_rate":"0.0001","taker_fee_rate":"0.0003",
       "base_fee":"0.5","base_currency":"ETH","quote_currency":"USDC",
       "option_details":{"index":"ETH-USD","expiry":1795766400,"strike":"2500","option_type":"C",
                         "settlement_price":null},
       "perp_details":null,"erc20_details":null,
       "base_asset_address":"0x4BB4C3CDc7562f08e9910A0C7D8bB7e108861eB4",
       "base_asset_sub_id":"39614082330873992798567741568",
       "pro_rata_fraction":"0.8","fifo_min_allocation":"10","pro_rata_amount_step":"1"}
      """;

  /** The rows of a list of instruments of one type. */
  static String listed(JsonNode params) {
    return params.get("instrument_type").asText().equals("perp") ? PERP_ROW : CALL_ROW;
  }

  /** An account that holds a perpetual, a call and dollars, with one order of ours open. */
  public static String account(long subaccountId) {
    return """
    {"subaccount_id":%d,"label":"","currency":["ETH"],"margin_type":"SM",
     "is_under_liquidation":false,"subaccount_value":"10846","failed_to_fetch":false,
     "positions":[
       {"instrument_type":"perp","instrument_name":"ETH-PERP","amount":"-1.25","delta":"1"},
       {"instrument_type":"option","instrument_name":"ETH-20261127-2500-C","amount":"10"},
       {"instrument_type":"option","instrument_name":"ETH-20261127-2600-C","amount":"0"}],
     "collaterals":[{"asset_type":"erc20","asset_name":"USDC","currency":"USDC",
                     "amount":"9999.75"}],
     "open_orders":[%s]}
    """
        .formatted(subaccountId, order(OTHER_ID, "open", "0"));
  }

  /** An order of the perpetual: buy 0.25 at 1992.37. */
  public static String order(ClientOrderId id, String status, String filled) {
    return order(id.label(), status, filled, "venue-" + id.stamp()).toString();
  }

  static ObjectNode order(String label, String status, String filled, String orderId) {
    return Json.object()
        .put("order_id", orderId)
        .put("subaccount_id", SUBACCOUNT)
        .put("instrument_name", "ETH-PERP")
        .put("direction", "buy")
        .put("order_type", "limit")
        .put("time_in_force", "post_only")
        .put("order_status", status)
        .put("amount", "0.25")
        .put("filled_amount", filled)
        .put("limit_price", "1992.37")
        .put("average_price", "0")
        .put("max_fee", "4.2")
        .put("order_fee", "0")
        .put("label", label)
        .put("mmp", false)
        .put("cancel_reason", status.equals("cancelled") ? "user_request" : "")
        .put("creation_timestamp", 1791273600131L)
        .put("last_update_timestamp", 1791273600131L)
        .put("nonce", "1791273600123456000")
        .put("signature_expiry_sec", 1791277200)
        .putNull("signed_limit_price")
        .putNull("quote_id")
        .putNull("replaced_order_id");
  }

  /** A trade of the order {@link #order}. */
  public static String trade(ClientOrderId id, String tradeId, String amount) {
    return trade(id.label(), tradeId, amount).toString();
  }

  static ObjectNode trade(String label, String tradeId, String amount) {
    return Json.object()
        .put("subaccount_id", SUBACCOUNT)
        .put("order_id", "venue-1")
        .put("instrument_name", "ETH-PERP")
        .put("direction", "buy")
        .put("label", label)
        .putNull("quote_id")
        .putNull("rfq_id")
        .put("trade_id", tradeId)
        .put("timestamp", 1791273600290L)
        .put("mark_price", "1992.49")
        .put("index_price", "1991.79")
        .put("trade_price", "1992.37")
        .put("trade_amount", amount)
        .put("liquidity_role", "taker")
        .put("realized_pnl", "0")
        .put("is_transfer", false)
        .putNull("batch_status")
        .put("op_uuid", "d7a1")
        .put("trade_fee", "0.24938425")
        .put("expected_rebate", "0");
  }

  public static String placed(String order, String... trades) {
    return "{\"order\":" + order + ",\"trades\":[" + String.join(",", trades) + "]}";
  }

  /** One page of a history. */
  public static String page(String list, String... rows) {
    return "{\"subaccount_id\":"
        + SUBACCOUNT
        + ",\""
        + list
        + "\":"
        + Stream.of(rows).collect(Collectors.joining(",", "[", "]"))
        + ",\"pagination\":{\"count\":"
        + rows.length
        + ",\"num_pages\":1}}";
  }

  static String ticker(String index, String mark) {
    return """
    {"timestamp":1791273600100,"instrument_ticker":{"t":1791273600100,"A":"1.5","a":"1992.4",
     "B":"2","b":"1992.3","f":"0.0000125","I":"%s","M":"%s","minp":"1950","maxp":"2030",
     "stats":{"c":"1","v":"1","pr":"1","n":1,"oi":"1","h":"1","l":"1","p":"0"},
     "option_pricing":null}}
    """
        .formatted(index, mark);
  }

  static String book(long publishId, String bid, String ask) {
    return """
    {"instrument_name":"ETH-PERP","timestamp":1791273600100,"publish_id":%d,
     "bids":[["%s","1.505"]],"asks":[["%s","1.505"]]}
    """
        .formatted(publishId, bid, ask);
  }

  /** A post-only order: buy 0.25 of the perpetual at 1992.37, valid for a minute. */
  public static OrderRequest request(ClientOrderId id) {
    return request(id, PERP, "1992.37", TimeInForce.POST_ONLY, Instant.now().plusSeconds(60));
  }

  public static OrderRequest request(
      ClientOrderId id,
      Instrument instrument,
      String limit,
      TimeInForce timeInForce,
      Instant rejectAfter) {
    return new OrderRequest(
        id,
        instrument,
        Side.BUY,
        Quantity.of("0.25"),
        Price.of(limit),
        timeInForce,
        false,
        rejectAfter);
  }

  public static String tickerOfPerpetual() {
    return ticker("1991.79", "1992.49");
  }

  public static String bookOfPerpetual() {
    return book(1, "1992.36", "1992.37");
  }

  public static String instrumentOfCall() {
    return CALL_ROW;
  }
}
