package io.arb.cli.simulation;

import io.arb.cli.config.AdapterBlock;
import io.arb.cli.config.ConfigException;
import io.arb.cli.config.SimulationBlock;
import io.arb.core.evm.Signer;
import io.arb.core.model.Money;
import io.arb.core.model.Underlying;
import io.arb.core.paper.PaperMarket;
import io.arb.core.paper.PaperMarketConfig;
import io.arb.core.spi.Secret;
import io.arb.core.spi.SettingsException;
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
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One market, a Rysk server and the server of a hedge venue that follow it, and keys to throw away.
 * Safe from any thread.
 */
public final class SimulatedVenues implements AutoCloseable {
  private static final DelayRange SETTLEMENT = DelayRange.ofMillis(1_000, 2_000);
  private static final DelayRange TAKER_THINKS = DelayRange.ofMillis(300, 1_000);
  private static final String RIVAL_NOISE = "0.03";

  private final Signer maker;
  private final RyskSimulator rysk;
  private final SimulatedExchange exchange;
  private final RyskAsset asset;
  private final RyskSimulatorConfig ryskConfig;

  private SimulatedVenues(
      SimulationBlock block, PaperMarket market, SimulatedExchange exchange, InstantSource clock) {
    this.exchange = exchange;
    maker = ThrowAwayKeys.signer("maker", block.seed());
    ryskConfig = ryskConfig(block);
    asset = ryskConfig.asset();
    rysk = RyskSimulator.start(ryskConfig, RyskMarket.of(market), clock);
    rysk.fund(maker.address(), new Money(block.cashUsd()));
  }

  /**
   * Starts everything on free loopback ports.
   *
   * @param exchange the block of the hedge venue
   * @throws ConfigException if there is no simulator of that venue
   */
  public static SimulatedVenues start(
      SimulationBlock block, AdapterBlock exchange, InstantSource clock) throws ConfigException {
    PaperMarket market =
        new PaperMarket(
            new PaperMarketConfig(
                new Underlying("ETH"),
                block.seed(),
                block.speed().doubleValue(),
                block.startOffset()),
            clock);
    return new SimulatedVenues(block, market, venue(block, exchange, market, clock), clock);
  }

  private static SimulatedExchange venue(
      SimulationBlock block, AdapterBlock exchange, PaperMarket market, InstantSource clock)
      throws ConfigException {
    return switch (exchange.id()) {
      case SimulatedDerive.ID -> new SimulatedDerive(block, exchange, market, clock);
      case SimulatedDeribit.ID -> new SimulatedDeribit(block, exchange, market, clock);
      default ->
          throw exchange.refused(
              new SettingsException(
                  "exchange", "a simulation hedges on derive or deribit, not on " + exchange.id()));
    };
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
    return exchange.pointed(configured);
  }

  public Signer makerSigner() {
    return maker;
  }

  /** Signs at the hedge venue. */
  public Signer exchangeSigner() {
    return exchange.signer();
  }

  /** Logs in at the hedge venue; {@link Secret#NONE} where a signature does. */
  public Secret exchangeSecret() {
    return exchange.secret();
  }

  /** Kills every connection without a close frame, as a dying network does. */
  public void dropSockets() {
    rysk.dropMakers();
    rysk.dropRfqs();
    exchange.dropSockets();
  }

  /** What the simulated Rysk has on record. */
  public RyskBooks ryskBooks() {
    return rysk.books();
  }

  /** What the simulated hedge venue has on record of us. */
  public HedgeBooks hedgeBooks() {
    return exchange.books();
  }

  /** No more requests from takers; what is under way goes on. */
  public void stopTakers() {
    rysk.setFlow(RfqFlow.none());
  }

  @Override
  public void close() {
    rysk.close();
    exchange.close();
  }
}
