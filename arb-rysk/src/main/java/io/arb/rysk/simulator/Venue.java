package io.arb.rysk.simulator;

import java.math.BigInteger;
import java.time.Instant;
import java.time.InstantSource;

/** What all parts of the simulated venue share. Owned by the simulator's thread. */
final class Venue {
  final RyskSimulatorConfig config;
  final RyskMarket market;
  final Agenda agenda;
  final Vault vault = new Vault();
  final Nonces nonces = new Nonces();
  final BookKeeper books = new BookKeeper();
  private final InstantSource clock;
  private RyskFaults faults = RyskFaults.none();

  Venue(RyskSimulatorConfig config, RyskMarket market, InstantSource clock) {
    this.config = config;
    this.market = market;
    this.clock = clock;
    this.agenda = new Agenda(clock);
  }

  /** The time as the venue's own, perhaps wrong, clock shows it. */
  Instant now() {
    return clock.instant().plus(faults.clockSkew());
  }

  /** The time by which delays are measured and the market moves. */
  Instant trueNow() {
    return clock.instant();
  }

  /** Spot in units of 10^-18 USD. */
  BigInteger spot() {
    return RyskMoney.scaled(market.index(trueNow()).usd(), RyskMoney.WIRE_DECIMALS);
  }

  BigInteger fee(BigInteger premium, BigInteger quantity) {
    return RyskMoney.fee(config.charges(), premium, quantity, spot());
  }

  RyskFaults faults() {
    return faults;
  }

  boolean has(RyskFault fault) {
    return faults.has(fault);
  }

  void setFaults(RyskFaults newFaults) {
    faults = newFaults;
  }
}
