package io.arb.core.evm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.crypto.Sign;

class PersonalMessageTest {
  @Test
  void hashesTheWellKnownExample() {
    assertThat(Hex.encode(PersonalMessage.hash("Hello World".getBytes(UTF_8))))
        .isEqualTo("0xa1de988600a42c4b4ab089b619297c17d53cffae5d5120d82d8a92d0bb3b78f2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1700000000000", "Grüße an 東京", "\u0000\n"})
  void countsTheLengthInBytes(String text) {
    byte[] bytes = text.getBytes(UTF_8);

    assertThat(PersonalMessage.hash(bytes)).isEqualTo(Sign.getEthereumMessageHash(bytes));
  }
}
