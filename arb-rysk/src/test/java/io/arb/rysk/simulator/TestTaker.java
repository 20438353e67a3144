package io.arb.rysk.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.evm.Address;
import io.arb.core.evm.BouncyCastleSigner;
import io.arb.core.evm.PrivateKey;
import io.arb.core.evm.Signer;
import io.arb.core.wire.Json;
import io.arb.rysk.sign.RyskChain;
import io.arb.rysk.sign.RyskConfirmation;
import java.math.BigInteger;

/** The taker of the published signing vectors: asks and confirms. */
final class TestTaker {
  private static final Signer SIGNER =
      new BouncyCastleSigner(
          PrivateKey.parse("0xa03f0213c832d5aae42e4f15c1799c48a6dd2a47b08f29d565e524407be388f4"));

  private TestTaker() {}

  static Address address() {
    return SIGNER.address();
  }

  /** Asks for the protocol's example: one call on WETH at 3000. */
  static ObjectNode request() {
    return Json.object()
        .put("asset", "0xb67bfa7b488df4f2efa874f4e59242e9130ae61f")
        .put("assetName", "WETH")
        .put("chainId", 84532)
        .put("expiry", 1798185600)
        .put("isPut", false)
        .put("isTakerBuy", false)
        .put("quantity", "1000000000000000000")
        .put("strike", "300000000000")
        .put("taker", address().hex())
        .put("usd", "0x98d56648c9b7f3cb49531f4135115b5000ab1733")
        .put("collateralAsset", "0xb67bfa7b488df4f2efa874f4e59242e9130ae61f");
  }

  /** Takes an offer as the server sent it. */
  static ObjectNode confirmation(JsonNode offer, long nonce) {
    ObjectNode form = Json.object();
    for (String field :
        new String[] {
          "maker",
          "assetAddress",
          "chainId",
          "expiry",
          "isPut",
          "price",
          "quantity",
          "strike",
          "isTakerBuy",
          "usd",
          "collateralAsset"
        }) {
      form.set(field, offer.get(field));
    }
    form.set("quoteNonce", offer.get("nonce"));
    form.set("quoteSignature", offer.get("signature"));
    form.set("quoteValidUntil", offer.get("validUntil"));
    form.set("validUntil", offer.get("validUntil"));
    form.put("nonce", Long.toString(nonce))
        .put("taker", address().hex())
        .put("collateralAmount", offer.get("quantity").textValue())
        .put("gasFee", "0");
    return signed(form);
  }

  static ObjectNode signed(ObjectNode form) {
    RyskConfirmation data = data(form);
    return form.put("signature", data.sign(SIGNER, RyskChain.BASE_SEPOLIA.domain()).hex());
  }

  /** What a confirmation or a trade record says that its taker signed. */
  static RyskConfirmation data(JsonNode form) {
    return new RyskConfirmation(
        address(form, "maker"),
        address(form, "assetAddress"),
        form.get("chainId").longValue(),
        number(form, "expiry"),
        form.get("isPut").booleanValue(),
        number(form, "nonce"),
        number(form, "price"),
        number(form, "quantity"),
        number(form, "quoteNonce"),
        form.get("quoteSignature").textValue(),
        number(form, "strike"),
        address(form, "taker"),
        form.get("isTakerBuy").booleanValue(),
        address(form, "usd"),
        address(form, "collateralAsset"),
        number(form, "collateralAmount"),
        number(form, "gasFee"));
  }

  private static Address address(JsonNode json, String field) {
    return Address.of(json.get(field).textValue());
  }

  private static BigInteger number(JsonNode json, String field) {
    return new BigInteger(json.get(field).asText());
  }
}
