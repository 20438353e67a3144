package io.arb.rysk.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.evm.Address;
import io.arb.core.evm.Eip712Domain;
import io.arb.core.wire.Json;
import io.arb.rysk.sign.RyskChain;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What a taker asks for, in the texts of the wire: the server compares quotes with them byte for
 * byte. Immutable.
 *
 * @param expiry seconds since 1970
 * @param isTakerBuy absent counts as false
 * @param quantity e18, decimal digits
 * @param strike e8, decimal digits
 * @param taker may be the zero address: nobody, who only wants to know the price
 * @param extras optional fields of the request by their names, for example {@code makers}, {@code
 *     typeDataDomain}, {@code validUntil} or {@code premiumAsset}
 */
public record RfqTerms(
    String asset,
    Optional<String> assetName,
    long chainId,
    long expiry,
    boolean isPut,
    Optional<Boolean> isTakerBuy,
    String quantity,
    String strike,
    String taker,
    Optional<String> usd,
    Optional<String> collateralAsset,
    Map<String, JsonNode> extras) {
  public RfqTerms {
    extras = Map.copyOf(extras);
    requireDigits("quantity", quantity);
    requireDigits("strike", strike);
  }

  static RfqTerms parse(Params params) {
    return new RfqTerms(
        params.account("asset").hex(),
        params.optionalText("assetName"),
        params.integer("chainId"),
        params.integer("expiry"),
        params.bool("isPut"),
        params.optionalBool("isTakerBuy"),
        params.digits("quantity"),
        params.digits("strike"),
        params.account("taker").hex(),
        Optional.of(params.account("usd").hex()),
        Optional.of(params.account("collateralAsset").hex()),
        Map.of());
  }

  /** These terms with one more optional field. */
  public RfqTerms with(String field, JsonNode value) {
    Map<String, JsonNode> more = new LinkedHashMap<>(extras);
    more.put(field, value);
    return copy(asset, assetName, isTakerBuy, usd, collateralAsset, more);
  }

  boolean takerBuys() {
    return isTakerBuy.orElse(false);
  }

  BigInteger quantityUnits() {
    return new BigInteger(quantity);
  }

  BigInteger strikeUnits() {
    return new BigInteger(strike);
  }

  /** The token that the premium is paid in; old requests do not say. */
  Optional<Address> premiumToken() {
    return Optional.ofNullable(extras.get("premiumAsset"))
        .map(JsonNode::asText)
        .filter(text -> !text.isEmpty())
        .or(() -> usd)
        .map(Address::of);
  }

  /** Whether a maker may quote: all may, unless the request names some. */
  boolean invites(Address maker) {
    JsonNode makers = extras.get("makers");
    return makers == null
        || makers.isEmpty()
        || StreamSupport.stream(makers.spliterator(), false)
            .anyMatch(invited -> maker.hex().equals(invited.asText().toLowerCase(Locale.ROOT)));
  }

  /** The domain that quotes are signed under; empty if no signature could be right. */
  Optional<Eip712Domain> domain() {
    JsonNode own = extras.get("typeDataDomain");
    if (own == null) {
      return RyskChain.of(chainId).map(RyskChain::domain);
    }
    if (own.hasNonNull("salt")
        || !own.path("name").isTextual()
        || !own.path("version").isTextual()
        || !own.path("verifyingContract").isTextual()) {
      return Optional.empty();
    }
    return Optional.of(
        new Eip712Domain(
            own.get("name").textValue(),
            own.get("version").textValue(),
            BigInteger.valueOf(chainId),
            Address.of(own.get("verifyingContract").textValue())));
  }

  /** As they are pushed to makers. */
  ObjectNode json() {
    ObjectNode json = Json.object().put("asset", asset);
    assetName.ifPresent(name -> json.put("assetName", name));
    json.put("chainId", chainId).put("expiry", expiry).put("isPut", isPut);
    isTakerBuy.ifPresent(buys -> json.put("isTakerBuy", buys));
    json.put("quantity", quantity).put("strike", strike).put("taker", taker);
    usd.ifPresent(token -> json.put("usd", token));
    collateralAsset.ifPresent(token -> json.put("collateralAsset", token));
    json.setAll(extras);
    return json;
  }

  /** These terms as faults make them. */
  RfqTerms spoiled(RyskFaults faults) {
    boolean oldForm = faults.has(RyskFault.RFQ_OLD_FORM);
    boolean mixedCase = faults.has(RyskFault.RFQ_MIXED_CASE);
    Optional<Boolean> buys = faults.has(RyskFault.RFQ_TAKER_BUYS) ? Optional.of(true) : isTakerBuy;
    return copy(
        mixedCase ? checksummed(asset) : asset,
        faults.has(RyskFault.RFQ_WITHOUT_ASSET_NAME) ? Optional.empty() : assetName,
        faults.has(RyskFault.RFQ_WITHOUT_TAKER_BUY) ? Optional.empty() : buys,
        usd.filter(any -> !oldForm).map(text -> mixedCase ? checksummed(text) : text),
        collateralAsset.filter(any -> !oldForm).map(text -> mixedCase ? checksummed(text) : text),
        extras);
  }

  private RfqTerms copy(
      String newAsset,
      Optional<String> newAssetName,
      Optional<Boolean> newIsTakerBuy,
      Optional<String> newUsd,
      Optional<String> newCollateralAsset,
      Map<String, JsonNode> newExtras) {
    return new RfqTerms(
        newAsset,
        newAssetName,
        chainId,
        expiry,
        isPut,
        newIsTakerBuy,
        quantity,
        strike,
        taker,
        newUsd,
        newCollateralAsset,
        newExtras);
  }

  private static String checksummed(String text) {
    return Address.of(text).checksummed();
  }

  private static void requireDigits(String field, String text) {
    if (!text.matches("[0-9]{1,78}")) {
      throw new IllegalArgumentException(field + " must be decimal digits, got '" + text + "'");
    }
  }
}
