package io.arb.core.evm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.SignatureException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Hash;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;

/** What we compute against what web3j computes, on seeded random inputs and on edges. */
class Web3jOraclePropertyTest {
  private static final long SEED = 0x5eed_0712L;
  private static final int CASES = 1000;
  private static final String N_MINUS_1 =
      "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364140";

  private final SplittableRandom random = new SplittableRandom(SEED);

  static Stream<String> edgeDigests() {
    return Stream.of(
        "00".repeat(32),
        "00".repeat(31) + "01",
        "80" + "00".repeat(31),
        N_MINUS_1,
        "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141",
        "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364142",
        "ff".repeat(32));
  }

  @Test
  void signsToTheSameBytesAndRecoversTheSigner() {
    IntStream.range(0, CASES).forEach(i -> assertSame("case " + i, randomKey(), bytes(32)));
  }

  @ParameterizedTest
  @MethodSource("edgeDigests")
  void signsEdgeDigestsToTheSameBytes(String digest) {
    assertSame("key 1", "00".repeat(31) + "01", Hex.decode(digest));
    assertSame("key n - 1", N_MINUS_1, Hex.decode(digest));
    assertSame("random key", randomKey(), Hex.decode(digest));
  }

  @Test
  void recoversWhatWeb3jRecoversFromAStrangersDigest() throws SignatureException {
    for (int i = 0; i < 100; i++) {
      Signature signature = new BouncyCastleSigner(PrivateKey.parse(randomKey())).sign(bytes(32));
      byte[] digest = bytes(32);
      BigInteger publicKey = Sign.signedMessageHashToKey(digest, data(signature));

      assertThat(Recovery.signer(digest, signature))
          .as("seed %s case %s", SEED, i)
          .isEqualTo(Address.of(Keys.getAddress(publicKey)));
    }
  }

  @Test
  void hashesTextsOfAnyLength() {
    for (int length = 0; length < CASES; length++) {
      byte[] text = bytes(length);

      assertThat(Keccak256.hash(text))
          .as("seed %s length %s", SEED, length)
          .isEqualTo(Hash.sha3(text));
    }
  }

  @Test
  void writesTheSameChecksum() {
    for (int i = 0; i < CASES; i++) {
      Address address = Address.of(bytes(20));

      assertThat(address.checksummed())
          .as("seed %s case %s", SEED, i)
          .isEqualTo(Keys.toChecksumAddress(address.hex()));
    }
  }

  private static void assertSame(String name, String key, byte[] digest) {
    ECKeyPair pair = ECKeyPair.create(new BigInteger(key, 16));
    Sign.SignatureData expected = Sign.signMessage(digest, pair, false);
    Signer signer = new BouncyCastleSigner(PrivateKey.parse(key));

    Signature signature = signer.sign(digest);

    assertThat(signature.hex()).as("seed %s %s", SEED, name).isEqualTo(hex(expected));
    assertThat(Signature.parse(signature.hex())).as("seed %s %s", SEED, name).isEqualTo(signature);
    assertThat(signer.address())
        .as("seed %s %s", SEED, name)
        .isEqualTo(Address.of(Keys.getAddress(pair)))
        .isEqualTo(Recovery.signer(digest, signature));
  }

  private static String hex(Sign.SignatureData data) {
    return Stream.of(data.getR(), data.getS(), data.getV())
        .map(part -> Hex.encode(part).substring(2))
        .collect(Collectors.joining("", "0x", ""));
  }

  private static Sign.SignatureData data(Signature signature) {
    byte[] bytes = signature.toBytes();
    return new Sign.SignatureData(
        bytes[64], Arrays.copyOfRange(bytes, 0, 32), Arrays.copyOfRange(bytes, 32, 64));
  }

  /** 31 random bytes after a zero: always in range. */
  private String randomKey() {
    return "00" + Hex.encode(bytes(31)).substring(2);
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
