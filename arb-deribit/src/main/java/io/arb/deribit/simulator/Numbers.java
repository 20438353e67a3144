package io.arb.deribit.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.math.BigDecimal;
import java.util.function.Supplier;

/** Writes numbers in the form that is switched on. Safe from any thread. */
final class Numbers {
  private final Supplier<NumberForm> form;

  Numbers(Supplier<NumberForm> form) {
    this.form = form;
  }

  void put(ObjectNode node, String name, BigDecimal value) {
    node.putRawValue(name, new RawValue(text(value)));
  }

  void add(ArrayNode array, BigDecimal value) {
    array.addRawValue(new RawValue(text(value)));
  }

  /** The JSON number. */
  String text(BigDecimal value) {
    BigDecimal trimmed = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    return switch (form.get()) {
      case PLAIN -> trimmed.toPlainString();
      case POINT -> trimmed.setScale(Math.max(1, trimmed.scale())).toPlainString();
      case EXPONENT -> exponent(trimmed);
    };
  }

  private static String exponent(BigDecimal value) {
    int power = value.precision() - value.scale() - 1;
    return value.movePointLeft(power).toPlainString() + "e" + power;
  }
}
