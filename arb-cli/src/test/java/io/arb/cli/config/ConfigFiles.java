package io.arb.cli.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes configurations into a folder and reads them back. */
record ConfigFiles(Path folder) {
  static final String VALID =
      """
      arbitrage:
        sources:
          flow: {enabled: true, url: "wss://flow.example/maker", assets: ["0xaa", "0xbb"], key_env: FLOW_KEY}
          manual: {enabled: true, api_port: 8080}
        venue:
          wallet: "0x00000000000000000000000000000000000000aa"
          subaccount_id: 7
          key_file: /run/keys/venue
        hedging:
          exchange: venue
          max_spread_bps: 50
          order_type: post_only
          retry_attempts: 3
        pricing:
          target_spread_bps: 120
          validity_ms: 10000
        cache:
          backend: file
          default_ttl: 3600
        gamma_ddh:
          enabled: true
          perp_name: ETH-PERP
          max_abs_delta: "0.5"
          action_wait_ms: 1000
        risk:
          max_position_size: "1000"
          stop_loss_pct: "10"
        ledger:
          file: ./ledger/arb.ledger
      """;

  Path write(String yaml) {
    try {
      return Files.writeString(folder.resolve("arb.yaml"), yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ArbConfig read(String yaml) throws ConfigException {
    return ArbConfigReader.read(write(yaml), TestAdapters.INSTALLED);
  }

  /** The lines of the refusal, without the file's name. */
  List<String> problems(String yaml) {
    Path file = write(yaml);
    ConfigException refusal =
        catchThrowableOfType(
            ConfigException.class, () -> ArbConfigReader.read(file, TestAdapters.INSTALLED));
    return String.valueOf(refusal.getMessage())
        .lines()
        .map(line -> line.replace(file + ":", ""))
        .toList();
  }
}
