package io.arb.core.spi;

import java.util.List;
import java.util.Set;

/**
 * Makes one kind of {@link Exchange}. Found by ServiceLoader, chosen by {@code hedging.exchange}.
 */
public interface ExchangeProvider {
  /** Short lower-case name used in configuration: {@code derive}. */
  String id();

  Set<Capability> capabilities();

  /**
   * Whether it needs a key, so that configuration must name one: that of {@link
   * AdapterContext#signer()} unless {@link #needsSecret()}.
   */
  default boolean needsKey() {
    return true;
  }

  /**
   * Whether the key that configuration names is a text for {@link AdapterContext#secret()}, such as
   * the secret of an API key, rather than a key that signs.
   */
  default boolean needsSecret() {
    return false;
  }

  /** The settings it understands, in the order in which documentation lists them. */
  List<SettingKey> settings();

  /**
   * Checks the settings and makes the adapter; nothing connects before its start.
   *
   * @throws SettingsException if a setting is missing or impossible; nothing was connected
   */
  Exchange open(Settings settings, AdapterContext context, EventSink events);
}
