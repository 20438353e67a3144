package io.arb.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each row changes one thing in a valid file and expects exactly one complaint. */
class ConfigProblemsTest {
  private static final String KEY =
      "4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318";

  private final ConfigFiles files;

  ConfigProblemsTest(@TempDir Path folder) {
    files = new ConfigFiles(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sources: | source: | 2:3: unknown key 'arbitrage.source', did you mean 'sources'?
          flow: | flaw: | 3:5: unknown key 'arbitrage.sources.flaw', did you mean 'flow'?
          assets: | asset: | 3:60: unknown key 'arbitrage.sources.flow.asset', did you mean 'assets'?
          manual: | manul: | 4:5: unknown key 'arbitrage.sources.manul', did you mean 'manual'?
          api_port: | api-port: | 4:29: unknown key 'arbitrage.sources.manual.api-port', did you mean 'api_port'?
          pricing: | pricings: | 14:3: unknown key 'arbitrage.pricings', did you mean 'pricing'?
          retry_attempts: | retry_atempts: | 13:5: unknown key 'arbitrage.hedging.retry_atempts', did you mean 'retry_attempts'?
          validity_ms: | validty_ms: | 16:5: unknown key 'arbitrage.pricing.validty_ms', did you mean 'validity_ms'?
          backend: | back_end: | 18:5: unknown key 'arbitrage.cache.back_end', did you mean 'backend'?
          perp_name: | Perp_name: | 22:5: unknown key 'arbitrage.gamma_ddh.Perp_name', did you mean 'perp_name'?
          stop_loss_pct: | stop_lose_pct: | 27:5: unknown key 'arbitrage.risk.stop_lose_pct', did you mean 'stop_loss_pct'?
          file: ./ | fiel: ./ | 29:5: unknown key 'arbitrage.ledger.fiel', did you mean 'file'?
          file: ./ | colour: ./ | 29:5: unknown key 'arbitrage.ledger.colour', valid here: file
          """)
  void suggestsTheNearestKeyAtEveryLevel(String was, String is, String expected) {
    assertThat(files.problems(ConfigFiles.VALID.replace(was, is))).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          max_spread_bps: 50 | max_spread_bps: 50.5 | 11:21: arbitrage.hedging.max_spread_bps: expected a whole number, got '50.5'
          max_spread_bps: 50 | max_spread_bps: wide | 11:21: arbitrage.hedging.max_spread_bps: expected a whole number, got 'wide'
          max_spread_bps: 50 | max_spread_bps: 99999999999 | 11:21: arbitrage.hedging.max_spread_bps: expected a whole number, got '99999999999'
          max_spread_bps: 50 | max_spread_bps: [50] | 11:21: arbitrage.hedging.max_spread_bps: expected a plain value, got a list
          max_spread_bps: 50 | max_spread_bps: {a: 1} | 11:5: arbitrage.hedging.max_spread_bps: expected a plain value, got a block of keys
          max_spread_bps: 50 | max_spread_bps: | 11:5: arbitrage.hedging.max_spread_bps: expected a plain value, got nothing
          max_spread_bps: 50 | max_spread_bps: ~ | 11:5: arbitrage.hedging.max_spread_bps: expected a plain value, got nothing
          target_spread_bps: 120 | target_spread_bps: 1,5 | 15:24: arbitrage.pricing.target_spread_bps: expected a decimal number, got '1,5'
          target_spread_bps: 120 | target_spread_bps: 1e999999999 | 15:24: arbitrage.pricing.target_spread_bps: expected a decimal number, got '1e999999999'
          target_spread_bps: 120 | target_spread_bps: .nan | 15:24: arbitrage.pricing.target_spread_bps: expected a decimal number, got '.nan'
          target_spread_bps: 120 | target_spread_bps: 0.1234567890123456789 | 15:24: arbitrage.pricing.target_spread_bps: expected a decimal number, got '0.1234567890123456789'
          validity_ms: 10000 | validity_ms: 10s | 16:18: arbitrage.pricing.validity_ms: expected milliseconds, a whole number from 0 to 86400000, got '10s'
          validity_ms: 10000 | validity_ms: -1 | 16:18: arbitrage.pricing.validity_ms: expected milliseconds, a whole number from 0 to 86400000, got '-1'
          validity_ms: 10000 | validity_ms: 86400001 | 16:18: arbitrage.pricing.validity_ms: expected milliseconds, a whole number from 0 to 86400000, got '86400001'
          default_ttl: 3600 | default_ttl: 1h | 19:18: arbitrage.cache.default_ttl: expected seconds, a whole number from 0 to 31536000, got '1h'
          perp_name: ETH-PERP | perp_name: ETH | 22:16: arbitrage.gamma_ddh.perp_name: expected a name such as ETH-PERP, got 'ETH'
          perp_name: ETH-PERP | perp_name: eth-PERP | 22:16: arbitrage.gamma_ddh.perp_name: expected a name such as ETH-PERP, got 'eth-PERP'
          ddh:\\n    enabled: true | ddh:\\n    enabled: yes | 21:14: arbitrage.gamma_ddh.enabled: expected true or false, got 'yes'
          order_type: post_only | order_type: post-only | 12:17: arbitrage.hedging.order_type: expected one of post_only, ioc, got 'post-only', did you mean 'post_only'?
          backend: file | backend: redis | 18:14: arbitrage.cache.backend: expected one of file, valkey, got 'redis'
          file: ./ledger/arb.ledger | file: '' | 29:11: arbitrage.ledger.file: expected a file name, got ''
          file: ./ledger/arb.ledger | file: "a\\0b" | 29:11: arbitrage.ledger.file: expected a file name, got 'a?b'
          api_port: 8080 | api_port: 80-80 | 4:39: arbitrage.sources.manual.api_port: expected a whole number, got '80-80'
          risk: | risk: high\\n  risky: | 25:9: arbitrage.risk: expected a block of keys, got the value 'high'
          ledger:\\n    file: ./ledger/arb.ledger | ledger: [a] | 28:11: arbitrage.ledger: expected a block of keys, got a list
          """)
  void refusesValuesOfTheWrongForm(String was, String is, String expected) {
    String yaml = ConfigFiles.VALID.replace(lines(was), lines(is));

    assertThat(files.problems(yaml)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          max_spread_bps: 50 | max_spread_bps: 0 | 11:21: arbitrage.hedging.max_spread_bps: max_spread_bps must lie between 1 and 5000, got 0
          retry_attempts: 3 | retry_attempts: 21 | 13:21: arbitrage.hedging.retry_attempts: retry_attempts must lie between 1 and 20, got 21
          retry_attempts: 3 | retry_pause_ms: 1 | 13:21: arbitrage.hedging.retry_pause_ms: retry_pause_ms must lie between 10 and 60000 ms, got 1 ms
          retry_attempts: 3 | repeg_interval_ms: 1 | 13:24: arbitrage.hedging.repeg_interval_ms: repeg_interval_ms must lie between 100 and 600000 ms, got 1 ms
          retry_attempts: 3 | snapshot_every_ms: 1 | 13:24: arbitrage.hedging.snapshot_every_ms: snapshot_every_ms must lie between 1000 ms and 3600000 ms, got 1 ms
          validity_ms: 10000 | stale_after_ms: 1 | 16:21: arbitrage.pricing.stale_after_ms: stale_after_ms must lie between 100 ms and 60000 ms, got 1 ms
          validity_ms: 10000 | validity_ms: 999 | 16:18: arbitrage.pricing.validity_ms: validity_ms must be at least 1 s, got 999 ms
          target_spread_bps: 120 | target_spread_bps: -1 | 15:24: arbitrage.pricing.target_spread_bps: target_spread_bps must be not negative, got -1
          max_abs_delta: "0.5" | max_abs_delta: 0 | 23:20: arbitrage.gamma_ddh.max_abs_delta: max_abs_delta must be positive, got 0
          action_wait_ms: 1000 | action_wait_ms: 1 | 24:21: arbitrage.gamma_ddh.action_wait_ms: action_wait_ms must lie between 100 and 600000 ms, got 1 ms
          action_wait_ms: 1000 | hard_delta_limit: 0.4 | 24:23: arbitrage.gamma_ddh.hard_delta_limit: hard_delta_limit must be above max_abs_delta 0.5, got 0.4
          max_position_size: "1000" | max_position_size: -1000 | 26:24: arbitrage.risk.max_position_size: max_position_size must be a positive number, got -1000
          stop_loss_pct: "10" | stop_loss_pct: 101 | 27:20: arbitrage.risk.stop_loss_pct: stop_loss_pct must be a percentage above 0, at most 100, got 101
          default_ttl: 3600 | default_ttl: 0 | 19:18: arbitrage.cache.default_ttl: default_ttl must be positive, got 0
          default_ttl: 3600 | valkey_addr: localhost | 19:18: arbitrage.cache.valkey_addr: valkey_addr must be host:port, got 'localhost'
          default_ttl: 3600 | valkey_addr: 'h:65536' | 19:18: arbitrage.cache.valkey_addr: valkey_addr must be host:port, got 'h:65536'
          api_port: 8080 | api_port: 65536 | 4:39: arbitrage.sources.manual.api_port: api_port must lie between 0 and 65535, got 65536
          """)
  void refusesImpossibleValuesInTheWordsOfTheFile(String was, String is, String expected) {
    assertThat(files.problems(ConfigFiles.VALID.replace(was, is))).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          speed: 0 | speed must be above 0 and at most 1000, got 0
          speed: 1001 | speed must be above 0 and at most 1000, got 1001
          start_offset_min: -5 | start_offset_min must be not negative, got -5
          rfqs_per_minute: 601 | rfqs_per_minute must be above 0 and at most 600, got 601
          auction_ms: 99 | auction_ms must be from 100 to 60000, got 99
          auction_ms: 60001 | auction_ms must be from 100 to 60000, got 60001
          competitors: 21 | competitors must be from 0 to 20, got 21
          competitor_aggressiveness: 2.1 | competitor_aggressiveness must be from 0 to 2, got 2.1
          confirm_probability: 1.1 | confirm_probability must be from 0 to 1, got 1.1
          cash_usd: 0 | cash_usd must be above 0, got 0
          drop_sockets_every_ms: 4999 | drop_sockets_every_ms must be at least 5000, got 4999
          """)
  void refusesImpossibleSimulations(String setting, String expected) {
    assertThat(files.problems(ConfigFiles.VALID + "  simulation:\n    " + setting + "\n"))
        .singleElement()
        .asString()
        .startsWith("31:")
        .endsWith(": " + expected);
  }

  @Test
  void findsAllProblemsInOneGoInTheOrderOfTheFile() {
    String yaml =
        ConfigFiles.VALID
            .replace("max_spread_bps: 50", "max_spread_bps: 0")
            .replace("retry_attempts: 3", "retry_attempts: 0")
            .replace("api_port: 8080", "api_port: x")
            .replace("backend:", "backends:")
            .replace("stop_loss_pct: \"10\"", "stop_loss_pct: 0")
            .replace("max_position_size: \"1000\"", "max_position_size: 0");

    assertThat(files.problems(yaml))
        .extracting(problem -> problem.replaceFirst(":.*", ""))
        .containsExactly("4", "11", "13", "18", "26", "27");
  }

  @Test
  void saysWhichVenuesAreInstalled() {
    assertThat(files.problems(ConfigFiles.VALID.replace("exchange: venue", "exchange: venu")))
        .contains(
            "10:15: arbitrage.hedging.exchange: expected one of other, venue, got 'venu',"
                + " did you mean 'venue'?");
  }

  @Test
  void asksForAVenueWhereTheUsualOneIsNotInstalled() {
    assertThat(files.problems(ConfigFiles.VALID.replace("exchange: venue", "max_spread_bps: 1")))
        .anyMatch(problem -> problem.contains("exchange: is missing: one of other, venue"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hedging", "risk", "venue", "sources"})
  void refusesABlockThatStandsTwice(String block) {
    assertThat(files.problems(ConfigFiles.VALID + "  " + block + ": {}\n"))
        .singleElement()
        .asString()
        .startsWith("30:3: '" + block + "' stands twice, first at ");
  }

  @Test
  void refusesAKeyThatStandsTwice() {
    String twice = "stop_loss_pct: \"10\"\n    stop_loss_pct: \"90\"";

    assertThat(files.problems(ConfigFiles.VALID.replace("stop_loss_pct: \"10\"", twice)))
        .containsExactly("28:5: 'stop_loss_pct' stands twice, first at 27:5");
  }

  @Test
  void complainsOnceWhenTheOutermostKeyIsMisspelt() {
    assertThat(files.problems(ConfigFiles.VALID.replace("arbitrage:", "arbitrge:")))
        .containsExactly("1:1: unknown key 'arbitrge', did you mean 'arbitrage'?");
  }

  @Test
  void refusesASecondOutermostKey() {
    assertThat(files.problems(ConfigFiles.VALID + "logging: {}\n"))
        .containsExactly("30:1: unknown key 'logging', valid here: arbitrage");
  }

  @ParameterizedTest
  @ValueSource(strings = {"key_file: ", "key_env: ", "key_password_env: ", "wallet: ", "KEY: ", ""})
  void neverShowsAKeyThatWasPastedIntoTheWrongPlace(String where) {
    String yaml =
        ConfigFiles.VALID.replace("key_file: /run/keys/venue", where + "\"0x" + KEY + "\"");

    assertThat(files.problems(yaml)).isNotEmpty().noneMatch(problem -> problem.contains(KEY));
  }

  @Test
  void showsNothingThatATerminalWouldObey() {
    String yaml = ConfigFiles.VALID.replace("backend: file", "backend: \"\\e[31m\\nfile\\u2028\"");

    assertThat(files.problems(yaml))
        .containsExactly(
            "18:14: arbitrage.cache.backend: expected one of file, valkey, got '?[31m?file?'");
  }

  @Test
  void shortensLongValues() {
    String yaml = ConfigFiles.VALID.replace("backend: file", "backend: " + "x".repeat(10_000));

    assertThat(files.problems(yaml)).allMatch(problem -> problem.length() < 300);
  }

  private static String lines(String escaped) {
    return escaped.replace("\\n", "\n");
  }
}
