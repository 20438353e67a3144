package io.arb.derive.sign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.arb.core.evm.Address;
import io.arb.core.evm.Hex;
import io.arb.core.model.Side;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The signing test vectors, read from {@code derive-signing.json}. */
public final class SigningVectors {
  private static final JsonNode ROOT = load();

  private SigningVectors() {}

  private static JsonNode load() {
    try (InputStream file =
        Objects.requireNonNull(SigningVectors.class.getResourceAsStream("derive-signing.json"))) {
      return new ObjectMapper().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static JsonNode section(String name) {
    return ROOT.get(name);
  }

  static Stream<JsonNode> rows(String section) {
    return StreamSupport.stream(section(section).spliterator(), false);
  }

  static TradeData trade(JsonNode trade) {
    return new TradeData(
        Address.of(trade.get("asset").asText()),
        new BigInteger(trade.get("subId").asText()),
        decimal(trade, "limitPrice"),
        decimal(trade, "amount"),
        decimal(trade, "maxFee"),
        trade.get("recipientId").asLong(),
        trade.get("isBid").asBoolean());
  }

  static List<RfqLeg> legs(JsonNode rfq) {
    List<RfqLeg> legs = new ArrayList<>();
    for (JsonNode leg : rfq.get("legs")) {
      legs.add(
          new RfqLeg(
              leg.get("instrument_name").asText(),
              Address.of(leg.get("asset").asText()),
              new BigInteger(leg.get("subId").asText()),
              side(leg),
              decimal(leg, "price"),
              decimal(leg, "amount")));
    }
    return legs;
  }

  static BigDecimal decimal(JsonNode row, String name) {
    return new BigDecimal(row.get(name).asText());
  }

  static Side side(JsonNode node) {
    return node.get("direction").asText().equals("buy") ? Side.BUY : Side.SELL;
  }

  static Action action(JsonNode action, ActionData data) {
    return new Action(
        action.get("subaccountId").asLong(),
        new BigInteger(action.get("nonce").asText()),
        Address.of(action.get("module").asText()),
        data,
        action.get("expiry").asLong(),
        Address.of(action.get("owner").asText()),
        Address.of(action.get("signer").asText()));
  }

  static ActionData bytes(JsonNode encodedData) {
    byte[] bytes = Hex.decode(encodedData.asText());
    return precision -> bytes;
  }

  static ActionDomain domain(JsonNode row) {
    return new ActionDomain(Hex.decode(row.get("domainSeparator").asText()), precision(row));
  }

  static Precision precision(JsonNode row) {
    return row.path("environment").asText("v3").startsWith("v2") ? Precision.V2 : Precision.V3;
  }
}
