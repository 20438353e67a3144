package io.arb.rysk.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arb.core.evm.Address;
import io.arb.core.wire.WireFormatException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VenueListsFormTest {
  private static final Address WETH = Address.of(SpecFrames.WETH);

  @Test
  void readsAssets() {
    assertThat(AssetRecord.parse(SpecFrames.ASSETS, 84532))
        .containsExactly(
            new AssetRecord(
                WETH,
                "WETH",
                "ETH",
                Optional.of(WETH),
                Optional.of(new BigInteger("10000000000000000")),
                Optional.of(new BigInteger("10000000000000000000"))));
  }

  @Test
  void readsAssetsOfTheAskedChainOnly() {
    assertThat(AssetRecord.parse(SpecFrames.ASSETS, 999)).isEmpty();
  }

  @Test
  void leavesOutAssetsThatCannotBeRead() {
    String broken = SpecFrames.ASSETS.replace("[\n", "[7, {\"address\": \"0x12\"},");

    assertThat(AssetRecord.parse(broken, 84532)).hasSize(1);
  }

  @Test
  void readsInventory() {
    assertThat(InventoryRecord.parse(SpecFrames.INVENTORY))
        .containsExactly(
            new InventoryRecord(new BigDecimal("3000"), 1798185600, false, List.of(WETH)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "null", "\"x\"", "{}"})
  void leavesOutCombinationsWithoutAStrike(String strike) {
    String broken = SpecFrames.INVENTORY.replace("\"strike\": 3000", "\"strike\": " + strike);

    assertThat(InventoryRecord.parse(broken)).isEmpty();
  }

  @Test
  void toleratesUnderlyingsWithoutCombinations() {
    assertThat(InventoryRecord.parse("{\"ETH\": {}, \"BTC\": 5, \"SOL\": null}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "cc", "[]", "null"})
  void whatIsNoListIsAnError(String body) {
    assertThatThrownBy(() -> AssetRecord.parse(body, 84532))
        .isInstanceOf(WireFormatException.class);
    assertThatThrownBy(() -> InventoryRecord.parse(body)).isInstanceOf(WireFormatException.class);
  }
}
