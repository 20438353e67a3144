package io.arb.deribit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arb.core.model.Underlying;
import io.arb.core.spi.Capability;
import io.arb.core.spi.ExchangeProvider;
import io.arb.core.spi.Secret;
import io.arb.core.spi.Settings;
import io.arb.core.spi.SettingsException;
import io.arb.deribit.map.Family;
import io.arb.deribit.session.Credentials;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeribitExchangeProviderTest {
  private static final Secret SECRET = Secret.of(Sample.SECRET);

  @Test
  void isFoundByTheServiceLoader() {
    assertThat(ServiceLoader.load(ExchangeProvider.class).stream().map(ServiceLoader.Provider::get))
        .anyMatch(DeribitExchangeProvider.class::isInstance);
  }

  @Test
  void saysWhatItCanDo() {
    ExchangeProvider provider = new DeribitExchangeProvider();

    assertThat(provider.id()).isEqualTo("deribit");
    assertThat(provider.needsKey()).isTrue();
    assertThat(provider.needsSecret()).isTrue();
    assertThat(provider.capabilities())
        .contains(Capability.REPLACE, Capability.IMMEDIATE_OR_CANCEL)
        .doesNotContain(Capability.BURN_NONCE);
  }

  @Test
  void defaultsAreTheLinearFamilyOnMainnet() {
    DeribitSettings settings = read(Map.of());

    assertThat(settings.session().webSocketUri())
        .isEqualTo(URI.create("wss://www.deribit.com/ws/api/v2"));
    assertThat(settings.session().isTestnet()).isFalse();
    assertThat(settings.session().heartbeat()).isEqualTo(Duration.ofSeconds(10));
    assertThat(settings.session().credentials().grant()).isEqualTo(Credentials.Grant.SIGNATURE);
    assertThat(settings.naming().options()).isEqualTo(Family.LINEAR);
    assertThat(settings.underlyings()).containsExactly(new Underlying("ETH"));
    assertThat(settings.currencies()).containsExactly("USDC");
  }

  @Test
  void inverseOptionsSettleInTheirCoins() {
    DeribitSettings settings = read(Map.of("option_family", "inverse"));

    assertThat(settings.currencies()).containsExactly("USDC", "ETH");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "network|main|network: expected mainnet or testnet, got 'main'",
        "grant|secret|grant: expected client_signature or client_credentials, got 'secret'",
        "option_family|usdc|option_family: expected linear or inverse, got 'usdc'",
        "perpetual_family|inverse|perpetual_family: expected linear, got 'inverse'",
        "underlyings|eth|underlyings: expected capitals, got 'eth'",
        "matching_per_second|0|matching_per_second: expected a rate above 0, got 0",
        "matching_burst|0|matching_burst: expected 1 to 100000, got 0",
        "cancel_reserve|16|cancel_reserve: expected 0 to 15, got 16",
        "heartbeat_s|9|heartbeat_s: expected 10 to 3600, got 9",
        "book_interval|agg2|book_interval: expected raw or 100ms, got 'agg2'",
        "order_valid_ms|0|order_valid_ms: expected a positive number of milliseconds, got 0",
        "reconnect_max_ms|1|reconnect_max_ms: expected at least reconnect_first_ms",
        "session_name|a b|session_name: expected up to 32 letters and digits, got 'a b'",
        "cancel_on_disconnect|yes|cancel_on_disconnect: expected true or false, got 'yes'"
      })
  void impossibleSettingIsNamedWithItsValueAndWhatWasExpected(
      String key, String value, String message) {
    assertThatThrownBy(() -> read(Map.of(key, value)))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void clientIdThatMayBeTheSecretIsNotShown() {
    assertThatThrownBy(() -> read(Map.of("client_id", Sample.SECRET + "!")))
        .isInstanceOf(SettingsException.class)
        .hasMessageNotContaining(Sample.SECRET);
  }

  @Test
  void missingSecretIsSaid() {
    assertThatThrownBy(() -> DeribitSettings.of(settings(Map.of()), Secret.NONE))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("secret is missing");
  }

  @Test
  void settingsDoNotShowTheSecret() {
    assertThat(read(Map.of()).toString()).doesNotContain(Sample.SECRET);
  }

  private static DeribitSettings read(Map<String, String> given) {
    return DeribitSettings.of(settings(given), SECRET);
  }

  private static Settings settings(Map<String, String> given) {
    Map<String, List<String>> all = new HashMap<>(Map.of("client_id", List.of(Sample.CLIENT_ID)));
    given.forEach((key, value) -> all.put(key, List.of(value)));
    return Settings.of(new DeribitExchangeProvider().settings(), all);
  }
}
