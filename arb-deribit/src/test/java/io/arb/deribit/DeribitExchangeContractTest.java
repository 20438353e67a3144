package io.arb.deribit;

import io.arb.core.spi.ContractVenue;
import io.arb.core.spi.ExchangeContract;
import java.util.Map;

/** The Deribit adapter keeps every promise of the contract, against the simulated exchange. */
class DeribitExchangeContractTest extends ExchangeContract {
  @Override
  protected ContractVenue openVenue() {
    // An order whose answer is lost shall still rest when the contract looks.
    return new DeribitContractVenue(config -> config, Map.of("cancel_on_disconnect", "false"));
  }
}
