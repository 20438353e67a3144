package io.arb.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {
  @Test
  void anOrderIdFindsItsWayBackFromItsLabel() {
    ClientOrderId id = new ClientOrderId(1_791_273_600_123_456_000L);

    assertThat(id.label()).isEqualTo("arb-1791273600123456000");
    assertThat(ClientOrderId.isLabel(id.label())).isTrue();
    assertThat(ClientOrderId.fromLabel(id.label())).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "arb-", "arb-12", "arb-0000", "arb--1000", "gamma-ddh-buy", "arb-1001"})
  void foreignLabelsAreNotOurs(String label) {
    assertThat(ClientOrderId.isLabel(label)).isFalse();
    assertThatThrownBy(() -> ClientOrderId.fromLabel(label)).hasMessageContaining(label);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1000, 1, 999, 1001})
  void anOrderIdIsAPositiveMultipleOfAThousand(long stamp) {
    assertThatThrownBy(() -> new ClientOrderId(stamp)).hasMessageContaining(String.valueOf(stamp));
  }

  @Test
  void aNonceUsesAllSixtyFourBits() {
    assertThat(QuoteNonce.parse("18446744073709551615")).hasToString("18446744073709551615");
    assertThatThrownBy(() -> QuoteNonce.parse("18446744073709551616"))
        .hasMessageContaining("18446744073709551616");
    assertThatThrownBy(() -> QuoteNonce.parse("-1")).hasMessageContaining("-1");
  }

  @Test
  void idsAreNeverBlank() {
    assertThatThrownBy(() -> new RfqId(" ")).hasMessageContaining("RfqId");
  }

  @Test
  void anUnderlyingIsWrittenInCapitals() {
    assertThatThrownBy(() -> new Underlying("eth")).hasMessageContaining("'eth'");
  }

  @Test
  void anOptionIsNamedByExpiryStrikeAndType() {
    Option option = Option.put("HYPE", Instant.parse("2026-12-25T08:00:00Z"), "12.5");

    assertThat(option.symbol()).isEqualTo("HYPE-20261225-12.5-P");
    assertThat(option.isExpired(option.expiry().minusNanos(1))).isFalse();
    assertThat(option.isExpired(option.expiry())).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING, QUOTED, true",
    "PENDING, CANCELLED, true",
    "PENDING, EXECUTED, true",
    "PENDING, HEDGING, false",
    "QUOTED, CANCELLED, true",
    "QUOTED, EXECUTED, true",
    "QUOTED, PENDING, false",
    "QUOTED, HEDGED, false",
    "CANCELLED, EXECUTED, true",
    "CANCELLED, QUOTED, false",
    "EXECUTED, HEDGING, true",
    "EXECUTED, HEDGED, false",
    "EXECUTED, CANCELLED, false",
    "HEDGING, HEDGED, true",
    "HEDGING, FAILED, true",
    "HEDGING, EXECUTED, false",
    "FAILED, HEDGING, true",
    "FAILED, HEDGED, false",
    "HEDGED, HEDGING, false",
    "HEDGED, FAILED, false"
  })
  void tradesMoveOnlyAlongTheArrows(TradeState from, TradeState to, boolean allowed) {
    assertThat(from.mayBecome(to)).isEqualTo(allowed);
  }
}
