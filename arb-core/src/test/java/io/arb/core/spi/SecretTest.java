package io.arb.core.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
  @Test
  void showsNothingOfItself() {
    assertThat(Secret.of("W7h2qZ8Y")).hasToString("***");
    assertThat(Secret.of("W7h2qZ8Y\n").reveal()).isEqualTo("W7h2qZ8Y");
    assertThat(Secret.NONE.isPresent()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "W7h2\nqZ8Y"})
  void refusesWhatIsNotOneLine(String text) {
    assertThatThrownBy(() -> Secret.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("W7h2");
  }
}
