package io.arb.cli.config;

import io.arb.core.engine.EngineConfig;
import io.arb.core.spi.SettingKey;
import io.arb.core.spi.TradeSourceProvider;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads and checks a configuration file. */
public final class ArbConfigReader {
  private static final String PASSWORD_VARIABLE = "ARB_KEY_PASSWORD";

  private final Path file;
  private final InstalledAdapters installed;
  private final List<Problem> problems = new ArrayList<>();

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
    Section arbitrage = root.section("arbitrage");
    boolean simulated = arbitrage.has("simulation");
    Section sources = arbitrage.section("sources");
    List<AdapterBlock> sourceBlocks = sources(sources, simulated);
    Optional<ManualBlock> manual = manual(sources.section("manual"));
    sources.refuseOthers();
    Section hedging = arbitrage.section("hedging");
    Optional<AdapterBlock> exchange = exchange(arbitrage, hedging, simulated);
    Optional<EngineConfig> engine = EngineSections.read(arbitrage, hedging);
    hedging.refuseOthers();
    Optional<CacheBlock> cache = cache(arbitrage.section("cache"));
    Section ledgerSection = arbitrage.section("ledger");
    Path ledger = Path.of(ledgerSection.text("file", "./ledger/arb.ledger"));
    ledgerSection.refuseOthers();
    Optional<SimulationBlock> simulation =
        arbitrage.optionalSection("simulation").flatMap(SimulationSection::read);
    arbitrage.refuseOthers();
    root.refuseOthers();
    if (!problems.isEmpty()) {
      throw new ConfigException(file, problems);
    }
    return new ArbConfig(
        engine.orElseThrow(),
        sourceBlocks,
        manual.orElseThrow(),
        exchange.orElseThrow(),
        cache.orElseThrow(),
        ledger,
        simulation);
  }

  private List<AdapterBlock> sources(Section sources, boolean simulated) {
    List<AdapterBlock> blocks = new ArrayList<>();
    for (TradeSourceProvider provider : installed.sources().values()) {
      Optional<Section> section = sources.optionalSection(provider.id());
      if (section.isPresent()) {
        boolean enabled = section.get().flag("enabled", true);
        AdapterBlock block = adapter(provider.id(), section.get(), provider.settings(), simulated);
        if (enabled) {
          blocks.add(block);
        }
      }
    }
    return blocks;
  }

  private AdapterBlock adapter(
      String id, Section section, List<SettingKey> keys, boolean simulated) {
    Set<String> names =
        keys.stream().map(SettingKey::name).collect(Collectors.toCollection(LinkedHashSet::new));
    AdapterBlock block = new AdapterBlock(id, section.texts(names), key(section, simulated));
    section.refuseOthers();
    return block;
  }

  private static KeySource key(Section section, boolean simulated) {
    Optional<String> path = section.optionalText("key_file");
    Optional<String> variable = section.optionalText("key_env");
    String password = section.text("key_password_env", PASSWORD_VARIABLE);
    if (path.isPresent() && variable.isPresent()) {
      section.problem("key_file", "give key_file or key_env, not both");
    }
    if (path.isEmpty() && variable.isEmpty() && !simulated) {
      section.problem("key_file", "is missing: a file with the signing key, or key_env");
    }
    return path.<KeySource>map(p -> new KeySource.KeyFile(Path.of(p), password))
        .or(() -> variable.map(KeySource.KeyVariable::new))
        .orElseGet(KeySource.NoKey::new);
  }

  private static Optional<ManualBlock> manual(Section manual) {
    boolean enabled = manual.flag("enabled", false);
    int port = manual.integer("api_port", 8080);
    manual.refuseOthers();
    return manual.build(() -> new ManualBlock(enabled, port));
  }

  private Optional<AdapterBlock> exchange(Section arbitrage, Section hedging, boolean simulated) {
    Set<String> ids = installed.exchanges().keySet();
    String id = hedging.choice("exchange", ids, "derive");
    for (String other : ids) {
      if (!other.equals(id)) {
        // The block of the venue that is not chosen may stay in the file; it is checked all the
        // same.
        arbitrage.optionalSection(other).ifPresent(section -> adapter(section, other, simulated));
      }
    }
    return Optional.of(adapter(arbitrage.section(id), id, simulated));
  }

  private AdapterBlock adapter(Section section, String id, boolean simulated) {
    return adapter(id, section, installed.exchanges().get(id).settings(), simulated);
  }

  private static Optional<CacheBlock> cache(Section cache) {
    String backend = cache.choice("backend", Set.of("file", "valkey"), "file");
    String address = cache.text("valkey_addr", "localhost:6379");
    Path directory = Path.of(cache.text("file_dir", "./cache"));
    Duration timeToLive = cache.seconds("default_ttl", Duration.ofHours(1));
    cache.refuseOthers();
    return cache.build(() -> new CacheBlock(backend, address, directory, timeToLive));
  }
}
