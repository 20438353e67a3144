package io.arb.deribit.simulator;

import io.arb.core.paper.PaperMarket;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SplittableRandom;

/** What all parts of one simulator share. Its parts are owned by the simulator's thread. */
final class House {
  private static final int LONGEST_JUMP = 14;
  private static final long FIRST_CHANGE = 88_000_000_000L;

  private final DeribitSimulatorConfig config;
  private final PaperMarket market;
  private final InstantSource clock;
  private final DeribitFaults faults = new DeribitFaults();
  private final Numbers numbers = new Numbers(faults::numbers);
  private final Platform platform = new Platform();
  private final SplittableRandom random;
  private final Listing listing;
  private final Valuation valuation;
  private final Floor floor;
  private final Makers makers;
  private final Margin margin;
  private final Settlement settlement;
  private final Ledger ledger;
  private long lastChange = FIRST_CHANGE;

  House(DeribitSimulatorConfig config, PaperMarket market, InstantSource clock) {
    this.config = config;
    this.market = market;
    this.clock = clock;
    this.random = new SplittableRandom(config.seed());
    this.listing = new Listing(market, clock.instant());
    this.valuation = new Valuation(market);
    this.floor = new Floor(valuation);
    this.makers = new Makers(floor, valuation, config.liquidity(), config.seed());
    this.margin = new Margin(valuation);
    this.settlement = new Settlement(this, config.settlementPause());
    this.ledger = new Ledger(floor);
    config.accounts().forEach(this::open);
  }

  private void open(DeribitAccount customer) {
    Account account = floor.open(customer.name(), false);
    customer.deposits().forEach((currency, amount) -> account.wallet(currency).deposit(amount));
    listing.all().forEach(product -> account.wallet(product.settlement()));
  }

  DeribitSimulatorConfig config() {
    return config;
  }

  PaperMarket market() {
    return market;
  }

  Instant now() {
    return clock.instant();
  }

  DeribitFaults faults() {
    return faults;
  }

  Numbers numbers() {
    return numbers;
  }

  Platform platform() {
    return platform;
  }

  /** For ids and coin tosses of the protocol. */
  SplittableRandom random() {
    return random;
  }

  Listing listing() {
    return listing;
  }

  Valuation valuation() {
    return valuation;
  }

  Floor floor() {
    return floor;
  }

  Makers makers() {
    return makers;
  }

  Margin margin() {
    return margin;
  }

  Settlement settlement() {
    return settlement;
  }

  Ledger ledger() {
    return ledger;
  }

  /** The next number of the counter that all books share; it jumps. */
  long nextChangeId() {
    lastChange += random.nextInt(1, LONGEST_JUMP);
    return lastChange;
  }
}
