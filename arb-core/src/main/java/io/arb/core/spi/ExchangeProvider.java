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
   * Whether it signs with the key of {@link AdapterContext#signer()}, so that configuration must
   * name one.
   */
  default boolean needsKey() {
    return true;
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
