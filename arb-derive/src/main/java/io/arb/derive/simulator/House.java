package io.arb.derive.simulator;

import static java.math.RoundingMode.HALF_EVEN;

import io.arb.core.paper.PaperVenue;
import io.arb.derive.profile.Generation;
import io.arb.derive.sign.ActionDomain;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;

/** What all parts of one simulator share. Its parts are owned by the simulator's thread. */
final class House {
  private static final int V2_DECIMALS = 18;
  private static final int V3_DECIMALS = 12;

  private final DeriveSimulatorConfig config;
  private final PaperVenue venue;
  private final InstantSource clock;
  private final DeriveFaults faults = new DeriveFaults();
  private final Registry registry;
  private final Listing listing;
  private final OrderRecords records;
  private final ActionDomain domain;
  private final Ledger ledger;
  private final Nonces nonces;
  private final RateLimiter limiter;

  House(DeriveSimulatorConfig config, PaperVenue venue, InstantSource clock) {
    this.config = config;
    this.venue = venue;
    this.clock = clock;
    this.registry = new Registry(config.wallets());
    this.listing = new Listing(venue, config.profile());
    this.records = new OrderRecords(this);
    this.domain = config.profile().actionDomain();
    this.ledger = new Ledger(venue, registry);
    this.nonces = new Nonces(generation());
    this.limiter = new RateLimiter(this);
  }

  DeriveSimulatorConfig config() {
    return config;
  }

  Generation generation() {
    return config.profile().generation();
  }

  boolean isV3() {
    return generation() == Generation.V3;
  }

  PaperVenue venue() {
    return venue;
  }

  Instant now() {
    return clock.instant();
  }

  DeriveFaults faults() {
    return faults;
  }

  Registry registry() {
    return registry;
  }

  Listing listing() {
    return listing;
  }

  OrderRecords records() {
    return records;
  }

  ActionDomain domain() {
    return domain;
  }

  Ledger ledger() {
    return ledger;
  }

  Nonces nonces() {
    return nonces;
  }

  RateLimiter limiter() {
    return limiter;
  }

  /** A decimal as the generation writes it: plain, V3 with at most 12 digits after the point. */
  String text(BigDecimal value) {
    int digits = isV3() ? V3_DECIMALS : V2_DECIMALS;
    BigDecimal kept = value.scale() > digits ? value.setScale(digits, HALF_EVEN) : value;
    return kept.signum() == 0 ? "0" : kept.stripTrailingZeros().toPlainString();
  }
}
