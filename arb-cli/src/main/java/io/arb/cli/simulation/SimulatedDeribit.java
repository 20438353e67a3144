package io.arb.cli.simulation;

import io.arb.cli.config.AdapterBlock;
import io.arb.cli.config.SimulationBlock;
import io.arb.core.evm.Signer;
import io.arb.core.paper.PaperMarket;
import io.arb.core.spi.Secret;
import io.arb.deribit.simulator.CreditLimits;
import io.arb.deribit.simulator.DeribitAccount;
import io.arb.deribit.simulator.DeribitBooks;
import io.arb.deribit.simulator.DeribitKey;
import io.arb.deribit.simulator.DeribitSimulator;
import io.arb.deribit.simulator.DeribitSimulatorConfig;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A Deribit server with one customer: us, with the configured cash in USDC and once more in coins.
 * Safe from any thread.
 */
final class SimulatedDeribit implements SimulatedExchange {
  static final String ID = "deribit";

  private static final String CUSTOMER = "arb";
  private static final String CLIENT_ID = "simulated";
  private static final int BAD_CREDENTIALS = 13004;
  private static final int COIN_DECIMALS = 8;

  private final Signer unused;
  private final String secret;
  private final DeribitSimulator simulator;

  /**
   * @param configured its network is simulated
   */
  SimulatedDeribit(
      SimulationBlock block, AdapterBlock configured, PaperMarket market, InstantSource clock) {
    unused = ThrowAwayKeys.signer("session", block.seed());
    secret = ThrowAwayKeys.signer("client secret", block.seed()).address().hex();
    boolean testnet =
        configured.settings().getOrDefault("network", List.of("mainnet")).contains("testnet");
    simulator =
        DeribitSimulator.start(
            DeribitSimulatorConfig.of(List.of(customer(block, market)))
                .withLimits(CreditLimits.highestTier())
                .withTestnet(testnet)
                .withSeed(block.seed()),
            market,
            clock);
  }

  private DeribitAccount customer(SimulationBlock block, PaperMarket market) {
    BigDecimal index = market.index(market.now()).usd();
    BigDecimal coins = block.cashUsd().divide(index, COIN_DECIMALS, RoundingMode.DOWN);
    String coin = market.perpetual().underlying().symbol();
    return new DeribitAccount(
        CUSTOMER,
        Map.of("USDC", block.cashUsd(), coin, coins),
        List.of(DeribitKey.trading(CLIENT_ID, secret)));
  }

  @Override
  public AdapterBlock pointed(AdapterBlock configured) {
    Map<String, List<String>> settings = new HashMap<>(configured.settings());
    settings.put("websocket_url", List.of(simulator.webSocketUri().toString()));
    settings.put("rest_url", List.of(simulator.restBase().toString()));
    settings.put("client_id", List.of(CLIENT_ID));
    return configured.with(settings);
  }

  @Override
  public Signer signer() {
    return unused;
  }

  @Override
  public Secret secret() {
    return Secret.of(secret);
  }

  @Override
  public void dropSockets() {
    simulator.killConnections();
  }

  @Override
  public HedgeBooks books() {
    DeribitBooks books = simulator.books();
    DeribitBooks.Customer account = books.customer(CUSTOMER);
    return new HedgeBooks(
        ID,
        account.coins(),
        account.tradeFeesUsd(),
        account.fills(),
        account.openOrders().size(),
        books.refusals(),
        books.refusals().getOrDefault(BAD_CREDENTIALS, 0L));
  }

  @Override
  public void close() {
    simulator.close();
  }
}
