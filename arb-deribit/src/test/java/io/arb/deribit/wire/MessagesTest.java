package io.arb.deribit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.wire.Fields;
import io.arb.deribit.Vectors;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The frames of the message vectors, each read with the record that is meant for it. */
class MessagesTest {
  @Test
  void everyFrameIsReadable() {
    Vectors.each(Vectors.read("messages").get("messages"))
        .forEach(
            vector ->
                assertThat(DeribitFrame.parse(vector.get("frame").asText()))
                    .as(vector.get("id").asText())
                    .isNotNull());
  }

  @ParameterizedTest
  @CsvSource({"hb, false", "hb-test, true"})
  void onlyATestRequestWantsAnAnswer(String id, boolean isTest) {
    assertThat(frame(id)).isEqualTo(new DeribitFrame.Heartbeat(isTest));
  }

  @Test
  void idComesBackAsText() {
    assertThat(((DeribitFrame.Result) frame("resp-extras")).id()).isEqualTo("5");
    assertThat(((DeribitFrame.Result) frame("resp-extras")).testnet()).contains(true);
    assertThat(((DeribitFrame.Result) frame("resp-string-id")).id()).isEqualTo("a-1");
  }

  @Test
  void statusIsReadInAllItsForms() {
    assertThat(StatusResult.of(result("status")).allLocked()).isFalse();
    assertThat(StatusResult.of(result("status-partial")).lockedIndices())
        .containsExactly("eth_usd");
  }

  @Test
  void platformStateHasOneOfTwoParts() {
    assertThat(PlatformState.of(data("platform-maint")).maintenance()).contains(true);
    assertThat(PlatformState.of(data("platform-lock")).lock())
        .contains(new PlatformState.IndexLock("btc_usd", true));
  }

  @Test
  void optionTickerHasVolatilityInPercent() {
    WireTicker ticker = WireTicker.of(data("ticker-option"));
    JsonNode expect = expect("ticker-option");

    assertThat(ticker.markPrice()).isEqualByComparingTo(expect.get("mark").asText());
    assertThat(ticker.bestBid().orElseThrow()).isEqualByComparingTo(expect.get("bid").asText());
    WireTicker.OptionValues values = ticker.option().orElseThrow();
    assertThat(values.markIv().movePointLeft(2))
        .isEqualByComparingTo(expect.get("mark_iv_fraction").asText());
    assertThat(values.gamma()).isEqualByComparingTo(expect.get("gamma").asText());
    assertThat(values.underlyingPrice()).isEqualByComparingTo(expect.get("underlying").asText());
    assertThat(values.delta().subtract(ticker.markPrice()))
        .isEqualByComparingTo(expect.get("net_transaction_delta").asText());
  }

  @Test
  void nullAndZeroBothMeanThatNobodyIsThere() {
    WireTicker ticker = WireTicker.of(data("ticker-option-empty"));

    assertThat(ticker.bestBid()).isEmpty();
    assertThat(ticker.bestAsk()).isEmpty();
  }

  @Test
  void perpetualTickerIsReadInExponentForm() {
    WireTicker ticker = WireTicker.of(data("ticker-perp"));

    assertThat(ticker.option()).isEmpty();
    assertThat(ticker.markPrice()).isEqualByComparingTo("64041.08");
    assertThat(ticker.maxPrice().orElseThrow()).isEqualByComparingTo("65002");
  }

  @ParameterizedTest
  @CsvSource({"user-order-raw, 1, open", "user-order-100ms, 2, open"})
  void ordersComeAloneOrInAnArray(String id, int count, String firstState) {
    var orders = Rows.oneOrMany(data(id), "orders").stream().map(WireOrder::of).toList();

    assertThat(orders).hasSize(count);
    assertThat(orders.getFirst().orderState()).isEqualTo(firstState);
  }

  @Test
  void waitingTriggerHasNoPriceAndNoFill() {
    WireOrder order = WireOrder.of(Fields.of(data("user-order-trigger"), "order"));

    assertThat(order.price()).isEmpty();
    assertThat(order.filledAmount()).isEqualByComparingTo(BigDecimal.ZERO);
  }

  @Test
  void bumpedOrderIsReadable() {
    assertThat(PlacedOrder.of(result("order-speed-bumped")).order().orderState())
        .isEqualTo("speed_bumped");
  }

  @Test
  void tradeHasItsFeeInCoins() {
    WireTrade trade = WireTrade.of(Rows.of(data("user-trades"), "trades").getFirst());

    assertThat(trade.fee()).isEqualByComparingTo(expect("user-trades").get("fee").asText());
    assertThat(trade.feeCurrency()).isEqualTo("BTC");
    assertThat(trade.liquidity()).isEqualTo("T");
  }

  @ParameterizedTest
  @CsvSource({"position-option", "position-short-option"})
  void positionIsSignedByItsDirection(String id) {
    WirePosition position = WirePosition.of(Rows.of(result(id), "positions").getFirst());

    assertThat(position.signedSize()).isEqualByComparingTo(expect(id).get("size").asText());
  }

  @Test
  void flatPositionIsZero() {
    Fields changes = Fields.of(data("user-changes-flat"), "changes");

    assertThat(WirePosition.of(changes.objects("positions").getFirst()).signedSize()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"trades-by-order-array", "trades-by-order-wrapped"})
  void tradesComeBareOrWrapped(String id) {
    assertThat(TradePage.of(result(id))).isEqualTo(new TradePage(java.util.List.of(), false));
  }

  @Test
  void cancelShowsTheOrderItself() {
    assertThat(WireOrder.of(Fields.of(result("cancel-result"), "order")).cancelReason())
        .isEqualTo("user_request");
  }

  @Test
  void contractSizeMayBeAFraction() {
    WireInstrument instrument =
        WireInstrument.of(Fields.of(result("instrument-fraction"), "instrument"));

    assertThat(instrument.contractSize()).isEqualByComparingTo("0.0001");
    assertThat(instrument.minTradeAmount()).isEqualByComparingTo("0.0001");
  }

  @Test
  void loginSaysWhatWasGranted() {
    AuthResult auth = AuthResult.of(result("auth"));

    assertThat(auth.expiresInSec()).isEqualTo(900);
    assertThat(auth.granted("trade")).contains("read_write");
    assertThat(auth.granted("wallet")).contains("none");
    assertThat(auth.toString()).doesNotContain(auth.refreshToken());
  }

  private static JsonNode vector(String id) {
    return Vectors.each(Vectors.read("messages").get("messages"))
        .filter(vector -> vector.get("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode expect(String id) {
    return vector(id).get("expect");
  }

  private static DeribitFrame frame(String id) {
    return DeribitFrame.parse(vector(id).get("frame").asText());
  }

  private static JsonNode result(String id) {
    return ((DeribitFrame.Result) frame(id)).result();
  }

  private static JsonNode data(String id) {
    return ((DeribitFrame.Notification) frame(id)).data();
  }
}
