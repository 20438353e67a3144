package io.arb.core.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arb.core.spi.SettingKey.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final List<SettingKey> KEYS =
      List.of(
          SettingKey.required("wallet", Kind.ADDRESS, "whose money"),
          SettingKey.optional("network", Kind.TEXT, "mainnet", "which network"));

  @Test
  void requiredSettingThatIsGivenIsTaken() {
    Settings settings = Settings.of(KEYS, Map.of("wallet", List.of("0x1")));

    assertThat(settings.text("wallet")).isEqualTo("0x1");
    assertThat(settings.text("network")).isEqualTo("mainnet");
  }

  @Test
  void requiredSettingThatIsMissingIsNamed() {
    assertThatThrownBy(() -> Settings.of(KEYS, Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessage("wallet: is missing: whose money");
  }

  @Test
  void misspeltSettingIsRefused() {
    assertThatThrownBy(
            () -> Settings.of(KEYS, Map.of("wallet", List.of("0x1"), "netwrok", List.of("x"))))
        .hasMessageContaining("netwrok");
  }
}
