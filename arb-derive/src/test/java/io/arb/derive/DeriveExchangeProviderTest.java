package io.arb.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arb.core.spi.Capability;
import io.arb.core.spi.ExchangeProvider;
import io.arb.core.spi.Settings;
import io.arb.core.spi.SettingsException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeriveExchangeProviderTest {
  private static final Map<String, String> NEEDED =
      Map.of("wallet", Sample.WALLET.hex(), "subaccount_id", "30769");

  private static DeriveSettings settings(Map<String, String> given) {
    Map<String, List<String>> all = new HashMap<>();
    NEEDED.forEach((key, value) -> all.put(key, List.of(value)));
    given.forEach((key, value) -> all.put(key, List.of(value)));
    return DeriveSettings.of(Settings.of(DeriveSettings.KEYS, all));
  }

  @Test
  void isFoundByTheServiceLoader() {
    assertThat(ServiceLoader.load(ExchangeProvider.class))
        .extracting(ExchangeProvider::id)
        .contains("derive");
  }

  @Test
  void canReplaceTakeCancelOnDisconnectAndBurn() {
    assertThat(new DeriveExchangeProvider().capabilities())
        .containsExactlyInAnyOrder(
            Capability.REPLACE,
            Capability.IMMEDIATE_OR_CANCEL,
            Capability.CANCEL_ON_DISCONNECT,
            Capability.BURN_NONCE);
  }

  @Test
  void defaultsAreTheLiveGenerationOnTheMainNetwork() {
    DeriveSettings settings = settings(Map.of());

    assertThat(settings.session().webSocketUri()).hasToString("wss://api.derive.xyz/v3/ws");
    assertThat(settings.restUri()).hasToString("https://api.derive.xyz/v3");
    assertThat(settings.underlyings()).containsExactly("ETH");
    assertThat(settings.signatureLifetime()).hasHours(1);
    assertThat(settings.session().cancelOnDisconnect()).isTrue();
  }

  @Test
  void profileAndNetworkChooseTheHosts() {
    DeriveSettings settings = settings(Map.of("profile", "v2", "network", "testnet"));

    assertThat(settings.session().webSocketUri()).hasToString("wss://api-demo.lyra.finance/ws");
  }

  @ParameterizedTest
  @CsvSource({
    "profile, v4",
    "profile, ''",
    "network, moon",
    "wallet, 0x12",
    "wallet, nobody",
    "subaccount_id, 0",
    "subaccount_id, many",
    "matching_per_second, 0",
    "matching_per_second, -1",
    "other_per_second, fast",
    "signature_lifetime_s, 299",
    "signature_lifetime_s, 10368001",
    "request_timeout_ms, 0",
    "resolve_confirm_ms, -1",
    "market_silence_ms, 0",
    "reconnect_max_ms, 1",
    "cancel_on_disconnect, maybe",
    "underlyings, eth",
    "websocket_url, not a uri"
  })
  void impossibleSettingIsNamed(String key, String value) {
    assertThatThrownBy(() -> settings(Map.of(key, value)))
        .isInstanceOfSatisfying(
            SettingsException.class, refused -> assertThat(refused.key()).isEqualTo(key));
  }

  @Test
  void misspeltSettingIsRefused() {
    assertThatThrownBy(() -> settings(Map.of("walet", "x"))).isInstanceOf(SettingsException.class);
  }
}
