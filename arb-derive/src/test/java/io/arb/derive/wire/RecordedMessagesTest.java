package io.arb.derive.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.model.FeeSchedule;
import io.arb.core.model.Instrument;
import io.arb.core.model.Level;
import io.arb.core.model.Money;
import io.arb.core.model.Option;
import io.arb.core.model.OptionGreeks;
import io.arb.core.model.OrderBook;
import io.arb.core.model.OrderStatus;
import io.arb.core.model.OrderUpdate;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import io.arb.core.model.Ticker;
import io.arb.core.wire.Fields;
import io.arb.core.wire.Json;
import io.arb.derive.map.DeriveInstrument;
import io.arb.derive.map.InstrumentName;
import io.arb.derive.map.MarketReader;
import io.arb.derive.map.OrderReader;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Every kind of message that was recorded from the venue passes into the model. The REST replies of
 * 2025 are the recorded ones (ccxt, MIT licence); the others are messages of the same shape,
 * written by hand with other values, because the recordings may not be copied.
 */
class RecordedMessagesTest {
  private static final Instant NOW = Instant.ofEpochMilli(1780000000000L);

  private static JsonNode rest(String call) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            RecordedMessagesTest.class.getResourceAsStream("rest_responses_2025-01-06.json"))) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return Json.parse(text, "recording").get(call);
    }
  }

  private static JsonNode json(String text) {
    return Json.parse(text, "sample");
  }

  private static JsonNode notified(String text, String channel) {
    assertThat(DeriveFrame.parse(text))
        .isInstanceOfSatisfying(
            DeriveFrame.Notification.class, news -> assertThat(news.channel()).isEqualTo(channel));
    return ((DeriveFrame.Notification) DeriveFrame.parse(text)).data();
  }

  @Test
  void timeIsAPlainNumber() throws IOException {
    DeriveFrame.Reply reply = DeriveFrame.parseBody(rest("public/get_time").toString());

    assertThat(reply)
        .isInstanceOfSatisfying(
            DeriveFrame.Result.class,
            result -> {
              assertThat(result.id()).isEqualTo("56c058a2-8e27-4b78-80fc-45d0101d0d4d");
              assertThat(result.result().longValue()).isEqualTo(1735887937060L);
            });
  }

  @Test
  void longTickerHoldsInstrumentAndIndex() throws IOException {
    JsonNode result = rest("public/get_ticker BTC-PERP").get("result");
    DeriveInstrument instrument =
        DeriveInstrument.of(WireInstrument.of(Fields.of(result, "ticker")));

    assertThat(instrument.instrument()).isEqualTo(Perpetual.of("BTC"));
    assertThat(instrument.spec().tick()).isEqualTo(Price.of("0.1"));
    assertThat(instrument.spec().step()).isEqualTo(Quantity.of("0.001"));
    assertThat(instrument.spec().minQuantity()).isEqualTo(Quantity.of("0.01"));
    FeeSchedule fees = instrument.spec().fees();
    assertThat(fees.makerRate()).isEqualByComparingTo("0.00005");
    assertThat(fees.takerBase()).isEqualTo(Money.of("0.1"));
    assertThat(fees.premiumCap()).isEmpty();
    assertThat(MarketReader.index(result)).isEqualTo(Price.of("99059.7"));
  }

  @Test
  void publicTradeHistoryIsPaged() throws IOException {
    JsonNode result = rest("public/get_trade_history BTC-PERP").get("result");
    Page<WireTrade> page = Page.of(result, "trades", WireTrade::of);

    assertThat(page.numPages()).isEqualTo(598652);
    assertThat(page.items())
        .singleElement()
        .satisfies(
            trade -> {
              assertThat(trade.orderId()).isEmpty();
              assertThat(OrderReader.fill(trade).fee()).isEqualTo(Money.of("0.397286204785450038"));
            });
  }

  @Test
  void subscribeReplyOfTwoChannels() {
    JsonNode frame =
        json(
            """
            {"id":4,"result":{"status":{"orderbook.BTC-20260306-70000-P.10.10":"ok",
              "ticker_slim.BTC-20260306-70000-P.100":"ok"},
              "current_subscriptions":["ticker_slim.BTC-20260306-70000-P.100",
              "orderbook.BTC-20260306-70000-P.10.10"]}}
            """);
    SubscribeResult result = SubscribeResult.of(frame.get("result"));

    assertThat(result.status().keySet()).allMatch(result::isSubscribed);
  }

  @Test
  void subscribeReplyWithOneRefusedChannel() {
    SubscribeResult result =
        SubscribeResult.of(
            json(
                """
                {"current_subscriptions":["ticker_slim.ETH-USDC.1000","trades.erc20.ETH"],
                 "status":{"ticker_slim.ETH-USDC.1000":"ok","trades.erc20.ETH":"ok",
                   "trades.spot.ETH":"{'instrument_type': ['Invalid enum value spot']}"}}
                """));

    assertThat(result.isSubscribed("trades.erc20.ETH")).isTrue();
    assertThat(result.isSubscribed("trades.spot.ETH")).isFalse();
    assertThat(result.complaint("trades.spot.ETH")).contains("Invalid enum value spot");
    assertThat(result.isSubscribed("ticker_slim.ETH-PERP.100")).isFalse();
  }

  @Test
  void bookOfAPutGroupedByTen() {
    JsonNode data =
        notified(
            """
            {"method":"subscription","params":{"channel":"orderbook.BTC-20260306-70000-P.10.10",
              "data":{"timestamp":1772700000966,"instrument_name":"BTC-20260306-70000-P",
                "publish_id":61593,"bids":[["350","0.5"],["330","1"],["290","0.71243"]],
                "asks":[["430","0.5"],["530","0.71243"]]}}}
            """,
            "orderbook.BTC-20260306-70000-P.10.10");
    WireBook wire = WireBook.of(data);
    Instrument instrument = InstrumentName.parse(wire.instrumentName()).orElseThrow();
    OrderBook book = MarketReader.book(instrument, wire, NOW);

    assertThat(instrument)
        .isEqualTo(Option.put("BTC", Instant.parse("2026-03-06T08:00:00Z"), "70000"));
    assertThat(wire.publishId()).isEqualTo(61593);
    assertThat(book.bids()).hasSize(3);
    assertThat(book.bestAsk()).contains(Level.of("430", "0.5"));
    assertThat(book.isUsable()).isTrue();
  }

  @Test
  void bookOfSpotWithAnEmptySide() {
    WireBook wire =
        WireBook.of(
            json(
                """
                {"asks":[],"bids":[["0.3","41"],["0.1","30.5"]],"instrument_name":"ETH-USDC",
                 "publish_id":8571,"timestamp":1779607319000}
                """));

    assertThat(wire.asks()).isEmpty();
    assertThat(InstrumentName.parse(wire.instrumentName())).isEmpty();
  }

  @Test
  void bookWithLevelsAsObjects() {
    WireBook wire =
        WireBook.of(
            json(
                """
                {"instrument_name":"ETH-PERP","publish_id":1,"timestamp":1,
                 "bids":[{"price":"10","amount":"2"},{"price":"9","amount":"0"}],"asks":[]}
                """));

    assertThat(MarketReader.book(Perpetual.of("ETH"), wire, NOW).bids())
        .containsExactly(Level.of("10", "2"));
  }

  @Test
  void slimTickerOfAPutUnderAV2Notification() {
    JsonNode data =
        notified(
            """
            {"method":"subscription","params":{"channel":"ticker_slim.BTC-20260306-70000-P.100",
              "data":{"timestamp":1772700000966,"instrument_ticker":{"t":1772700000966,"A":"0.5",
                "a":"424","B":"0.5","b":"351","f":null,
                "option_pricing":{"d":"-0.25971","t":"-443.85213","g":"0.00014192","v":"11.84114",
                  "i":"0.71513","r":"0.85214","f":"71167","m":"374","df":"1","bi":"0.69323",
                  "ai":"0.76013"},
                "I":"71178","M":"374","stats":{"c":"1.4","v":"92411.6","pr":"788.3","n":3,
                  "oi":"1.4","h":"944.4","l":"505.3","p":"-0.4"},"minp":"4","maxp":"1978"}}}}
            """,
            "ticker_slim.BTC-20260306-70000-P.100");
    Ticker ticker =
        MarketReader.ticker(
            Option.put("BTC", Instant.parse("2026-03-06T08:00:00Z"), "70000"),
            WireTicker.of(data),
            NOW);

    OptionGreeks greeks = ticker.greeks().orElseThrow();
    assertThat(ticker.index()).isEqualTo(Price.of("71178"));
    assertThat(ticker.mark()).isEqualTo(Price.of("374"));
    assertThat(greeks.delta()).isEqualByComparingTo("-0.25971");
    assertThat(greeks.gamma()).isEqualByComparingTo("0.00014192");
    assertThat(greeks.vegaPerPoint()).isEqualByComparingTo("11.84114");
    assertThat(greeks.thetaPerDay()).isEqualByComparingTo("-443.85213");
    assertThat(greeks.volFraction()).isEqualByComparingTo("0.71513");
    assertThat(greeks.forward()).isEqualTo(Price.of("71167"));
  }

  @Test
  void slimTickerOfACallWithoutABidVolatility() {
    WireTicker ticker =
        WireTicker.of(
            json(
                """
                {"instrument_ticker":{"A":"12.7","B":"151.6","I":"2001.7","M":"399.1","a":"410.8",
                  "b":"384","f":null,"maxp":"433.6","minp":"367.1",
                  "option_pricing":{"ai":"0.89","bi":"0","d":"0.95111","df":"0.999","f":"2002.6",
                    "g":"0.00036144","i":"0.67798","m":"399.1","r":"16.39143","t":"-0.91562",
                    "v":"0.41175"},
                  "stats":{"c":"0","h":"0","l":"0","n":0,"oi":"0","p":"0","pr":"0","v":"0"},
                  "t":1779953796000},"timestamp":1779953796000}
                """));

    assertThat(ticker.optionPricing().orElseThrow().delta()).isEqualByComparingTo("0.95111");
    assertThat(ticker.timestamp()).isEqualTo(1779953796000L);
  }

  @Test
  void slimTickerOfAPerpetual() {
    WireTicker ticker =
        WireTicker.of(
            json(
                """
                {"instrument_ticker":{"A":"1.6","B":"1.6","I":"2001.79","M":"2002.49",
                  "a":"2002.37","b":"2002.36","f":"0.000012600","maxp":"2042.33",
                  "minp":"1963.45","option_pricing":null,
                  "stats":{"c":"3089","h":"2094.5","l":"1972.4","n":2600,"oi":"4249","p":"-0.04",
                    "pr":"6248579","v":"6249174"},"t":1779953796700},"timestamp":1779953796700}
                """));

    assertThat(ticker.optionPricing()).isEmpty();
    assertThat(ticker.markPrice()).isEqualByComparingTo("2002.49");
  }

  @Test
  void slimTickerOfSpotWithoutAnAsk() {
    WireTicker ticker =
        WireTicker.of(
            json(
                """
                {"instrument_ticker":{"A":"0","B":"44","I":"2132.29","M":"2132.29","a":"0",
                  "b":"0.3","f":null,"maxp":"2174.73","minp":"2090.68","option_pricing":null,
                  "stats":{"c":"0","h":"0","l":"0","n":0,"oi":"0","p":"0","pr":"0","v":"0"},
                  "t":1779607319000},"timestamp":1779607319000}
                """));

    assertThat(ticker.indexPrice()).isEqualByComparingTo("2132.29");
  }

  @Test
  void valuationMayHaveMoreDecimalsThanAPrice() {
    JsonNode ticker =
        json(
            """
            {"instrument_ticker":{"t":1,"I":"99059.7",
              "M":"99031.927500030360533855455464935302734375","option_pricing":null}}
            """);

    assertThat(MarketReader.ticker(Perpetual.of("BTC"), WireTicker.of(ticker), NOW).mark())
        .isEqualTo(Price.of("99031.927500030360533855"));
  }

  @Test
  void tickersByNameInOneReply() {
    DeriveFrame frame =
        DeriveFrame.parse(
            """
            {"jsonrpc":"2.0","id":1,"result":{"tickers":{"BTC-20260327-150000-P":{
              "t":1773963675000,"A":"0","a":"0","B":"0","b":"0","f":null,
              "option_pricing":{"d":"-0.99999","t":"0","g":"0","v":"0","i":"0.71527",
                "r":"1717.2","f":"69827","m":"80173","df":"1","bi":"0","ai":"0"},
              "I":"69839","M":"80173","stats":{"c":"0","v":"0","pr":"0","n":0,"oi":"0","h":"0",
                "l":"0","p":"0"},"minp":"77263","maxp":"82954"}}}}
            """);

    assertThat(frame)
        .isInstanceOfSatisfying(
            DeriveFrame.Result.class,
            result -> {
              JsonNode row = result.result().at("/tickers/BTC-20260327-150000-P");
              WireTicker ticker = WireTicker.ofSlim(Fields.of(row, "ticker"));
              assertThat(ticker.optionPricing().orElseThrow().gamma()).isZero();
            });
  }

  @Test
  void spotInstrumentsAreReadAndPassedOver() {
    WireInstrument spot =
        WireInstrument.of(
            Fields.parse(
                """
                {"instrument_type":"erc20","instrument_name":"ETH-USDC","scheduled_activation":0,
                 "scheduled_deactivation":9223372036854775807,"is_active":true,"tick_size":"0.1",
                 "minimum_amount":"0.1","maximum_amount":"10000","amount_step":"0.01",
                 "mark_price_fee_rate_cap":"0","maker_fee_rate":"0","taker_fee_rate":"0",
                 "base_fee":"0","base_currency":"ETH","quote_currency":"USDC",
                 "option_details":null,"perp_details":null,
                 "erc20_details":{"decimals":18,
                   "underlying_erc20_address":"0x0000000000000000000000000000000000000001",
                   "borrow_index":"1","supply_index":"1"},
                 "base_asset_address":"0x41675b7746AE0E464f2594d258CF399c392A179C",
                 "base_asset_sub_id":"0","pro_rata_fraction":"0","fifo_min_allocation":"0",
                 "pro_rata_amount_step":"1"}
                """,
                "instrument"));

    assertThat(InstrumentName.parse(spot.instrumentName())).isEmpty();
  }

  @Test
  void restReplyToAnOrderWithAShortNonce() {
    PlacedOrder placed =
        PlacedOrder.of(
            json(
                """
                {"order":{"amount":"0.2","average_price":"0","cancel_reason":"",
                  "creation_timestamp":1779606523000,"direction":"buy","extra_fee":"0",
                  "filled_amount":"0","instrument_name":"ETH-PERP","is_transfer":false,
                  "label":"research","last_update_timestamp":1779606523000,"limit_price":"101",
                  "max_fee":"1000","mmp":false,"nonce":17796065232321,"order_fee":"0",
                  "order_id":"4c502c6f-0000-4649-8102-2755e8280400","order_status":"open",
                  "order_type":"limit","quote_id":null,"replaced_order_id":null,
                  "signature":"0xb9","signature_expiry_sec":1779607123,"signed_limit_price":null,
                  "signer":"0xd1bb5c1daeba3b9ccf690aecceff80a0afb0d48e","subaccount_id":144259,
                  "time_in_force":"gtc","trigger_price":null,"trigger_price_type":null,
                  "trigger_reject_message":null,"trigger_type":null},"trades":[]}
                """));
    OrderUpdate update = OrderReader.order(placed.order());

    assertThat(update.id()).isEmpty();
    assertThat(update.status()).isEqualTo(OrderStatus.OPEN);
    assertThat(update.side()).isEqualTo(Side.BUY);
    assertThat(placed.order().nonce()).isEqualTo("17796065232321");
  }

  @Test
  void settledTradeWithWalletAndRole() {
    WireTrade trade =
        WireTrade.of(
            Fields.parse(
                """
                {"trade_id":"0445f96a-10fb-4fdc-a0f9-000000000000","instrument_name":"ETH-PERP",
                 "timestamp":1775245899000,"trade_price":"2051","trade_amount":"0.2",
                 "mark_price":"2052.7251201831556","index_price":"2052.7251201831556",
                 "direction":"sell","quote_id":null,"rfq_id":null,
                 "wallet":"0x0000000000000000000000000000000000000002","subaccount_id":143373,
                 "tx_status":"settled","tx_hash":"0x0e","trade_fee":"0","expected_rebate":"0",
                 "liquidity_role":"maker","realized_pnl":"0.27","realized_pnl_excl_fees":"0.27",
                 "extra_fee":"0"}
                """,
                "trade"));

    assertThat(OrderReader.fill(trade).side()).isEqualTo(Side.SELL);
    assertThat(OrderReader.fill(trade).quantity()).isEqualTo(new Quantity(new BigDecimal("0.2")));
  }
}
