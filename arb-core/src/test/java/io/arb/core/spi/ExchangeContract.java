package io.arb.core.spi;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What every exchange promises. An adapter's test inherits the rules and supplies a venue that it
 * can push about. The ids are stable; the javadoc of {@link Exchange} cites them. A rule about a
 * {@link Capability} runs if the venue claims it, a rule about a {@link ContractVenue.Trouble} if
 * the venue can make it; all others run everywhere.
 */
public abstract class ExchangeContract
    implements ConnectionRules, // C
        LoginRules, // A
        MarketRules, // M
        ClockRules, // T
        OrderRules, // O
        FillRules, // F
        RateRules, // B
        ReplaceRules, // R
        CancelRules, // X
        OutcomeRules, // U
        SnapshotRules { // S
  private ContractBench bench;

  /** A venue of its own for each rule. */
  protected abstract ContractVenue openVenue();

  @Override
  public final ContractBench bench() {
    return bench;
  }

  @BeforeEach
  final void openContractBench() {
    bench = new ContractBench(openVenue());
  }

  @AfterEach
  final void closeContractBench() {
    bench.close();
  }
}
