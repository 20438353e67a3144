package io.arb.rysk.wire;

import static io.arb.rysk.wire.WireFields.AMOUNT_BITS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.arb.core.evm.Address;
import io.arb.core.wire.Fields;
import java.math.BigInteger;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request for quote as pushed on {@code /rfqs/<asset>}. Two that are equal ask for the same under
 * the same id.
 *
 * @param id becomes the id of the quote
 * @param expirySeconds seconds since 1970
 * @param isTakerBuy absent means false: the taker sells
 * @param quantity units of the underlying times 10^18, positive
 * @param strike USD times 10^8, positive
 * @param usd token that the premium is paid in; old requests have none
 * @param collateralAsset token that the taker locks; old requests have none
 * @param premiumAsset token that the premium is paid in, if not {@code usd}
 * @param makers the addresses invited, as texts; empty: everyone
 * @param echo the terms that a quote repeats, by the names that they have there, exactly as they
 *     came, since the server compares texts byte for byte; amounts are always texts
 */
public record RfqRequest(
    String id,
    Address asset,
    long chainId,
    long expirySeconds,
    boolean isPut,
    boolean isTakerBuy,
    BigInteger quantity,
    BigInteger strike,
    Optional<Address> usd,
    Optional<Address> collateralAsset,
    Optional<Address> premiumAsset,
    List<String> makers,
    Optional<Instant> validUntil,
    Optional<Instant> auctionDeadline,
    Optional<TypedDataDomain> domain,
    Map<String, JsonNode> echo) {
  private static final Map<String, String> ECHOED =
      Map.of(
          "asset", "assetAddress",
          "chainId", "chainId",
          "expiry", "expiry",
          "isPut", "isPut",
          "isTakerBuy", "isTakerBuy",
          "quantity", "quantity",
          "strike", "strike",
          "usd", "usd",
          "collateralAsset", "collateralAsset");

  private static final List<String> AMOUNTS = List.of("quantity", "strike");

  public RfqRequest {
    makers = List.copyOf(makers);
    echo = Map.copyOf(echo);
  }

  /**
   * @throws io.arb.core.wire.WireFormatException if a term is missing or impossible
   */
  static RfqRequest read(String id, Fields terms) {
    return new RfqRequest(
        id,
        WireFields.address(terms, "asset"),
        WireFields.chainId(terms, "chainId"),
        WireFields.epochSeconds(terms, "expiry"),
        terms.bool("isPut"),
        terms.optionalBool("isTakerBuy").orElse(false),
        WireFields.positive(terms, "quantity", AMOUNT_BITS),
        WireFields.positive(terms, "strike", AMOUNT_BITS),
        WireFields.optionalAddress(terms, "usd"),
        WireFields.optionalAddress(terms, "collateralAsset"),
        WireFields.optionalAddress(terms, "premiumAsset"),
        terms.has("makers") ? terms.texts("makers") : List.of(),
        WireFields.optionalEpochMillis(terms, "validUntil"),
        WireFields.optionalEpochMillis(terms, "auctionDeadline"),
        terms.optionalObject("typeDataDomain").map(TypedDataDomain::read),
        echo(terms));
  }

  private static Map<String, JsonNode> echo(Fields terms) {
    Map<String, JsonNode> echo = new LinkedHashMap<>();
    ECHOED.forEach(
        (from, to) -> {
          if (terms.has(from)) {
            echo.put(to, terms.node().get(from));
          }
        });
    AMOUNTS.forEach(amount -> echo.computeIfPresent(amount, (name, value) -> asText(terms, name)));
    if (WireFields.optionalAddress(terms, "premiumAsset").isPresent()) {
      echo.put("premiumAsset", terms.node().get("premiumAsset"));
    }
    return echo;
  }

  /** Amounts are texts in a quote, also where a request had numbers. */
  private static JsonNode asText(Fields terms, String name) {
    JsonNode value = terms.node().get(name);
    return value.isTextual() ? value : TextNode.valueOf(terms.bigInteger(name).toString());
  }
}
