package io.arb.derive.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.Option;
import io.arb.core.model.Perpetual;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstrumentNameTest {

  @Test
  void perpetual() {
    assertThat(InstrumentName.parse("ETH-PERP")).contains(Perpetual.of("ETH"));
  }

  @Test
  void optionExpiresAtEight() {
    assertThat(InstrumentName.parse("ETH-20231225-3000-C"))
        .contains(Option.call("ETH", Instant.parse("2023-12-25T08:00:00Z"), "3000"));
  }

  @Test
  void underscoreIsTheDecimalPointOfAStrike() {
    assertThat(InstrumentName.parse("HYPE-20261225-12_5-C"))
        .contains(Option.call("HYPE", Instant.parse("2026-12-25T08:00:00Z"), "12.5"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ETH-PERP",
        "1INCH-PERP",
        "ETH-20231225-3000-C",
        "ETH-20270625-6000-P",
        "HYPE-20261225-12_5-C",
        "XRP-20261225-0_0125-P"
      })
  void nameComesBackUnchanged(String name) {
    assertThat(InstrumentName.of(InstrumentName.parse(name).orElseThrow())).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ETH",
        "ETH-USDC",
        "eth-PERP",
        "ETH-PERP-",
        "ETH-20231325-3000-C",
        "ETH-20230230-3000-C",
        "ETH-20231225-0-C",
        "ETH-20231225-3000-X",
        "ETH-20231225-3000",
        "ETH-20231225--3000-C",
        "ETH-20231225-12.5-C",
        "ETH-20231225-12_-C",
        "ETH-20231225-1_2_3-C",
        "ETH-20231225-99999999999999-C",
        " ETH-PERP"
      })
  void anythingElseIsNoInstrument(String name) {
    assertThat(InstrumentName.parse(name)).isEmpty();
  }
}
