package io.arb.rysk.sign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.arb.core.evm.Address;
import io.arb.core.evm.Eip712Domain;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The signing vectors in {@code rysk-eip712.json}, as the types of this package. */
final class Vectors {
  static final JsonNode ROOT = read();

  /** One vector; {@code toString} is its name so that a failing case names itself. */
  record Vector(String name, JsonNode json) {
    Eip712Domain domain() {
      return Vectors.domain(json.get("domain"));
    }

    RyskMessage message() {
      return Vectors.message(json.get("primaryType").textValue(), json.get("message"));
    }

    String privateKey() {
      return json.get("privateKey").textValue();
    }

    Address signer() {
      return Address.of(json.get("signer").textValue());
    }

    String expected(String field) {
      return json.get("expected").get(field).asText();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private Vectors() {}

  /** Every vector of the current types: all but the one of spring 2025. */
  static Stream<Vector> current() {
    return all().filter(vector -> !vector.name().startsWith("legacy"));
  }

  static Vector named(String name) {
    return all().filter(vector -> vector.name().equals(name)).findFirst().orElseThrow();
  }

  static Stream<Vector> all() {
    return elements(ROOT.get("vectors"))
        .map(json -> new Vector(json.get("name").textValue(), json));
  }

  static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  static Eip712Domain domain(JsonNode json) {
    return new Eip712Domain(
        json.get("name").textValue(),
        json.get("version").textValue(),
        number(json, "chainId"),
        address(json, "verifyingContract"));
  }

  private static RyskMessage message(String type, JsonNode json) {
    return switch (type) {
      case "Quote" -> quote(json);
      case "Transfer" -> transfer(json);
      case "Confirmation" -> confirmation(json);
      case "Authentication" -> new RyskAuthentication(json.get("nonce").textValue());
      default -> throw new IllegalArgumentException("unknown type " + type);
    };
  }

  private static RyskQuote quote(JsonNode json) {
    return new RyskQuote(
        address(json, "assetAddress"),
        json.get("chainId").longValue(),
        json.get("isPut").booleanValue(),
        number(json, "strike"),
        number(json, "expiry"),
        address(json, "maker"),
        number(json, "nonce"),
        number(json, "price"),
        number(json, "quantity"),
        json.get("isTakerBuy").booleanValue(),
        number(json, "validUntil"),
        address(json, "usd"),
        address(json, "collateralAsset"));
  }

  private static RyskTransfer transfer(JsonNode json) {
    return new RyskTransfer(
        address(json, "user"),
        address(json, "asset"),
        json.get("chainId").longValue(),
        number(json, "amount"),
        json.get("isDeposit").booleanValue(),
        number(json, "nonce"));
  }

  private static RyskConfirmation confirmation(JsonNode json) {
    return new RyskConfirmation(
        address(json, "maker"),
        address(json, "assetAddress"),
        json.get("chainId").longValue(),
        number(json, "expiry"),
        json.get("isPut").booleanValue(),
        number(json, "nonce"),
        number(json, "price"),
        number(json, "quantity"),
        number(json, "quoteNonce"),
        json.get("quoteSignature").textValue(),
        number(json, "strike"),
        address(json, "taker"),
        json.get("isTakerBuy").booleanValue(),
        address(json, "usd"),
        address(json, "collateralAsset"),
        number(json, "collateralAmount"),
        number(json, "gasFee"));
  }

  private static Address address(JsonNode json, String field) {
    return Address.of(json.get(field).textValue());
  }

  private static BigInteger number(JsonNode json, String field) {
    return new BigInteger(json.get(field).asText());
  }

  private static JsonNode read() {
    try (InputStream in =
        Objects.requireNonNull(Vectors.class.getResourceAsStream("rysk-eip712.json"))) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
