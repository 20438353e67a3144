package io.arb.cli.config;

import io.arb.core.spi.AdapterContext;
import io.arb.core.spi.Capability;
import io.arb.core.spi.EventSink;
import io.arb.core.spi.Exchange;
import io.arb.core.spi.ExchangeProvider;
import io.arb.core.spi.SettingKey;
import io.arb.core.spi.SettingKey.Kind;
import io.arb.core.spi.Settings;
import io.arb.core.spi.SettingsException;
import io.arb.core.spi.TradeSource;
import io.arb.core.spi.TradeSourceProvider;
import java.util.List;
import java.util.Set;

/** Adapters with a setting of every kind, which the configuration is read for and never opened. */
final class TestAdapters {
  private TestAdapters() {}

  static final InstalledAdapters INSTALLED =
      InstalledAdapters.of(
          List.of(new Venue("venue", true), new Venue("other", false)), List.of(new Flow()));

  record Venue(String id, boolean needsKey) implements ExchangeProvider {
    @Override
    public Set<Capability> capabilities() {
      return Set.of();
    }

    @Override
    public List<SettingKey> settings() {
      return List.of(
          SettingKey.required("wallet", Kind.ADDRESS, "the account"),
          SettingKey.required("subaccount_id", Kind.INTEGER, "the subaccount"),
          SettingKey.optional("profile", Kind.TEXT, "v3", "generation of the API"),
          SettingKey.optional("websocket_url", Kind.URI, "", "default: the profile's"),
          SettingKey.optional("rate", Kind.DECIMAL, "1.5", "requests a second"),
          SettingKey.optional("resume", Kind.BOOLEAN, "true", "go on after a break"),
          SettingKey.optional("timeout_ms", Kind.DURATION_MS, "5000", "patience"),
          SettingKey.optional("underlyings", Kind.TEXT_LIST, "ETH", "what to trade"));
    }

    @Override
    public Exchange open(Settings settings, AdapterContext context, EventSink events) {
      throw new SettingsException("profile", "is not to be opened by this test");
    }
  }

  record Flow() implements TradeSourceProvider {
    @Override
    public String id() {
      return "flow";
    }

    @Override
    public List<SettingKey> settings() {
      return List.of(
          SettingKey.required("url", Kind.URI, "where it is"),
          SettingKey.optional("assets", Kind.TEXT_LIST, "", "what is wanted"));
    }

    @Override
    public TradeSource open(Settings settings, AdapterContext context, EventSink events) {
      throw new SettingsException("url", "is not to be opened by this test");
    }
  }
}
