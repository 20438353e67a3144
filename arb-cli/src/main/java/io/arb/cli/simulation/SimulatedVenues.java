package io.arb.cli.simulation;

import io.arb.cli.config.AdapterBlock;
import io.arb.cli.config.ConfigException;
import io.arb.cli.config.SimulationBlock;
import io.arb.core.evm.Address;
import io.arb.core.evm.BouncyCastleSigner;
import io.arb.core.evm.PrivateKey;
import io.arb.core.evm.Signer;
import io.arb.core.model.Money;
import io.arb.core.model.Underlying;
import io.arb.core.paper.LiquidityProfile;
import io.arb.core.paper.PaperClockwork;
import io.arb.core.paper.PaperMarket;
import io.arb.core.paper.PaperMarketConfig;
import io.arb.core.paper.PaperVenue;
import io.arb.core.paper.VenueRules;
import io.arb.core.spi.SettingsException;
import io.arb.derive.profile.DeriveProfile;
import io.arb.derive.simulator.DeriveBooks;
import io.arb.derive.simulator.DeriveKey;
import io.arb.derive.simulator.DeriveSimulator;
import io.arb.derive.simulator.DeriveSimulatorConfig;
import io.arb.derive.simulator.DeriveWallet;
import io.arb.derive.simulator.RateTier;
import io.arb.rysk.simulator.Competition;
import io.arb.rysk.simulator.DelayRange;
import io.arb.rysk.simulator.RfqFlow;
import io.arb.rysk.simulator.RyskAsset;
import io.arb.rysk.simulator.RyskBooks;
import io.arb.rysk.simulator.RyskMarket;
import io.arb.rysk.simulator.RyskSimulator;
import io.arb.rysk.simulator.RyskSimulatorConfig;
import io.arb.rysk.simulator.RyskTiming;
import io.arb.rysk.simulator.TakerProfile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One market, a Rysk server and a Derive server that follow it, and keys to throw away. Safe from
 * any thread.
 */
public final class SimulatedVenues implements AutoCloseable {
  private static final Duration STEP = Duration.ofMillis(50);
  private static final DelayRange SETTLEMENT = DelayRange.ofMillis(1_000, 2_000);
  private static final DelayRange TAKER_THINKS = DelayRange.ofMillis(300, 1_000);
  private static final String RIVAL_NOISE = "0.03";
  private static final String SIMULATED_EXCHANGE = "derive";
  private static final long SUBACCOUNT = 30_769;

  private final Signer maker;
  private final Signer session;
  private final Address wallet;
  private final PaperClockwork clockwork;
  private final RyskSimulator rysk;
  private final DeriveSimulator derive;
  private final RyskAsset asset;
  private final RyskSimulatorConfig ryskConfig;

  private SimulatedVenues(SimulationBlock block, DeriveProfile profile, InstantSource clock) {
    maker = signer("maker", block.seed());
    session = signer("session", block.seed());
    wallet = signer("wallet", block.seed()).address();
    Underlying eth = new Underlying("ETH");
    PaperMarket market =
        new PaperMarket(
            new PaperMarketConfig(
                eth, block.seed(), block.speed().doubleValue(), block.startOffset()),
            clock);
    PaperVenue venue =
        new PaperVenue(market, VenueRules.standard(), LiquidityProfile.standard(), block.seed());
    Money cash = new Money(block.cashUsd());
    ryskConfig = ryskConfig(block);
    asset = ryskConfig.asset();
    rysk = RyskSimulator.start(ryskConfig, RyskMarket.of(market), clock);
    rysk.fund(maker.address(), cash);
    derive = DeriveSimulator.start(deriveConfig(profile, cash, block.seed()), venue, clock);
    clockwork = PaperClockwork.start(venue, STEP);
  }

