package io.arb.derive;

import io.arb.core.spi.ContractVenue;
import io.arb.core.spi.ExchangeContract;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The adapter keeps every promise of the contract with Derive V2. */
@Execution(ExecutionMode.CONCURRENT)
class DeriveV2ExchangeContractTest extends ExchangeContract {
  @Override
  protected ContractVenue openVenue() {
    return new DeriveContractVenue("v2");
  }
}
