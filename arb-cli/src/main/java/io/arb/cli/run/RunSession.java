package io.arb.cli.run;

import io.arb.cli.config.AdapterBlock;
import io.arb.cli.config.ArbConfig;
import io.arb.cli.config.ConfigException;
import io.arb.cli.config.InstalledAdapters;
import io.arb.cli.config.KeySource;
import io.arb.cli.keys.SigningKeys;
import io.arb.cli.manual.ManualTradeSourceProvider;
import io.arb.cli.simulation.SimulatedVenues;
import io.arb.core.engine.Arb;
import io.arb.core.engine.EngineStatus;
import io.arb.core.evm.Signer;
import io.arb.core.spi.AdapterContext;
import io.arb.core.spi.ExchangeProvider;
import io.arb.core.spi.Secret;
import io.arb.core.spi.SettingKey;
import io.arb.core.spi.Settings;
import io.arb.core.spi.SettingsException;
import io.arb.core.spi.TradeSourceProvider;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One run of {@code arb run}: starts everything, shows a summary a second, stops in order, reports.
 * Made and run by the main thread; {@link #stop} may be called from any thread.
 */
final class RunSession {
  private static final Duration SUMMARY_EVERY = Duration.ofSeconds(1);
  private static final Duration DRAIN_LIMIT = Duration.ofSeconds(20);

  private final ArbConfig config;
  private final RunOptions options;
  private final InstalledAdapters installed;
  private final LiveView view;
  private final InstantSource clock;
  private final RunCounters counters = new RunCounters();
  private final AtomicReference<@Nullable Arb> running = new AtomicReference<>();
  private final CountDownLatch stopping = new CountDownLatch(1);

  RunSession(
      ArbConfig config,
      RunOptions options,
      InstalledAdapters installed,
      LiveView view,
      InstantSource clock) {
    this.config = config;
    this.options = options;
    this.installed = installed;
    this.view = view;
    this.clock = clock;
  }

  /** Asks the run to end in order. */
  void stop() {
    stopping.countDown();
  }

  /**
   * Runs to the end.
   *
   * @throws ConfigException if an adapter refuses its settings or a key cannot be read; nothing was
   *     started
   * @throws IOException if a file cannot be written
   * @throws InterruptedException if the main thread is interrupted
   */
  RunReport run() throws ConfigException, IOException, InterruptedException {
    Optional<SimulatedVenues> simulation = simulate();
    try (RunFiles files = RunFiles.open(config, options, clock)) {
      Arb arb = start(simulation, files);
      EngineStatus last;
      try {
        watch(arb, simulation);
        simulation.ifPresent(SimulatedVenues::stopTakers);
        drain(arb);
      } finally {
        arb.close();
        last = arb.status();
      }
      return RunReport.of(counters.counts(), last, simulation, !config.manual().enabled());
    } finally {
      simulation.ifPresent(SimulatedVenues::close);
    }
  }

  private Optional<SimulatedVenues> simulate() throws ConfigException {
    return config.simulation().isPresent()
        ? Optional.of(SimulatedVenues.start(config.simulation().get(), config.exchange(), clock))
        : Optional.empty();
  }

  private Arb start(Optional<SimulatedVenues> simulation, RunFiles files) throws ConfigException {
    Arb.Builder builder = Arb.builder(config.engine(), clock, files.ledger());
    builder.listener(counters);
    if (!options.quiet()) {
      builder.listener(view);
    }
    addExchange(builder, simulation, files);
    for (AdapterBlock configured : config.sources()) {
      addSource(builder, configured, simulation, files);
    }
    if (config.manual().enabled()) {
      addManualTrades(builder, files);
    }
    Arb arb = builder.start();
    running.set(arb);
    return arb;
  }

  private void addManualTrades(Arb.Builder builder, RunFiles files) {
    ManualTradeSourceProvider manual =
        new ManualTradeSourceProvider(
            config.manual(), () -> Optional.ofNullable(running.get()).map(Arb::status));
    Signer unused = SigningKeys.read(new KeySource.NoKey()); // it signs nothing
    builder.source(
        manual, Settings.of(manual.settings(), Map.of()), context(builder, files, unused));
  }

  private void addExchange(
      Arb.Builder builder, Optional<SimulatedVenues> simulation, RunFiles files)
      throws ConfigException {
    AdapterBlock configured = config.exchange();
    AdapterBlock block = simulation.map(s -> s.exchange(configured)).orElse(configured);
    ExchangeProvider provider = Objects.requireNonNull(installed.exchanges().get(block.id()));
    try {
      Signer signer =
          simulation
              .map(SimulatedVenues::exchangeSigner)
              .orElseGet(() -> SigningKeys.read(signingKey(provider, block)));
      Secret secret =
          simulation.map(SimulatedVenues::exchangeSecret).orElseGet(() -> secret(provider, block));
      builder.exchange(
          provider, settings(block, provider.settings()), context(builder, files, signer, secret));
    } catch (SettingsException e) {
      throw configured.refused(e);
    }
  }

  private void addSource(
      Arb.Builder builder,
      AdapterBlock configured,
      Optional<SimulatedVenues> simulation,
      RunFiles files)
      throws ConfigException {
    AdapterBlock block = simulation.map(s -> s.rysk(configured)).orElse(configured);
    TradeSourceProvider provider = Objects.requireNonNull(installed.sources().get(block.id()));
    try {
      Signer signer =
          simulation
              .map(SimulatedVenues::makerSigner)
              .orElseGet(() -> SigningKeys.read(block.key()));
      builder.source(
          provider, settings(block, provider.settings()), context(builder, files, signer));
    } catch (SettingsException e) {
      throw configured.refused(e);
    }
  }

  private static Settings settings(AdapterBlock block, List<SettingKey> keys) {
    return Settings.of(keys, block.settings());
  }

  /** A key that is a secret text signs nothing. */
  private static KeySource signingKey(ExchangeProvider provider, AdapterBlock block) {
    return provider.needsSecret() ? new KeySource.NoKey() : block.key();
  }

  private static Secret secret(ExchangeProvider provider, AdapterBlock block) {
    return provider.needsSecret() ? SigningKeys.secret(block.key()) : Secret.NONE;
  }

  private AdapterContext context(Arb.Builder builder, RunFiles files, Signer signer) {
    return context(builder, files, signer, Secret.NONE);
  }

  private AdapterContext context(
      Arb.Builder builder, RunFiles files, Signer signer, Secret secret) {
    long seed = config.simulation().map(block -> block.seed()).orElseGet(clock::millis);
    return new AdapterContext(clock, files.sockets(), signer, builder.ids(), seed, secret);
  }

  private void watch(Arb arb, Optional<SimulatedVenues> simulation) throws InterruptedException {
    long endNanos = options.limit().map(limit -> System.nanoTime() + limit.toNanos()).orElse(0L);
    Optional<Duration> dropEvery = config.simulation().flatMap(block -> block.dropSocketsEvery());
    long nextDropNanos = System.nanoTime() + dropEvery.orElse(Duration.ZERO).toNanos();
    while (options.limit().isEmpty() || System.nanoTime() < endNanos) {
      if (stopping.await(SUMMARY_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
      summary(arb);
      if (dropEvery.isPresent() && System.nanoTime() >= nextDropNanos) {
        nextDropNanos += dropEvery.get().toNanos();
        view.say(clock.instant(), "killing all sockets of the simulators");
        simulation.ifPresent(SimulatedVenues::dropSockets);
      }
    }
  }

  /** Hedges at work may finish; nothing new is quoted. */
  private void drain(Arb arb) throws InterruptedException {
    arb.stopQuoting();
    if (!options.quiet()) {
      view.say(clock.instant(), "stopping: no new quotes, hedges at work may finish");
    }
    long endNanos = System.nanoTime() + DRAIN_LIMIT.toNanos();
    while (isWorking(arb.status()) && System.nanoTime() < endNanos) {
      TimeUnit.MILLISECONDS.sleep(SUMMARY_EVERY.toMillis());
      summary(arb);
    }
  }

  private static boolean isWorking(EngineStatus status) {
    return status.hedging() > 0 || status.liveQuotes() > 0;
  }

  private void summary(Arb arb) {
    if (!options.quiet()) {
      view.summary(arb.status());
    }
  }
}
