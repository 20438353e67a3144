package io.arb.examples.toy;

import io.arb.core.spi.ContractVenue;
import io.arb.core.spi.ExchangeContract;

/** The toy exchange keeps every promise of the contract. */
class ToyExchangeContractTest extends ExchangeContract {
  @Override
  protected ContractVenue openVenue() {
    return new ToyContractVenue();
  }
}
