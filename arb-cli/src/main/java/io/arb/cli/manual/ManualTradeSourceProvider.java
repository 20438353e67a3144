package io.arb.cli.manual;

import io.arb.cli.config.ManualBlock;
import io.arb.core.engine.EngineStatus;
import io.arb.core.spi.AdapterContext;
import io.arb.core.spi.EventSink;
import io.arb.core.spi.SettingKey;
import io.arb.core.spi.Settings;
import io.arb.core.spi.SettingsException;
import io.arb.core.spi.TradeSourceProvider;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the {@link ManualTradeSource} of one instance. Not found by ServiceLoader: it belongs to
 * the command line, which knows where its token file is and what the engine does.
 */
public final class ManualTradeSourceProvider implements TradeSourceProvider {
  private static final Logger LOG = LoggerFactory.getLogger(ManualTradeSourceProvider.class);

  private final ManualBlock block;
  private final Supplier<Optional<EngineStatus>> status;
  private final Function<String, @Nullable String> environment;

  /**
   * Prepares the source.
   *
   * @param status the engine's state; empty while it does not run
   */
  public ManualTradeSourceProvider(ManualBlock block, Supplier<Optional<EngineStatus>> status) {
    this(block, status, System::getenv);
  }

  ManualTradeSourceProvider(
      ManualBlock block,
      Supplier<Optional<EngineStatus>> status,
      Function<String, @Nullable String> environment) {
    this.block = block;
    this.status = status;
    this.environment = environment;
  }

  @Override
  public String id() {
    return ManualTradeSource.ID.value();
  }

  /** None: the configuration has a block of its own for it. */
  @Override
  public List<SettingKey> settings() {
    return List.of();
  }

  /**
   * Binds the port and writes the token file.
   *
   * @throws SettingsException if the port is taken, the token is unusable or its file cannot be
   *     written
   */
  @Override
  public ManualTradeSource open(Settings settings, AdapterContext context, EventSink events) {
    Optional<BearerToken> given = block.tokenEnv().map(this::given);
    BearerToken token = given.orElseGet(() -> BearerToken.random(new SecureRandom()));
    TradeApi api =
        new TradeApi(
            ManualTradeSource.ID, new Gate(token), context.ids(), context.clock(), events, status);
    ManualTradeSource source = listen(api, events);
    if (given.isEmpty()) {
      publish(token, source);
    }
    return source;
  }

  private BearerToken given(String variable) {
    try {
      return BearerToken.of(Optional.ofNullable(environment.apply(variable)).orElse(""));
    } catch (IllegalArgumentException e) {
      throw new SettingsException("token_env", variable + ": " + e.getMessage());
    }
  }

  private ManualTradeSource listen(TradeApi api, EventSink events) {
    try {
      return new ManualTradeSource(block.apiPort(), api, events);
    } catch (IllegalStateException e) {
      LOG.debug("cannot listen", e);
      throw new SettingsException(
          "api_port", "cannot listen on 127.0.0.1:" + block.apiPort() + ", is it taken?");
    }
  }

  private void publish(BearerToken token, ManualTradeSource source) {
    try {
      new TokenFile(block.tokenFile()).write(token);
    } catch (IOException e) {
      source.close();
      throw new SettingsException("token_file", block.tokenFile() + " cannot be written: " + e);
    }
  }
}
