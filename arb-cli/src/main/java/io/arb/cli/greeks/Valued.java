package io.arb.cli.greeks;

import io.arb.greeks.Greeks;
import io.arb.greeks.OptionPrice;

/** One option and what it is worth. Immutable. */
record Valued(Contract contract, OptionPrice value) {
  double priceUsd() {
    return value.priceUsd() * contract.quantity();
  }

  Greeks greeks() {
    return value.greeks().times(contract.quantity());
  }
}
