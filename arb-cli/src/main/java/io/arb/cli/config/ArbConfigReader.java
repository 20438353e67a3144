package io.arb.cli.config;

import io.arb.core.engine.EngineConfig;
import io.arb.core.spi.ExchangeProvider;
import io.arb.core.spi.TradeSourceProvider;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads and checks a configuration file. */
public final class ArbConfigReader {
  private static final String ROOT = "arbitrage";
  private static final String DEFAULT_EXCHANGE = "derive";
  private static final String DEFAULT_LEDGER = "./ledger/arb.ledger";
  private static final String DEFAULT_TOKEN_FILE = "./ledger/api-token";

  private final Path file;
  private final InstalledAdapters installed;
  private final Set<Problem> problems = new HashSet<>();

  private ArbConfigReader(Path file, InstalledAdapters installed) {
    this.file = file;
    this.installed = installed;
  }

  /**
   * Reads {@code file}. Relative paths in it are relative to the working directory.
   *
   * @throws ConfigException naming every problem with line and column; nothing was started
   */
  public static ArbConfig read(Path file, InstalledAdapters installed) throws ConfigException {
    return new ArbConfigReader(file, installed).read();
  }

  private ArbConfig read() throws ConfigException {
    Section root = new Section("", YamlReader.read(file, problems), problems);
    Optional<Section> arbitrage = root.optionalSection(ROOT);
    root.refuseOthers();
    if (arbitrage.isEmpty() && problems.isEmpty()) {
      root.problem(ROOT, "is missing");
    }
    // Without the block everything would be missing: one complaint is enough.
    Optional<ArbConfig> config = arbitrage.map(this::arbitrage);
    if (config.isEmpty() || !problems.isEmpty()) {
      throw new ConfigException(file, problems);
    }
    return config.get();
  }

  private ArbConfig arbitrage(Section arbitrage) {
    Optional<SimulationBlock> simulation =
        arbitrage.optionalSection("simulation").map(SimulationSection::read);
    boolean isReal = !arbitrage.has("simulation");
    Section sources = arbitrage.section("sources");
    List<AdapterBlock> sourceBlocks = sources(sources, isReal);
    ManualBlock manual = manual(sources.section("manual"));
    sources.refuseOthers();
    Section hedging = arbitrage.section("hedging");
    AdapterBlock exchange = exchange(arbitrage, hedging, isReal);
    EngineConfig engine = EngineSections.read(arbitrage, hedging);
    hedging.refuseOthers();
    CacheBlock cache = cache(arbitrage.section("cache"));
    Optional<Path> ledger = ledger(arbitrage.section("ledger"), simulation.isEmpty());
    arbitrage.refuseOthers();
    return new ArbConfig(engine, sourceBlocks, manual, exchange, cache, ledger, simulation);
  }

  private List<AdapterBlock> sources(Section sources, boolean isReal) {
    List<AdapterBlock> enabled = new ArrayList<>();
    for (TradeSourceProvider provider : installed.sources().values()) {
      sources
          .optionalSection(provider.id())
          .flatMap(section -> source(section, provider, isReal))
          .ifPresent(enabled::add);
    }
    return enabled;
  }

  private Optional<AdapterBlock> source(
      Section section, TradeSourceProvider provider, boolean isReal) {
    boolean isEnabled = section.flag("enabled", true);
    boolean isComplete = isEnabled && isReal;
    AdapterBlock block =
        new AdapterSection(file, section)
            .read(provider.id(), provider.settings(), isComplete, isComplete);
    return Optional.of(block).filter(read -> isEnabled);
  }

  private static ManualBlock manual(Section manual) {
    ManualBlock block =
        manual.build(
            () ->
                new ManualBlock(
                    manual.flag("enabled", false),
                    manual.integer("api_port", 8080),
                    manual.parsed(
                        "token_env", "the name of an environment variable", Values::variable),
                    manual.file("token_file", DEFAULT_TOKEN_FILE)));
    manual.refuseOthers();
    return block;
  }

  /**
   * The block of the chosen venue. Blocks of other venues may stay in the file; what they say is
   * checked all the same.
   */
  private AdapterBlock exchange(Section arbitrage, Section hedging, boolean isReal) {
    String id = exchangeId(hedging);
    for (ExchangeProvider other : installed.exchanges().values()) {
      if (!other.id().equals(id)) {
        arbitrage.optionalSection(other.id()).ifPresent(section -> adapter(section, other, false));
      }
    }
    return Optional.ofNullable(installed.exchanges().get(id))
        .map(chosen -> adapter(arbitrage.section(id), chosen, isReal))
        .orElseGet(() -> new AdapterBlock(id, Map.of(), new KeySource.NoKey(), Map.of()));
  }

  private AdapterBlock adapter(Section section, ExchangeProvider provider, boolean isComplete) {
    return new AdapterSection(file, section)
        .read(provider.id(), provider.settings(), isComplete, isComplete && provider.needsKey());
  }

  private String exchangeId(Section hedging) {
    Set<String> ids = installed.exchanges().keySet();
    String id = hedging.choice("exchange", ids, DEFAULT_EXCHANGE);
    if (!hedging.has("exchange") && !ids.contains(id)) {
      hedging.problem("exchange", "is missing: one of " + String.join(", ", ids));
    }
    return id;
  }

  private static CacheBlock cache(Section cache) {
    CacheBlock block =
        cache.build(
            () ->
                new CacheBlock(
                    cache.choice("backend", List.of("file", "valkey"), "file"),
                    cache.text("valkey_addr", "localhost:6379"),
                    cache.file("file_dir", "./cache"),
                    cache.seconds("default_ttl", Duration.ofHours(1))));
    cache.refuseOthers();
    return block;
  }

  private static Optional<Path> ledger(Section ledger, boolean isReal) {
    Optional<Path> given = ledger.optionalFile("file");
    ledger.refuseOthers();
    return isReal ? given.or(() -> Optional.of(Path.of(DEFAULT_LEDGER))) : given;
  }
}
