package io.arb.rysk.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.evm.AbiWords;
import io.arb.core.evm.Address;
import io.arb.core.evm.BouncyCastleSigner;
import io.arb.core.evm.Eip712;
import io.arb.core.evm.Eip712Domain;
import io.arb.core.evm.Hex;
import io.arb.core.evm.PrivateKey;
import io.arb.core.evm.Recovery;
import io.arb.core.evm.Signature;
import io.arb.rysk.sign.Vectors.Vector;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RyskMessageTest {
  private static final Vector COVERED_CALL = Vectors.named("quote-covered-call-weth-84532");

  static Stream<Vector> vectors() {
    return Vectors.current();
  }

  static Stream<Vector> quotes() {
    return Vectors.current().filter(vector -> vector.message() instanceof RyskQuote);
  }

  @Test
  void coversEveryVectorButTheObsoleteOne() {
    assertThat(Vectors.all()).hasSize(22);
    assertThat(Vectors.current()).hasSize(21);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void encodesTypeHashAndWords(Vector vector) {
    RyskMessage message = vector.message();

    assertThat(Hex.encode(message.typeHash())).isEqualTo(vector.expected("typeHash"));
    assertThat(Hex.encode(message.typeHash()) + Hex.encode(message.words().toBytes()).substring(2))
        .isEqualTo(vector.expected("encodedData"));
    assertThat(Hex.encode(message.structHash())).isEqualTo(vector.expected("structHash"));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void digestsUnderTheDomain(Vector vector) {
    assertThat(Hex.encode(vector.domain().separator()))
        .isEqualTo(vector.expected("domainSeparator"));
    assertThat(Hex.encode(vector.message().digest(vector.domain())))
        .isEqualTo(vector.expected("digest"));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void signsByteForByte(Vector vector) {
    BouncyCastleSigner signer = new BouncyCastleSigner(PrivateKey.parse(vector.privateKey()));

    Signature signature = vector.message().sign(signer, vector.domain());

    assertThat(signature.hex()).isEqualTo(vector.expected("signature"));
    assertThat(signature.v()).isEqualTo(Integer.parseInt(vector.expected("v")));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void recognisesTheSignerAndNobodyElse(Vector vector) {
    Signature signature = Signature.parse(vector.expected("signature"));
    RyskMessage message = vector.message();

    assertThat(message.isSignedBy(vector.signer(), vector.domain(), signature)).isTrue();
    assertThat(message.isSignedBy(Address.ZERO, vector.domain(), signature)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("quotes")
  void everyFieldOfAQuoteIsSigned(Vector vector) {
    RyskQuote quote = (RyskQuote) vector.message();
    byte[] digest = quote.digest(vector.domain());

    assertThat(QuoteVariants.withOneFieldChanged(quote))
        .hasSize(RyskQuote.class.getRecordComponents().length)
        .noneMatch(changed -> Arrays.equals(changed.digest(vector.domain()), digest));
  }

  @Test
  void wrongChainRecoversAStranger() {
    assertThat(
            recovered("wrong-chain-domain", RyskChain.HYPER_EVM.domain(), COVERED_CALL.message()))
        .isEqualTo(strangerOf("wrong-chain-domain"));
  }

  @Test
  void zeroVerifyingContractRecoversAStranger() {
    Eip712Domain domain = RyskChain.BASE_SEPOLIA.domain(Address.ZERO);

    assertThat(recovered("zero-verifying-contract", domain, COVERED_CALL.message()))
        .isEqualTo(strangerOf("zero-verifying-contract"));
  }

  @Test
  void tamperedPriceRecoversAStranger() {
    RyskQuote quote = (RyskQuote) COVERED_CALL.message();
    RyskQuote tampered = QuoteVariants.withPrice(quote, quote.price().add(BigInteger.ONE));

    assertThat(recovered("tampered-price", COVERED_CALL.domain(), tampered))
        .isEqualTo(strangerOf("tampered-price"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v-as-0-or-1", "high-s", "truncated"})
  void malformedSignaturesAreRefused(String name) {
    String signature = negative(name).get("signature").textValue();

    assertThatThrownBy(() -> Signature.parse(signature))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theObsoleteQuoteOfSpring2025HasAnotherDigest() {
    Vector legacy = Vectors.named("legacy-v0-quote-84532");
    JsonNode m = legacy.json().get("message");
    AbiWords words =
        new AbiWords()
            .hashed(m.get("assetAddress").textValue().getBytes(StandardCharsets.UTF_8))
            .uint(m.get("chainId").longValue())
            .bool(m.get("isPut").booleanValue())
            .uint(new BigInteger(m.get("strike").textValue()))
            .uint64(BigInteger.valueOf(m.get("expiry").longValue()))
            .address(Address.of(m.get("maker").textValue()))
            .hashed(m.get("nonce").textValue().getBytes(StandardCharsets.UTF_8))
            .uint(new BigInteger(m.get("price").textValue()))
            .uint(new BigInteger(m.get("quantity").textValue()))
            .bool(m.get("isTakerBuy").booleanValue())
            .uint64(BigInteger.valueOf(m.get("validUntil").longValue()));
    byte[] typeHash = Eip712.typeHash(legacy.json().get("encodeType").textValue());
    byte[] digest = Eip712.digest(legacy.domain().separator(), Eip712.structHash(typeHash, words));

    assertThat(Hex.encode(digest)).isEqualTo(legacy.expected("digest"));
    assertThat(typeHash).isNotEqualTo(COVERED_CALL.message().typeHash());
  }

  @Test
  void widthsOfTheSettlementContractAreChecked() {
    RyskQuote widest = (RyskQuote) Vectors.named("quote-large-values-999").message();
    RyskQuote tooWide = (RyskQuote) Vectors.named("quote-uint256-max-84532").message();

    assertThat(widest.requireSettleable()).isSameAs(widest);
    assertThatThrownBy(tooWide::requireSettleable)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs 0 to 2^128 - 1");
  }

  @Test
  void nonceBeyond64BitsCannotBeSigned() {
    RyskQuote quote = (RyskQuote) COVERED_CALL.message();
    RyskQuote wide = QuoteVariants.withNonce(quote, BigInteger.ONE.shiftLeft(64));

    assertThatThrownBy(wide::structHash).hasMessageContaining("uint64 cannot hold");
  }

  @Test
  void knownChainsHaveTheirDomains() {
    assertThat(Vectors.elements(Vectors.ROOT.get("domainSeparators")))
        .hasSize(RyskChain.values().length)
        .allSatisfy(
            json -> {
              RyskChain chain = RyskChain.of(json.get("chainId").longValue()).orElseThrow();
              assertThat(Hex.encode(chain.domain().separator()))
                  .isEqualTo(json.get("separator").textValue());
            });
    assertThat(RyskChain.of(5)).isEmpty();
  }

  @Test
  void authenticationDomainIsThatOfTheVector() {
    assertThat(RyskChain.HYPER_EVM.authenticationDomain())
        .isEqualTo(Vectors.named("authentication-999").domain());
  }

  /**
   * The terms and signature of a quote that a market maker gave on the main network on 6 September
   * 2026, as they became publicly known.
   */
  @Test
  void aQuoteSignedOnTheMainNetworkVerifies() {
    Address maker = Address.of("0x418E14e4D34aDd3C23D2be1C11e6b02e628Ae6Dd");
    Address ubtc = Address.of("0x9fdbda0a5e284c32744d2f17ee5c74b284993463");
    RyskQuote quote =
        new RyskQuote(
            ubtc,
            999,
            false,
            new BigInteger("8800000000000"),
            new BigInteger("1793347200"),
            maker,
            new BigInteger("1788680416688807"),
            new BigInteger("1735232890990000000000"),
            new BigInteger("150000000000000000"),
            false,
            new BigInteger("1788680476"),
            Address.of("0xb88339cb7199b77e23db6e890353e22632ba630f"),
            ubtc);
    Signature signature =
        Signature.parse(
            "0x29a6a9d05cf006c20b0b18bbb3126377f4be64cb6e211f58480c17eb27728e9a"
                + "00d519892df08e863e41d5e44c9f25fc02bbceab3d5f77a95232ced82b9c6aea1c");

    assertThat(Hex.encode(quote.digest(RyskChain.HYPER_EVM.domain())))
        .isEqualTo("0x0835de541b62256d82ce38fd28f5be1e11cbcc82484e96e28faee12691984fea");
    assertThat(quote.isSignedBy(maker, RyskChain.HYPER_EVM.domain(), signature)).isTrue();
  }

  private static Address recovered(String negative, Eip712Domain domain, RyskMessage message) {
    byte[] digest = message.digest(domain);
    assertThat(Hex.encode(digest)).isEqualTo(negative(negative).get("digest").textValue());
    return Recovery.signer(digest, Signature.parse(COVERED_CALL.expected("signature")));
  }

  private static Address strangerOf(String negative) {
    return Address.of(negative(negative).get("recoversTo").textValue());
  }

  private static JsonNode negative(String name) {
    return Vectors.elements(Vectors.ROOT.get("negatives"))
        .filter(json -> json.get("name").textValue().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
