package io.arb.core.spi;

import java.util.List;

/**
 * Makes one kind of {@link TradeSource}. Found by ServiceLoader, switched on under {@code sources}.
 */
public interface TradeSourceProvider {
  /** Short lower-case name used in configuration: {@code rysk}. */
  String id();

  List<SettingKey> settings();

  /**
   * Checks the settings and makes the adapter; nothing connects before its start.
   *
   * @throws SettingsException if a setting is missing or impossible; nothing was connected
   */
  TradeSource open(Settings settings, AdapterContext context, EventSink events);
}
