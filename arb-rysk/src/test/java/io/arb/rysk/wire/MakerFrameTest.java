package io.arb.rysk.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.evm.Address;
import io.arb.rysk.wire.MakerFrame.Token;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MakerFrameTest {
  private static final Address USDC = Address.of(SpecFrames.USDC);
  private static final Token USDC_ON_SEPOLIA = new Token(Optional.of(84532L), USDC);

  @Test
  void readsOk() {
    assertThat(MakerFrame.parse(SpecFrames.OK))
        .isEqualTo(new MakerFrame.QuoteOk(SpecFrames.RFQ_ID));
  }

  @Test
  void readsOkInAnyCase() {
    assertThat(MakerFrame.parse(SpecFrames.OK.replace("OK", "ok")))
        .isEqualTo(new MakerFrame.QuoteOk(SpecFrames.RFQ_ID));
  }

  @Test
  void readsAnOutbidNotice() {
    assertThat(MakerFrame.parse(SpecFrames.OUTBID))
        .isEqualTo(
            new MakerFrame.Outbid(
                SpecFrames.RFQ_ID,
                new BigInteger("43100000000000000000"),
                new BigInteger("42500000000000000000")));
  }

  @Test
  void readsTheOlderFormOfAnOutbidNotice() {
    String older =
        """
        {"jsonrpc": "2.0", "method": "skill_issue",
         "params": {"rfqId": "r-1", "newBest": "2", "yours": 1}}
        """;

    assertThat(MakerFrame.parse(older))
        .isEqualTo(new MakerFrame.Outbid("r-1", BigInteger.TWO, BigInteger.ONE));
  }

  @Test
  void readsAnError() {
    assertThat(MakerFrame.parse(SpecFrames.ERROR))
        .isEqualTo(new MakerFrame.Failed(Optional.of(SpecFrames.RFQ_ID), -32011, "asset mismatch"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":null,\"error\":{\"code\":-32700,\"message\":\"parse error\"}}",
        "{\"error\":\"parse error\"}",
        "{\"id\":\"\",\"error\":{\"message\":\"parse error\"}}",
        "{\"id\":{},\"error\":[\"parse error\"]}"
      })
  void anErrorIsReadWhateverItsForm(String text) {
    assertThat(MakerFrame.parse(text))
        .isInstanceOfSatisfying(
            MakerFrame.Failed.class,
            failed -> {
              assertThat(failed.id()).isEmpty();
              assertThat(failed.message()).contains("parse error");
            });
  }

  @Test
  void anErrorOfNullIsNone() {
    assertThat(MakerFrame.parse("{\"id\":\"r-1\",\"result\":\"OK\",\"error\":null}"))
        .isEqualTo(new MakerFrame.QuoteOk("r-1"));
  }

  @Test
  void anErrorWinsOverAResult() {
    assertThat(
            MakerFrame.parse(
                "{\"id\":\"r-1\",\"result\":\"OK\",\"error\":{\"code\":1,\"message\":\"no\"}}"))
        .isEqualTo(new MakerFrame.Failed(Optional.of("r-1"), 1, "no"));
  }

  @Test
  void readsATrade() {
    TradeRecord trade = trade(SpecFrames.TRADE);

    assertThat(trade.maker()).isEqualTo(Address.of(SpecFrames.MAKER));
    assertThat(trade.assetAddress()).isEqualTo(Address.of(SpecFrames.WETH));
    assertThat(trade.chainId()).isEqualTo(84532);
    assertThat(trade.expirySeconds()).isEqualTo(1798185600);
    assertThat(trade.isPut()).isFalse();
    assertThat(trade.isTakerBuy()).isFalse();
    assertThat(trade.quoteNonce()).isEqualTo("1798000000000");
    assertThat(trade.price()).isEqualTo("42500000000000000000");
    assertThat(trade.quantity()).isEqualTo("1000000000000000000");
    assertThat(trade.strike()).isEqualTo("300000000000");
    assertThat(trade.quoteSignature()).contains(SpecFrames.SIGNATURE);
    assertThat(trade.createdAt()).contains(Instant.ofEpochSecond(1798000006));
    assertThat(trade.txHash().orElseThrow()).startsWith("0x3f1d0c5e");
    assertThat(trade.fees()).contains(BigInteger.valueOf(5312500));
  }

  @Test
  void readsTheTradeFormOf2025() {
    TradeRecord trade = trade(SpecFrames.TRADE_OF_2025);

    assertThat(trade.quoteNonce()).isEqualTo("1798000000000");
    assertThat(trade.quoteSignature()).isEmpty();
    assertThat(trade.usd()).isEmpty();
    assertThat(trade.fees()).isEmpty();
    assertThat(trade.txHash()).isEmpty();
    assertThat(trade.createdAt()).isEmpty();
  }

  @Test
  void readsNumbersWhereTextsAreTheRule() {
    TradeRecord trade = trade(SpecFrames.TRADE.replace("\"1798000000000\"", "1798000000000"));

    assertThat(trade.quoteNonce()).isEqualTo("1798000000000");
  }

  @Test
  void brokenExtrasDoNotSinkATrade() {
    String broken =
        SpecFrames.TRADE
            .replace("\"5312500\"", "\"lots\"")
            .replace("1798000006", "-1")
            .replace("\"isTakerBuy\": false", "\"isTakerBuy\": \"no\"");

    TradeRecord trade = trade(broken);

    assertThat(trade.fees()).isEmpty();
    assertThat(trade.createdAt()).isEmpty();
    assertThat(trade.isTakerBuy()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"quoteNonce", "price", "quantity", "strike", "maker", "expiry", "isPut"})
  void aTradeThatCannotBeBookedIsNotMistakenForAnUnknownFrame(String field) {
    String broken = SpecFrames.TRADE.replace("\"" + field + "\"", "\"was" + field + "\"");

    assertThat(MakerFrame.parse(broken))
        .isInstanceOfSatisfying(
            MakerFrame.UnreadableTrade.class, trade -> assertThat(trade.problem()).contains(field));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"trade\",\"result\":{\"note\":\"trade\"}}",
        "{\"id\":\"trade\",\"result\":\"quoteNonce\"}",
        "{\"id\":\"r-1\",\"result\":{\"quoteNonce\":\"1\",\"txHash\":\"0x\"}}",
        "{\"id\":\"r-1\",\"result\":\"trade OK\"}"
      })
  void theWordTradeAloneMakesNoTrade(String text) {
    assertThat(MakerFrame.parse(text)).isInstanceOf(MakerFrame.Unknown.class);
  }

  @Test
  void readsBalances() {
    assertThat(MakerFrame.parse(SpecFrames.BALANCES))
        .isEqualTo(balances(USDC_ON_SEPOLIA, "2500000000"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{'address':'%s','chainId':84532,'amount':'2500000000'}]",
        "[{'token':'%s','chainId':'84532','balance':2500000000}]",
        "{'84532':[{'assetAddress':'%s','balance':'2500000000'}]}",
        "{'84532':{'%s':'2500000000'}}",
        "{'84532':{'%s':{'balance':'2500000000'}}}"
      })
  void readsBalancesInOtherForms(String form) {
    String result = form.replace('\'', '"').formatted(SpecFrames.USDC);

    assertThat(MakerFrame.parse("{\"id\":\"balances\",\"result\":" + result + "}"))
        .isEqualTo(balances(USDC_ON_SEPOLIA, "2500000000"));
  }

  @Test
  void readsBalancesKeyedByTokenWithoutAChain() {
    String result = "{\"" + SpecFrames.USDC + "\":\"7\"}";

    assertThat(MakerFrame.parse("{\"id\":\"balances\",\"result\":" + result + "}"))
        .isEqualTo(balances(new Token(Optional.empty(), USDC), "7"));
  }

  @Test
  void believesTheSmallerOfTwoBalances() {
    String result =
        "[{'asset':'%1$s','balance':'9'},{'asset':'%1$s','balance':'7'}]"
            .replace('\'', '"')
            .formatted(SpecFrames.USDC);

    assertThat(MakerFrame.parse("{\"id\":\"balances\",\"result\":" + result + "}"))
        .isEqualTo(balances(new Token(Optional.empty(), USDC), "7"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[]", "{}", "null", "\"OK\"", "0", "[{\"balance\":\"5\"}]", "{\"total\":\"5\"}"})
  void balancesThatSayNothingAreUnknown(String result) {
    assertThat(MakerFrame.parse("{\"id\":\"balances\",\"result\":" + result + "}"))
        .isInstanceOf(MakerFrame.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"-5\"", "5.5", "\"1e3\"", "true", "\"\"", "null"})
  void aBalanceThatIsNoWholeNumberIsUnknown(String amount) {
    String result = "[{\"asset\":\"" + SpecFrames.USDC + "\",\"balance\":" + amount + "}]";

    assertThat(MakerFrame.parse("{\"id\":\"balances\",\"result\":" + result + "}"))
        .isInstanceOf(MakerFrame.Unknown.class);
  }

  @Test
  void readsPositions() {
    assertThat(MakerFrame.parse(SpecFrames.POSITIONS))
        .isInstanceOfSatisfying(
            MakerFrame.Positions.class,
            list ->
                assertThat(list.positions())
                    .containsExactly(
                        new PositionRecord(
                            Address.of("0x1111111111111111111111111111111111111111"),
                            new BigInteger("1000000000000000000"),
                            new BigInteger("3000000000000000000000"),
                            1798185600,
                            false,
                            "ETH")));
  }

  @Test
  void skipsPositionsThatAreNoOptionTokens() {
    String other = "{\"isOtoken\":false}";

    assertThat(MakerFrame.parse("{\"id\":\"positions\",\"result\":[" + other + "]}"))
        .isInstanceOfSatisfying(
            MakerFrame.Positions.class, list -> assertThat(list.positions()).isEmpty());
  }

  @Test
  void aPositionListWithAGapIsUnknownAsAWhole() {
    String gap = SpecFrames.POSITIONS.replace("[\n", "[{\"isOtoken\":true},");

    assertThat(MakerFrame.parse(gap)).isInstanceOf(MakerFrame.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"deposit-1798000000010", "withdraw-1"})
  void readsTheAcceptanceOfATransfer(String id) {
    assertThat(MakerFrame.parse("{\"id\":\"" + id + "\",\"result\":\"OK\"}"))
        .isEqualTo(new MakerFrame.TransferAccepted(id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n"})
  void blankFramesAreBlank(String text) {
    assertThat(MakerFrame.parse(text)).isEqualTo(new MakerFrame.Blank());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "[]",
        "42",
        "null",
        "{}",
        "{\"id\":\"r-1\"}",
        "{\"id\":\"r-1\",\"result\":null}",
        "{\"id\":\"r-1\",\"result\":{\"rfqId\":\"r-1\"}}",
        "{\"id\":\"r-1\",\"result\":{\"rfqId\":\" \",\"newBest\":\"1\",\"yours\":\"1\"}}",
        "{\"id\":\"r-1\",\"result\":{\"rfqId\":\"r-1\",\"newBest\":\"-1\",\"yours\":\"1\"}}",
        "{\"id\":\"r-1\",\"method\":\"hello\",\"params\":{}}",
        "{\"id\":\"r-1\",\"id\":\"r-2\",\"result\":\"OK\"}",
        "{\"id\":\"r-1\",\"result\":\"OK\"} trailing"
      })
  void everythingElseIsUnknownWithAReason(String text) {
    assertThat(MakerFrame.parse(text))
        .isInstanceOfSatisfying(
            MakerFrame.Unknown.class, unknown -> assertThat(unknown.reason()).isNotBlank());
  }

  @Test
  void aFrameOfAMegabyteIsReadLikeAnyOther() {
    String padded = SpecFrames.OK.replace("{", "{\"padding\":\"" + "x".repeat(1 << 20) + "\",");

    assertThat(MakerFrame.parse(padded)).isEqualTo(new MakerFrame.QuoteOk(SpecFrames.RFQ_ID));
  }

  private static MakerFrame balances(Token token, String amount) {
    return new MakerFrame.Balances(Map.of(token, new BigInteger(amount)));
  }

  private static TradeRecord trade(String text) {
    return ((MakerFrame.Traded) MakerFrame.parse(text)).trade();
  }
}
