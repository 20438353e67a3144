package io.arb.cli.config;

import java.util.List;
import java.util.Map;

/**
 * What the file says about one adapter.
 *
 * @param id of its provider
 * @param settings values by name, as written
 */
public record AdapterBlock(String id, Map<String, List<String>> settings, KeySource key) {
  public AdapterBlock {
    settings = Map.copyOf(settings);
  }

  /** The same adapter with other settings. */
  public AdapterBlock with(Map<String, List<String>> newSettings) {
    return new AdapterBlock(id, newSettings, key);
  }
}