  /**
   * Starts everything on free loopback ports.
   *
   * @param exchange the block of the hedge venue: its profile and network are simulated
   * @throws ConfigException if there is no simulator of that venue
   */
  public static SimulatedVenues start(
      SimulationBlock block, AdapterBlock exchange, InstantSource clock) throws ConfigException {
    if (!exchange.id().equals(SIMULATED_EXCHANGE)) {
      throw exchange.refused(
          new SettingsException(
              "exchange", "a simulation hedges on derive, not on " + exchange.id()));
    }
    return new SimulatedVenues(block, profile(exchange), clock);
  }

  private static DeriveProfile profile(AdapterBlock exchange) {
    return DeriveProfile.of(
        exchange.settings().getOrDefault("profile", List.of("v3")).getFirst(),
        exchange.settings().getOrDefault("network", List.of("mainnet")).getFirst());
  }

  private static Signer signer(String role, long seed) {
    byte[] entropy = ("arb simulation " + role + " " + seed).getBytes(StandardCharsets.UTF_8);
    return new BouncyCastleSigner(PrivateKey.derive(entropy));
  }

  private static RyskSimulatorConfig ryskConfig(SimulationBlock block) {
    return RyskSimulatorConfig.standard(block.seed())
        .with(RyskTiming.standard().with(block.auctionWindow(), SETTLEMENT))
        .with(
            Competition.of(
                block.competitors(), block.competitorAggressiveness().toPlainString(), RIVAL_NOISE))
        .with(RfqFlow.perMinute(block.rfqsPerMinute()))
        .with(new TakerProfile(block.confirmProbability().doubleValue(), TAKER_THINKS));
  }

  private DeriveSimulatorConfig deriveConfig(DeriveProfile profile, Money cash, long seed) {
    DeriveWallet customer =
        new DeriveWallet(
            wallet, List.of(SUBACCOUNT), cash, List.of(DeriveKey.admin(session.address())));
    return DeriveSimulatorConfig.of(profile, List.of(customer))
        .withLimits(RateTier.marketMaker())
        .withSeed(seed);
  }

  /** The block of the Rysk source, pointed at the simulator. */
  public AdapterBlock rysk(AdapterBlock configured) {
    Map<String, List<String>> settings = new HashMap<>(configured.settings());
    settings.put("websocket_url", List.of(rysk.makerUri().toString()));
    settings.put("http_url", List.of(rysk.httpBase().toString()));
    settings.put("chain_id", List.of(String.valueOf(ryskConfig.chain().chainId())));
    settings.put("maker", List.of(maker.address().hex()));
    settings.put("assets", List.of(asset.address().hex()));
    return configured.with(settings);
  }

  /** The block of the hedge venue, pointed at the simulator. */
  public AdapterBlock exchange(AdapterBlock configured) {
    Map<String, List<String>> settings = new HashMap<>(configured.settings());
    settings.put("websocket_url", List.of(derive.webSocketUri().toString()));
    settings.put("rest_url", List.of(derive.restBase().toString()));
    settings.put("wallet", List.of(wallet.checksummed()));
    settings.put("subaccount_id", List.of(String.valueOf(SUBACCOUNT)));
    return configured.with(settings);
  }

  public Signer makerSigner() {
    return maker;
  }

  public Signer sessionSigner() {
    return session;
  }

  /** Kills every connection without a close frame, as a dying network does. */
  public void dropSockets() {
    rysk.dropMakers();
    rysk.dropRfqs();
    derive.killConnections();
  }

  /** What the simulated Rysk has on record. */
  public RyskBooks ryskBooks() {
    return rysk.books();
  }

  /** What the simulated Derive has on record of our subaccount. */
  public DeriveBooks.Subaccount deriveAccount() {
    return derive.books().subaccount(SUBACCOUNT);
  }

  public DeriveBooks deriveBooks() {
    return derive.books();
  }

  /** No more requests from takers; what is under way goes on. */
  public void stopTakers() {
    rysk.setFlow(RfqFlow.none());
  }

  @Override
  public void close() {
    rysk.close();
    derive.close();
    clockwork.close();
  }
}
