package io.arb.deribit.simulator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A customer.
 *
 * @param deposits by currency, such as 100 of ETH and 50000 of USDC
 */
public record DeribitAccount(String name, Map<String, BigDecimal> deposits, List<DeribitKey> keys) {
  public DeribitAccount {
    deposits = Map.copyOf(deposits);
    keys = List.copyOf(keys);
  }
}
