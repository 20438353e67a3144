package io.arb.cli.input;

import java.util.Set;

/** Names of fields, for messages. */
final class RowNames {
  private RowNames() {}

  static String listed(Set<String> names) {
    return String.join(", ", names.stream().sorted().toList());
  }
}
