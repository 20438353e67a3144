package io.arb.core.paper;

import io.arb.core.spi.ContractVenue;
import io.arb.core.spi.ExchangeContract;

/** The paper exchange keeps every promise of the contract. */
class PaperExchangeContractTest extends ExchangeContract {
  @Override
  protected ContractVenue openVenue() {
    return new PaperContractVenue();
  }
}
