package io.arb.greeks.hedgesim;

import java.util.List;

/**
 * One row of a published table, ready to be run again.
 *
 * @param rule the hedging rule, for people
 * @param simulation that measures the values
 * @param values at least one
 */
public record PublishedRow(String rule, HedgeSimulation simulation, List<PublishedValue> values) {
  public PublishedRow {
    values = List.copyOf(values);
  }
}
