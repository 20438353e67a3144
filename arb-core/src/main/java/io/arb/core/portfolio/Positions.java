package io.arb.core.portfolio;

import io.arb.core.model.Instrument;
import io.arb.core.model.Quantity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Signed quantities by instrument; what is zero is absent. Owned by the engine thread. */
final class Positions {
  private final Map<Instrument, Quantity> quantities = new LinkedHashMap<>();

  void add(Instrument instrument, Quantity signed) {
    Quantity sum = of(instrument).plus(signed);
    if (sum.isZero()) {
      quantities.remove(instrument);
    } else {
      quantities.put(instrument, sum);
    }
  }

  Quantity of(Instrument instrument) {
    return quantities.getOrDefault(instrument, Quantity.ZERO);
  }

  Map<Instrument, Quantity> all() {
    return Collections.unmodifiableMap(quantities);
  }
}
