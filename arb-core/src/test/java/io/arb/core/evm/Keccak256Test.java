package io.arb.core.evm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Keccak256Test {
  /** The Keccak team's and Ethereum's well-known values. */
  @ParameterizedTest
  @CsvSource({
    "'', 0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470",
    "abc, 0x4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45",
    "'transfer(address,uint256)', "
        + "0xa9059cbb2ab09eb219583f4a59a5d0623ade346d962bcd4e46b11da047c9049b"
  })
  void hashesWithTheOriginalPadding(String text, String hash) {
    assertThat(Hex.encode(Keccak256.hash(text.getBytes(UTF_8)))).isEqualTo(hash);
  }

  @Test
  void isNotTheStandardSha3() throws NoSuchAlgorithmException {
    byte[] text = "abc".getBytes(UTF_8);

    assertThat(Keccak256.hash(text))
        .isNotEqualTo(MessageDigest.getInstance("SHA3-256").digest(text));
  }

  @Test
  void hashesPartsAsOneText() {
    byte[] whole = Keccak256.hash("abcdef".getBytes(UTF_8));

    assertThat(Keccak256.hash("ab".getBytes(UTF_8), new byte[0], "cdef".getBytes(UTF_8)))
        .isEqualTo(whole);
    assertThat(Keccak256.hash()).isEqualTo(Keccak256.hash(new byte[0]));
  }
}
