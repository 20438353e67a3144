package io.arb.cli.simulation;

import io.arb.cli.config.AdapterBlock;
import io.arb.cli.config.SimulationBlock;
import io.arb.core.evm.Address;
import io.arb.core.evm.Signer;
import io.arb.core.model.Money;
import io.arb.core.paper.LiquidityProfile;
import io.arb.core.paper.PaperClockwork;
import io.arb.core.paper.PaperMarket;
import io.arb.core.paper.PaperVenue;
import io.arb.core.paper.VenueRules;
import io.arb.core.spi.Secret;
import io.arb.derive.profile.DeriveProfile;
import io.arb.derive.simulator.DeriveBooks;
import io.arb.derive.simulator.DeriveKey;
import io.arb.derive.simulator.DeriveSimulator;
import io.arb.derive.simulator.DeriveSimulatorConfig;
import io.arb.derive.simulator.DeriveWallet;
import io.arb.derive.simulator.RateTier;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A Derive server in front of a paper venue, with one customer: us. Safe from any thread. */
final class SimulatedDerive implements SimulatedExchange {
  static final String ID = "derive";

  private static final Duration STEP = Duration.ofMillis(50);
  private static final long SUBACCOUNT = 30_769;

  private final Signer session;
  private final Address wallet;
  private final DeriveSimulator simulator;
  private final PaperClockwork clockwork;

  /**
   * @param configured its profile and network are simulated
   */
  SimulatedDerive(
      SimulationBlock block, AdapterBlock configured, PaperMarket market, InstantSource clock) {
    session = ThrowAwayKeys.signer("session", block.seed());
    wallet = ThrowAwayKeys.signer("wallet", block.seed()).address();
    PaperVenue venue =
        new PaperVenue(market, VenueRules.standard(), LiquidityProfile.standard(), block.seed());
    simulator = DeriveSimulator.start(config(block, profile(configured)), venue, clock);
    clockwork = PaperClockwork.start(venue, STEP);
  }

  private static DeriveProfile profile(AdapterBlock configured) {
    return DeriveProfile.of(
        configured.settings().getOrDefault("profile", List.of("v3")).getFirst(),
        configured.settings().getOrDefault("network", List.of("mainnet")).getFirst());
  }

  private DeriveSimulatorConfig config(SimulationBlock block, DeriveProfile profile) {
    DeriveWallet customer =
        new DeriveWallet(
            wallet,
            List.of(SUBACCOUNT),
            new Money(block.cashUsd()),
            List.of(DeriveKey.admin(session.address())));
    return DeriveSimulatorConfig.of(profile, List.of(customer))
        .withLimits(RateTier.marketMaker())
        .withSeed(block.seed());
  }

  @Override
  public AdapterBlock pointed(AdapterBlock configured) {
    Map<String, List<String>> settings = new HashMap<>(configured.settings());
    settings.put("websocket_url", List.of(simulator.webSocketUri().toString()));
    settings.put("rest_url", List.of(simulator.restBase().toString()));
    settings.put("wallet", List.of(wallet.checksummed()));
    settings.put("subaccount_id", List.of(String.valueOf(SUBACCOUNT)));
    return configured.with(settings);
  }

  @Override
  public Signer signer() {
    return session;
  }

  @Override
  public Secret secret() {
    return Secret.NONE;
  }

  @Override
  public void dropSockets() {
    simulator.killConnections();
  }

  @Override
  public HedgeBooks books() {
    DeriveBooks books = simulator.books();
    DeriveBooks.Subaccount account = books.subaccount(SUBACCOUNT);
    return new HedgeBooks(
        ID,
        account.positions(),
        account.fees(),
        account.fills(),
        account.openOrders().size(),
        books.refusals(),
        books.rejectedSignatures());
  }

  @Override
  public void close() {
    simulator.close();
    clockwork.close();
  }
}
