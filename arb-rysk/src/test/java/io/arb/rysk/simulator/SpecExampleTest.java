package io.arb.rysk.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.evm.Address;
import io.arb.core.wire.Json;
import io.arb.rysk.sign.RyskChain;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The protocol's own example from request to trade, with its published signatures, none of which
 * was made by this code.
 */
class SpecExampleTest {
  private static final String QUOTE =
      """
      {"assetAddress": "0xb67bfa7b488df4f2efa874f4e59242e9130ae61f",
       "chainId": 84532,
       "expiry": 1798185600,
       "isPut": false,
       "isTakerBuy": false,
       "maker": "0x192cb82e4e614e486f2acf5481bcd1e9f69a92d0",
       "nonce": "1798000000000",
       "price": "42500000000000000000",
       "quantity": "1000000000000000000",
       "strike": "300000000000",
       "signature": "0x4703c6a38f1424e896ecfc42240b729b7ed7bd89bd2355c96a23ae4156caf7055aeabca9f5a1d82984bac5986780d791bcd70bdcd36d8e7d2630c9ecc36a995d1c",
       "validUntil": 1798000030,
       "usd": "0x98d56648c9b7f3cb49531f4135115b5000ab1733",
       "collateralAsset": "0xb67bfa7b488df4f2efa874f4e59242e9130ae61f"}
      """;
  private static final String CONFIRMATION =
      """
      {"maker": "0x192cb82e4e614e486f2acf5481bcd1e9f69a92d0",
       "assetAddress": "0xb67bfa7b488df4f2efa874f4e59242e9130ae61f",
       "chainId": 84532,
       "expiry": 1798185600,
       "isPut": false,
       "nonce": "1798000004321",
       "price": "42500000000000000000",
       "quantity": "1000000000000000000",
       "quoteNonce": "1798000000000",
       "quoteSignature": "0x4703c6a38f1424e896ecfc42240b729b7ed7bd89bd2355c96a23ae4156caf7055aeabca9f5a1d82984bac5986780d791bcd70bdcd36d8e7d2630c9ecc36a995d1c",
       "quoteValidUntil": 1798000030,
       "validUntil": 1798000030,
       "strike": "300000000000",
       "taker": "0x45bc02a5df1a2d71a937eee118cfc71f1ee0ca9c",
       "isTakerBuy": false,
       "usd": "0x98d56648c9b7f3cb49531f4135115b5000ab1733",
       "collateralAsset": "0xb67bfa7b488df4f2efa874f4e59242e9130ae61f",
       "collateralAmount": "1000000000000000000",
       "gasFee": "0",
       "signature": "0x49398beb701fe77138805d68b2bbc02ca4e11eae0e987df389c746342187836f50bb5859faf41f4c053cb5e6ff39a31857426ce38061dc7039707cc7f9e313ea1b"}
      """;
  private static final String DEPOSIT =
      """
      {"user": "0x192cb82e4e614e486f2acf5481bcd1e9f69a92d0",
       "asset": "0x98d56648c9b7f3cb49531f4135115b5000ab1733",
       "chainId": 84532,
       "amount": "2500000000",
       "isDeposit": true,
       "nonce": "1798000000010",
       "signature": "0xa00356fdde191995191a6d3895913bfc288d6a1ebcea2bb0a517c7cb33ea4069002a699fec8aa2bd4d3ef7196d2e579bb9ea76ee9ff5348f029b29295e4eaa081c"}
      """;
  private static final Address MAKER = Address.of("0x192cb82e4e614e486f2acf5481bcd1e9f69a92d0");

  private final Stage stage =
      Stage.open(
          Stage.config()
              .with(
                  RyskTiming.standard().with(Stage.WINDOW, DelayRange.of(Duration.ofSeconds(2)))));

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void exampleIsTradedAsWritten() {
    Peer taker = stage.connectTaker();
    taker.send(Peer.request("t-1", "request", TestTaker.request()));
    JsonNode push = stage.rfqs.next();
    assertThat(push.get("result")).isEqualTo(TestTaker.request());
    assertThat(
            stage
                .maker
                .ask(push.get("id").textValue(), "quote", Json.parse(QUOTE, "quote"))
                .get("result")
                .textValue())
        .isEqualTo("OK");

    stage.pass(Stage.WINDOW);
    assertThat(taker.next().at("/result/nonce").textValue()).isEqualTo("1798000000000");
    stage.clock.set(Instant.ofEpochSecond(1_798_000_004));
    assertThat(
            taker.ask("t-2", "confirm", Json.parse(CONFIRMATION, "confirm")).get("result").asText())
        .isEqualTo("OK");
    stage.pass(Duration.ofSeconds(2));

    JsonNode trade = stage.maker.next();
    assertThat(trade.get("id").textValue()).isEqualTo("trade");
    assertThat(trade.get("result")).isEqualTo(expectedTrade(trade.at("/result/txHash").asText()));
    assertThat(stage.simulator.books().balance(MAKER, RyskChain.BASE_SEPOLIA.strikeAsset()))
        .isEqualTo(2_500_000_000L - 42_500_000L - 5_312_500L);
  }

  private static JsonNode expectedTrade(String txHash) {
    JsonNode confirmed = Json.parse(CONFIRMATION, "confirm");
    return Json.parse(
        """
        {"maker": "0x192cb82e4e614e486f2acf5481bcd1e9f69a92d0",
         "taker": "0x45bc02a5df1a2d71a937eee118cfc71f1ee0ca9c",
         "assetAddress": "0xb67bfa7b488df4f2efa874f4e59242e9130ae61f",
         "chainId": 84532,
         "expiry": 1798185600,
         "isPut": false,
         "isTakerBuy": false,
         "nonce": "1798000004321",
         "price": "42500000000000000000",
         "quantity": "1000000000000000000",
         "quoteNonce": "1798000000000",
         "quoteValidUntil": 1798000030,
         "quoteSignature": "%s",
         "strike": "300000000000",
         "signature": "%s",
         "validUntil": 1798000030,
         "usd": "0x98d56648c9b7f3cb49531f4135115b5000ab1733",
         "createdAt": 1798000006,
         "apr": 253.56,
         "mark": "2850000000000000000000",
         "txHash": "%s",
         "fees": "5312500",
         "status": "",
         "collateralAsset": "0xb67bfa7b488df4f2efa874f4e59242e9130ae61f",
         "gasFee": "0",
         "collateralAmount": "1000000000000000000",
         "isEIP1271": false}
        """
            .formatted(
                confirmed.get("quoteSignature").textValue(),
                confirmed.get("signature").textValue(),
                txHash),
        "trade");
  }

  @Test
  void exampleDepositIsTaken() {
    assertThat(stage.maker.ask("d", "deposit", Json.parse(DEPOSIT, "d")).get("result").asText())
        .isEqualTo("OK");

    stage.pass(Duration.ofSeconds(2));

    assertThat(stage.simulator.books().balance(MAKER, RyskChain.BASE_SEPOLIA.strikeAsset()))
        .isEqualTo(5_000_000_000L);
  }
}
