package io.arb.core.evm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryTest {
  private static final Signer SIGNER = new BouncyCastleSigner(PrivateKey.derive(new byte[] {1}));
  private static final byte[] DIGEST = Keccak256.hash(new byte[] {2});

  @Test
  void findsTheSigner() {
    assertThat(Recovery.signer(DIGEST, SIGNER.sign(DIGEST))).isEqualTo(SIGNER.address());
  }

  @Test
  void findsAnotherAccountWithTheOtherParity() {
    Signature signature = SIGNER.sign(DIGEST);
    Signature other = new Signature(signature.r(), signature.s(), 55 - signature.v());

    assertThat(Recovery.signer(DIGEST, other)).isNotEqualTo(SIGNER.address());
  }

  @Test
  void findsAnotherAccountForAnotherDigest() {
    assertThat(Recovery.signer(new byte[32], SIGNER.sign(DIGEST))).isNotEqualTo(SIGNER.address());
  }

  @ParameterizedTest
  @ValueSource(ints = {27, 28})
  void refusesAnRThatIsNoPointOfTheCurve(int v) {
    // 5 * 5 * 5 + 7 has no square root modulo the field's prime.
    Signature signature = new Signature(BigInteger.valueOf(5), BigInteger.ONE, v);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Recovery.signer(DIGEST, signature))
        .withMessageStartingWith("No point of the curve has the r of 0x");
  }

  @Test
  void refusesASignatureWhoseKeyWouldBeInfinity() {
    // With the nonce 1, the key is (s - digest) / r: zero when both are equal.
    BigInteger xOfG =
        new BigInteger("79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798", 16);
    Signature signature = new Signature(xOfG, BigInteger.valueOf(5), 27);
    byte[] digest = new AbiWords().uint(5).toBytes();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Recovery.signer(digest, signature))
        .withMessageStartingWith("No key can have signed this digest: 0x");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 33})
  void refusesADigestOfAnotherLength(int length) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Recovery.signer(new byte[length], SIGNER.sign(DIGEST)))
        .withMessage("digest needs 32 bytes, got " + length);
  }
}
