package io.arb.deribit;

import io.arb.core.spi.ContractVenue;
import io.arb.core.spi.ExchangeContract;

/** The Deribit adapter keeps every promise of the contract, against the simulated exchange. */
class DeribitExchangeContractTest extends ExchangeContract {
  @Override
  protected ContractVenue openVenue() {
    return new DeribitContractVenue();
  }
}
