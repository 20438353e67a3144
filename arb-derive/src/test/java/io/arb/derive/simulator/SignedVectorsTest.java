package io.arb.derive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.evm.Address;
import io.arb.core.evm.BouncyCastleSigner;
import io.arb.core.evm.PrivateKey;
import io.arb.core.model.Money;
import io.arb.core.model.Underlying;
import io.arb.core.paper.LiquidityProfile;
import io.arb.core.paper.PaperMarket;
import io.arb.core.paper.PaperMarketConfig;
import io.arb.core.paper.PaperVenue;
import io.arb.core.paper.VenueRules;
import io.arb.core.wire.Json;
import io.arb.derive.profile.DeriveProfile;
import io.arb.derive.sign.LoginProof;
import io.arb.derive.sign.SigningVectors;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders that others signed, sent as they are. */
final class SignedVectorsTest {
  private static JsonNode vector(String id) {
    return StreamSupport.stream(SigningVectors.section("trades").spliterator(), false)
        .filter(row -> row.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode sent(DeriveProfile profile, JsonNode vector, long now, ObjectNode order) {
    TurnableClock clock = new TurnableClock(Instant.ofEpochSecond(now));
    Address wallet = Address.of(vector.path("action").path("owner").asText());
    var key = new BouncyCastleSigner(PrivateKey.parse(vector.path("privateKey").asText()));
    DeriveWallet customer =
        new DeriveWallet(
            wallet,
            List.of(vector.path("action").path("subaccountId").asLong()),
            Money.of("100000"),
            List.of(DeriveKey.admin(key.address())));
    PaperMarketConfig market = new PaperMarketConfig(new Underlying("ETH"), 7, 0, Duration.ZERO);
    PaperVenue venue =
        new PaperVenue(
            new PaperMarket(market, clock), VenueRules.standard(), LiquidityProfile.none(), 11);
    LoginProof proof = LoginProof.sign(wallet, now * 1000, key);
    try (DeriveSimulator simulator =
            DeriveSimulator.start(
                DeriveSimulatorConfig.of(profile, List.of(customer)), venue, clock);
        Client client = new Client(simulator.webSocketUri())) {
      client.result(
          "public/login",
          Json.object()
              .put("wallet", wallet.checksummed())
              .put("timestamp", Long.toString(now * 1000))
              .put("signature", proof.signature().hex()));
      return client.frame("private/order", order);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "V2_MAINNET, v2-mainnet-eth-perp-buy, 1700000000",
    "V2_MAINNET, v2-mainnet-eth-perp-sell, 1700000000",
    "V3_MAINNET, v3-mainnet-eth-perp-buy, 1791273600"
  })
  void takesAnOrderThatAnotherProgramSigned(DeriveProfile profile, String id, long now) {
    JsonNode vector = vector(id);
    JsonNode reply = sent(profile, vector, now, vector.path("orderParams").deepCopy());

    assertThat(reply.path("result").path("order").path("order_status").asText())
        .as("%s", reply)
        .isEqualTo("open");
  }

  @ParameterizedTest
  @CsvSource({
    "V2_MAINNET, v2-mainnet-eth-perp-buy, 1700000000",
    "V3_MAINNET, v3-mainnet-eth-perp-buy, 1791273600"
  })
  void refusesTheSameOrderWithOneValueChanged(DeriveProfile profile, String id, long now) {
    JsonNode vector = vector(id);
    ObjectNode order = vector.path("orderParams").deepCopy();
    order.put("max_fee", "5");

    assertThat(sent(profile, vector, now, order).path("error").path("code").asInt())
        .isEqualTo(14014);
  }
}
