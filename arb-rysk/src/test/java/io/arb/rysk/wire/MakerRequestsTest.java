package io.arb.rysk.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.evm.Address;
import io.arb.core.evm.BouncyCastleSigner;
import io.arb.core.evm.Eip712Domain;
import io.arb.core.evm.PrivateKey;
import io.arb.core.evm.Signature;
import io.arb.core.evm.Signer;
import io.arb.core.wire.Json;
import io.arb.rysk.sign.RyskChain;
import io.arb.rysk.sign.RyskQuote;
import io.arb.rysk.sign.RyskTransfer;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class MakerRequestsTest {
  /** The throw-away test key of the signing vectors. */
  private static final Signer SIGNER =
      new BouncyCastleSigner(
          PrivateKey.parse("0xa1a49104bd487ad179ee4d7e9ae5ea7adb6582f73b2d3274cb4f2d878ceaeefd"));

  @Test
  void writesTheQuoteOfTheProtocolDescription() {
    assertThat(json(quote(SpecFrames.RFQ))).isEqualTo(json(SpecFrames.QUOTE));
  }

  @Test
  void saysThatTheTakerSellsWhereTheRequestIsSilent() {
    String silent = SpecFrames.RFQ.replace("\"isTakerBuy\": false,", "");

    assertThat(json(quote(silent))).isEqualTo(json(SpecFrames.QUOTE));
  }

  @Test
  void echoesThePremiumAssetOnlyIfThereIsOne() {
    String premium =
        SpecFrames.RFQ.replace(
            "\"assetName\"", "\"premiumAsset\": \"" + SpecFrames.USDC + "\", \"assetName\"");

    assertThat(json(quote(premium)).get("params").get("premiumAsset").textValue())
        .isEqualTo(SpecFrames.USDC);
    assertThat(json(quote(SpecFrames.RFQ)).get("params").has("premiumAsset")).isFalse();
  }

  @Test
  void nonceBeyondASignedLongIsWrittenUnsigned() {
    RyskQuote quote = terms(new BigInteger("18446744073709551615"));
    String text =
        MakerRequests.quote(request(SpecFrames.RFQ), quote, Signature.parse(SpecFrames.SIGNATURE));

    assertThat(json(text).get("params").get("nonce").textValue()).isEqualTo("18446744073709551615");
  }

  @Test
  void writesADeposit() {
    RyskTransfer deposit = transfer(true);

    String text = MakerRequests.transfer(deposit, deposit.sign(SIGNER, domain()));

    assertThat(json(text)).isEqualTo(json(SpecFrames.DEPOSIT));
  }

  @Test
  void writesAWithdrawal() {
    RyskTransfer withdrawal = transfer(false);

    JsonNode frame = json(MakerRequests.transfer(withdrawal, withdrawal.sign(SIGNER, domain())));

    assertThat(frame.get("id").textValue()).isEqualTo("withdraw-1798000000010");
    assertThat(frame.get("method").textValue()).isEqualTo("withdraw");
    assertThat(frame.get("params").get("isDeposit").booleanValue()).isFalse();
  }

  @Test
  void asksForTheAccountInLowerCase() {
    Address account = Address.of("0x192CB82E4E614E486F2ACF5481BCD1E9F69A92D0");

    assertThat(json(MakerRequests.balances(account)))
        .isEqualTo(
            json(
                """
                {"jsonrpc": "2.0", "id": "balances", "method": "balances",
                 "params": {"account": "0x192cb82e4e614e486f2acf5481bcd1e9f69a92d0"}}
                """));
    assertThat(json(MakerRequests.positions(account)).get("method").textValue())
        .isEqualTo("positions");
  }

  private static String quote(String rfq) {
    RyskQuote quote = terms(new BigInteger("1798000000000"));
    return MakerRequests.quote(request(rfq), quote, quote.sign(SIGNER, domain()));
  }

  private static RyskQuote terms(BigInteger nonce) {
    RfqRequest request = request(SpecFrames.RFQ);
    return new RyskQuote(
        request.asset(),
        request.chainId(),
        request.isPut(),
        request.strike(),
        BigInteger.valueOf(request.expirySeconds()),
        SIGNER.address(),
        nonce,
        new BigInteger("42500000000000000000"),
        request.quantity(),
        request.isTakerBuy(),
        BigInteger.valueOf(1798000030),
        request.usd().orElseThrow(),
        request.collateralAsset().orElseThrow());
  }

  private static RyskTransfer transfer(boolean isDeposit) {
    return new RyskTransfer(
        SIGNER.address(),
        Address.of(SpecFrames.USDC),
        84532,
        BigInteger.valueOf(2_500_000_000L),
        isDeposit,
        BigInteger.valueOf(1798000000010L));
  }

  private static Eip712Domain domain() {
    return RyskChain.BASE_SEPOLIA.domain();
  }

  private static RfqRequest request(String text) {
    return ((RfqFrame.Request) RfqFrame.parse(text)).request();
  }

  private static JsonNode json(String text) {
    return Json.parse(text, "test");
  }
}
