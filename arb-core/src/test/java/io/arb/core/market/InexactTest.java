package io.arb.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import org.junit.jupiter.api.Test;

class InexactTest {

  @Test
  void comesBackAsTheDecimalThatWasMeant() {
    assertThat(Inexact.quantity(0.1 + 0.2)).isEqualTo(Quantity.of("0.3"));
    assertThat(Inexact.price(2492.59)).isEqualTo(Price.of("2492.59"));
    assertThat(Inexact.quantity(Inexact.of(Quantity.of("-12.345678"))))
        .isEqualTo(Quantity.of("-12.345678"));
  }

  @Test
  void aNanNeverBecomesANumber() {
    assertThatThrownBy(() -> Inexact.quantity(Double.NaN))
        .hasMessage("quantity must be finite, got NaN");
    assertThatThrownBy(() -> Inexact.price(Double.POSITIVE_INFINITY))
        .hasMessage("price must be finite, got Infinity");
  }

  @Test
  void aPriceIsNotNegative() {
    assertThatThrownBy(() -> Inexact.price(-1)).isInstanceOf(IllegalArgumentException.class);
  }
}
