package io.arb.rysk.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.evm.Address;
import io.arb.core.evm.BouncyCastleSigner;
import io.arb.core.evm.Eip712Domain;
import io.arb.core.evm.PrivateKey;
import io.arb.core.evm.Signer;
import io.arb.core.wire.Json;
import io.arb.rysk.sign.RyskChain;
import io.arb.rysk.sign.RyskQuote;
import io.arb.rysk.sign.RyskTransfer;
import java.math.BigDecimal;
import java.math.BigInteger;

/** The least that a maker needs: makes and signs the parameters of its requests. */
final class TestMaker {
  static final long VALID_UNTIL = 1_798_000_030;

  /** The maker of the published signing vectors. */
  static final TestMaker FIRST =
      new TestMaker("0xa1a49104bd487ad179ee4d7e9ae5ea7adb6582f73b2d3274cb4f2d878ceaeefd");

  static final TestMaker SECOND =
      new TestMaker("0x4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318");

  private final Signer signer;

  private TestMaker(String key) {
    signer = new BouncyCastleSigner(PrivateKey.parse(key));
  }

  Address address() {
    return signer.address();
  }

  /** A right quote in all fields; price in USD. */
  ObjectNode quote(JsonNode rfq, String price, long nonce) {
    ObjectNode quote = unsigned(rfq, e18(price).toString(), Long.toString(nonce), VALID_UNTIL);
    return signed(quote, RyskChain.BASE_SEPOLIA.domain());
  }

  ObjectNode unsigned(JsonNode rfq, String price, String nonce, long validUntil) {
    ObjectNode quote = Json.object();
    quote.set("assetAddress", rfq.get("asset"));
    for (String field : new String[] {"chainId", "expiry", "isPut", "quantity", "strike"}) {
      quote.set(field, rfq.get(field));
    }
    return quote
        .put("isTakerBuy", rfq.path("isTakerBuy").asBoolean(false))
        .put("maker", address().hex())
        .put("nonce", nonce)
        .put("price", price)
        .put("validUntil", validUntil)
        .put("usd", rfq.path("usd").asText("0x98d56648c9b7f3cb49531f4135115b5000ab1733"))
        .put(
            "collateralAsset",
            rfq.path("collateralAsset").asText("0xb67bfa7b488df4f2efa874f4e59242e9130ae61f"));
  }

  /** The same with a signature of what it says, under any domain. */
  ObjectNode signed(ObjectNode quote, Eip712Domain domain) {
    RyskQuote data =
        new RyskQuote(
            Address.of(quote.get("assetAddress").textValue()),
            quote.get("chainId").longValue(),
            quote.get("isPut").booleanValue(),
            new BigInteger(quote.get("strike").asText()),
            BigInteger.valueOf(quote.get("expiry").longValue()),
            address(),
            new BigInteger(quote.get("nonce").asText()),
            new BigInteger(quote.get("price").asText()),
            new BigInteger(quote.get("quantity").asText()),
            quote.get("isTakerBuy").booleanValue(),
            BigInteger.valueOf(Math.max(0, quote.get("validUntil").longValue())),
            Address.of(quote.get("usd").textValue()),
            Address.of(quote.get("collateralAsset").textValue()));
    return quote.put("signature", data.sign(signer, domain).hex());
  }

  ObjectNode transfer(String amount, boolean isDeposit, long nonce) {
    return transfer(RyskChain.BASE_SEPOLIA.strikeAsset(), amount, isDeposit, nonce);
  }

  ObjectNode transfer(Address asset, String amount, boolean isDeposit, long nonce) {
    long chainId = RyskChain.BASE_SEPOLIA.chainId();
    RyskTransfer data =
        new RyskTransfer(
            address(),
            asset,
            chainId,
            new BigInteger(amount),
            isDeposit,
            BigInteger.valueOf(nonce));
    return Json.object()
        .put("user", address().hex())
        .put("asset", asset.hex())
        .put("chainId", chainId)
        .put("amount", amount)
        .put("isDeposit", isDeposit)
        .put("nonce", Long.toString(nonce))
        .put("signature", data.sign(signer, RyskChain.BASE_SEPOLIA.domain()).hex());
  }

  ObjectNode account() {
    return Json.object().put("account", address().hex());
  }

  static BigInteger e18(String usd) {
    return new BigDecimal(usd).movePointRight(18).toBigIntegerExact();
  }
}
