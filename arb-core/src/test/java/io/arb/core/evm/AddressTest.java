package io.arb.core.evm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
  private static final String TEXT = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

  /** The test cases of EIP-55. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0x52908400098527886E0F7030069857D2E4169EE7",
        "0x8617E340B3D01FA5F11F306F4090FD50E238070D",
        "0xde709f2102306220921060314715629080e2fb77",
        "0x27b1fdb04752bbc536007a920d24acb045561c26",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
        "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
        "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb"
      })
  void writesTheChecksum(String checksummed) {
    assertThat(Address.of(checksummed.toLowerCase(Locale.ROOT)).checksummed())
        .isEqualTo(checksummed);
  }

  @Test
  void isTheSameAddressInAnyCase() {
    String lower = TEXT.toLowerCase(Locale.ROOT);

    assertThat(Address.of(TEXT))
        .isEqualTo(Address.of(lower))
        .isEqualTo(Address.of("0x" + TEXT.substring(2).toUpperCase(Locale.ROOT)))
        .isEqualTo(new Address(TEXT))
        .isEqualTo(Address.of(TEXT.substring(2)))
        .hasSameHashCodeAs(Address.of(lower))
        .hasToString(lower)
        .isNotEqualTo(Address.ZERO);
    assertThat(Address.of(TEXT).hex()).isEqualTo(lower);
  }

  @Test
  void doesNotInsistOnTheChecksum() {
    assertThat(Address.of("0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"))
        .isEqualTo(Address.of(TEXT));
  }

  @Test
  void givesAwayACopyOfItsBytes() {
    Address address = Address.of(TEXT);
    address.bytes()[0] = 0;

    assertThat(address.bytes()).hasSize(20).startsWith(0x5a, 0xae, 0xb6);
    assertThat(Address.of(address.bytes())).isEqualTo(address);
  }

  @Test
  void knowsTheZeroAddress() {
    assertThat(Address.ZERO.hex()).isEqualTo("0x" + "0".repeat(40));
    assertThat(Address.ZERO.isZero()).isTrue();
    assertThat(Address.of("0x" + "0".repeat(39) + "1").isZero()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0x",
        "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beae",
        "0x5aaeb6053f3e94c9b9a09f33669435e7ef1bea",
        "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed00",
        " 0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed",
        "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaeg",
        "vitalik.eth"
      })
  void refusesWhatIsNotTwentyBytes(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Address.of(text))
        .withMessageStartingWith("address needs ");
  }

  @Test
  void refusesAnotherNumberOfBytes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Address.of(new byte[32]))
        .withMessage("address needs 20 bytes, got 32");
  }
}
