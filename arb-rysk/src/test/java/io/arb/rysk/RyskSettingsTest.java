package io.arb.rysk;

import static io.arb.rysk.Fixtures.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arb.core.evm.Address;
import io.arb.core.model.Underlying;
import io.arb.core.spi.SettingsException;
import io.arb.rysk.sign.RyskChain;
import io.arb.rysk.wire.SpecFrames;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RyskSettingsTest {
  @Test
  void derivesAllAddressesFromOne() {
    RyskSettings settings = settings(Map.of());

    assertThat(settings.makerUri()).hasToString("wss://rip-testnet.rysk.finance/maker");
    assertThat(settings.httpUri()).hasToString("https://rip-testnet.rysk.finance");
    assertThat(settings.rfqUri(Address.of(SpecFrames.WETH)))
        .hasToString("wss://rip-testnet.rysk.finance/rfqs/" + SpecFrames.WETH);
  }

  @Test
  void asksForRequestsInLowerCase() {
    String mixedCase = "0xB67bFA7b488dF4f2EFA874f4e59242e9130ae61f";
    RyskSettings settings = settings(Map.of("assets", List.of(mixedCase)));

    assertThat(settings.rfqUri(settings.assets().getFirst()).getPath())
        .isEqualTo("/rfqs/" + mixedCase.toLowerCase(Locale.ROOT));
  }

  @Test
  void plainWebSocketsMeanPlainHttp() {
    RyskSettings settings = settings(Map.of("websocket_url", List.of("ws://localhost:8000/maker")));

    assertThat(settings.httpUri()).isEqualTo(URI.create("http://localhost:8000"));
  }

  @Test
  void httpCanBeElsewhere() {
    RyskSettings settings = settings(Map.of("http_url", List.of("https://lists.example/v12/")));

    assertThat(settings.httpUri()).hasToString("https://lists.example/v12");
  }

  @Test
  void hasTheProtocolsDefaults() {
    RyskSettings settings = settings(Map.of());

    assertThat(settings.chain()).isEqualTo(RyskChain.BASE_SEPOLIA);
    assertThat(settings.auctionWindow()).isEqualTo(Duration.ofSeconds(2));
    assertThat(settings.repeatWindow()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.requestsPerSecond()).isEqualTo(30);
    assertThat(settings.feeRate()).isEqualTo("0.125");
    assertThat(settings.acceptsTakerBuys()).isFalse();
    assertThat(settings.acceptsPuts()).isFalse();
    assertThat(settings.premiumTokens()).containsExactly(Address.of(SpecFrames.USDC));
    assertThat(settings.verifyingContracts()).containsExactly(RyskChain.BASE_SEPOLIA.rysk());
  }

  @Test
  void allowsFurtherDomainsBesidesTheChainsOwn() {
    String handler = "0x2000000000000000000000000000000000000002";
    RyskSettings settings = settings(Map.of("allowed_domains", List.of(handler)));

    assertThat(settings.verifyingContracts())
        .containsExactlyInAnyOrder(RyskChain.BASE_SEPOLIA.rysk(), Address.of(handler));
  }

  @Test
  void readsNamesOfTokens() {
    RyskSettings settings =
        settings(Map.of("asset_underlyings", List.of(SpecFrames.WETH + "=ETH")));

    assertThat(settings.underlyings())
        .containsExactly(Map.entry(Address.of(SpecFrames.WETH), new Underlying("ETH")));
  }

  @ParameterizedTest
  @CsvSource({
    "websocket_url, https://rip-testnet.rysk.finance/maker",
    "websocket_url, wss://rip-testnet.rysk.finance/",
    "websocket_url, wss:/maker",
    "http_url, ftp://x",
    "chain_id, 5",
    "chain_id, mainnet",
    "maker, 0x12",
    "assets, WETH",
    "asset_underlyings, 0xb67bfa7b488df4f2efa874f4e59242e9130ae61f",
    "asset_underlyings, 0xb67bfa7b488df4f2efa874f4e59242e9130ae61f=eth",
    "premium_tokens, USDC",
    "allowed_domains, rysk",
    "accept_taker_buy, yes",
    "rfq_window_ms, 0",
    "rfq_repeat_ms, -1",
    "requests_per_second, 0",
    "fee_rate, 1.5",
    "fee_rate, -0.1"
  })
  void namesTheSettingThatIsImpossible(String key, String value) {
    assertThatThrownBy(() -> settings(Map.of(key, List.of(value))))
        .isInstanceOfSatisfying(SettingsException.class, e -> assertThat(e.key()).isEqualTo(key));
  }

  @Test
  void needsAnAsset() {
    assertThatThrownBy(() -> settings(Map.of("assets", List.of())))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("assets");
  }

  @Test
  void doesNotShowAKeyThatWasPastedForTheMaker() {
    String key = "0x4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318";

    assertThatThrownBy(() -> settings(Map.of("maker", List.of(key))))
        .isInstanceOf(SettingsException.class)
        .message()
        .doesNotContain(key.substring(2, 20));
  }
}
