package io.arb.derive.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arb.core.model.Money;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.wire.Fields;
import io.arb.core.wire.WireFormatException;
import io.arb.derive.Sample;
import io.arb.derive.wire.WireInstrument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeriveInstrumentTest {
  private static DeriveInstrument read(String row) {
    return DeriveInstrument.of(WireInstrument.of(Fields.parse(row, "instrument")));
  }

  @Test
  void optionHasItsTradingRules() {
    DeriveInstrument call = read(Sample.instrumentOfCall());

    assertThat(call.instrument()).isEqualTo(Sample.CALL);
    assertThat(call.spec().tick()).isEqualTo(Price.of("0.1"));
    assertThat(call.spec().step()).isEqualTo(Quantity.of("0.01"));
    assertThat(call.spec().minQuantity()).isEqualTo(Quantity.of("0.1"));
    assertThat(call.spec().maxQuantity()).isEqualTo(Quantity.of("10000"));
    assertThat(call.spec().fees().takerBase()).isEqualTo(Money.of("0.5"));
    assertThat(call.spec().fees().premiumCap().orElseThrow()).isEqualByComparingTo("0.125");
    assertThat(call.subId()).isEqualTo("39614082330873992798567741568");
  }

  @Test
  void inactiveInstrumentIsKeptAsInactive() {
    DeriveInstrument call =
        read(Sample.instrumentOfCall().replace("\"is_active\":true", "\"is_active\":false"));

    assertThat(call.spec().active()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "39614082330873992798567741568 | 39614082330873992798567741569",
        "ETH-20261127-2500-C | ETH-20261127-2600-C",
        "ETH-20261127-2500-C | ETH-20261127-2500-P",
        "ETH-20261127-2500-C | ETH-20261128-2500-C",
        "\"expiry\":1795766400 | \"expiry\":1795766401",
        "\"tick_size\":\"0.1\" | \"tick_size\":\"0\"",
        "\"amount_step\":\"0.01\" | \"amount_step\":\"-1\"",
        "0x4BB4C3CDc7562f08e9910A0C7D8bB7e108861eB4 | 0x4BB4"
      })
  void instrumentThatIsNotWhatItsNameSaysIsRefused(String from, String to) {
    assertThatThrownBy(() -> read(Sample.instrumentOfCall().replace(from, to)))
        .isInstanceOf(WireFormatException.class);
  }
}
