package io.arb.cli.config;

import io.arb.core.spi.SettingsException;
import java.util.List;
import java.util.Map;

/**
 * What the file says about one adapter. Immutable.
 *
 * @param id of its provider
 * @param settings values by name, as written
 * @param places {@code file:line:column} of each setting; of the block under the empty name
 */
public record AdapterBlock(
    String id, Map<String, List<String>> settings, KeySource key, Map<String, String> places) {
  /** The name under which {@link #places} has the block itself. */
  static final String BLOCK = "";

  public AdapterBlock {
    settings = Map.copyOf(settings);
    places = Map.copyOf(places);
  }

  /** The same adapter with other settings. */
  public AdapterBlock with(Map<String, List<String>> newSettings) {
    return new AdapterBlock(id, newSettings, key, places);
  }

  /** The complaint of a provider about a setting, with the place of the setting in the file. */
  public ConfigException refused(SettingsException complaint) {
    String place = places.getOrDefault(complaint.key(), places.getOrDefault(BLOCK, ""));
    return new ConfigException(place + ": " + id + "." + complaint.getMessage());
  }
}
