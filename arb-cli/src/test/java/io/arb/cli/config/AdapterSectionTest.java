package io.arb.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdapterSectionTest {
  private static final String WALLET = "wallet: \"0x00000000000000000000000000000000000000aa\"";

  private final ConfigFiles files;

  AdapterSectionTest(@TempDir Path folder) {
    files = new ConfigFiles(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          subaccount_id: seven | 5:20: arbitrage.venue.subaccount_id: expected a whole number, got 'seven'
          subaccount_id: 99999999999999999999 | 5:20: arbitrage.venue.subaccount_id: expected a whole number, got '99999999999999999999'
          rate: fast | 5:11: arbitrage.venue.rate: expected a decimal number, got 'fast'
          rate: 1e9 | 5:11: arbitrage.venue.rate: expected a decimal number, got '1e9'
          resume: True | 5:13: arbitrage.venue.resume: expected true or false, got 'True'
          websocket_url: localhost | 5:20: arbitrage.venue.websocket_url: expected an address such as wss://host/path, got 'localhost'
          websocket_url: 'wss://a b' | 5:20: arbitrage.venue.websocket_url: expected an address such as wss://host/path, got 'wss://a b'
          timeout_ms: 5s | 5:17: arbitrage.venue.timeout_ms: expected milliseconds, a whole number from 0 to 86400000, got '5s'
          profile: '' | 5:14: arbitrage.venue.profile: expected some text, got ''
          profile: | 5:5: arbitrage.venue.profile: expected a value, got nothing
          profile: [v2, v3] | 5:14: arbitrage.venue.profile: expected some text, got a list
          profile: {name: v3} | 5:5: arbitrage.venue.profile: expected a value or a list, got a block of keys
          underlyings: [ETH, [BTC]] | 5:24: arbitrage.venue.underlyings: expected a plain value, got a list
          underlyings: [ETH, ''] | 5:24: arbitrage.venue.underlyings: expected some text, got ''
          key_env: 'not a name' | 5:14: arbitrage.venue.key_env: expected the name of an environment variable, got 'not a name'
          subacount_id: 7 | 5:5: unknown key 'arbitrage.venue.subacount_id', did you mean 'subaccount_id'?
          password: secret | 5:5: unknown key 'arbitrage.venue.password', valid here: wallet, subaccount_id, profile, websocket_url, rate, resume, timeout_ms, underlyings, key_file, key_env, key_password_env
          """)
  void checksSettingsByTheirKind(String setting, String expected) {
    assertThat(problems(WALLET, setting)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rate: 0.25",
        "rate: '2'",
        "resume: false",
        "websocket_url: ''",
        "websocket_url: wss://api.example:443/ws?x=1",
        "timeout_ms: 86400000",
        "profile: v2",
        "underlyings: [ETH, BTC]",
        "underlyings: ETH",
        "underlyings: []",
      })
  void takesSettingsOfTheirKind(String setting) {
    assertThat(problems(WALLET, "subaccount_id: -9223372036854775808", setting, "key_env: K"))
        .containsExactly("no problem");
  }

  @Test
  void doesNotShowWhatIsNoAddress() {
    assertThat(problems("wallet: mnemonic words", "subaccount_id: 7", "key_env: K"))
        .containsExactly("4:13: arbitrage.venue.wallet: expected 0x and 40 hexadecimal digits");
  }

  @Test
  void namesAllRequiredSettingsThatAreMissing() {
    assertThat(problems("rate: 1"))
        .containsExactly(
            "3:3: arbitrage.venue.key_file: is missing: a file with the signing key, or else"
                + " key_env",
            "3:3: arbitrage.venue.subaccount_id: is missing: the subaccount",
            "3:3: arbitrage.venue.wallet: is missing: the account");
  }

  @Test
  void namesThemAlsoWhereTheBlockIsMissing() {
    assertThat(read("arbitrage:\n  hedging: {exchange: venue}\n"))
        .hasSize(3)
        .allMatch(problem -> problem.startsWith("1:1: arbitrage.venue."));
  }

  @Test
  void refusesTwoKeys() {
    assertThat(problems(WALLET, "subaccount_id: 7", "key_file: k", "key_env: K"))
        .containsExactly("7:14: arbitrage.venue.key_env: give key_file or key_env, not both");
  }

  @Test
  void checksTheBlockOfAVenueThatIsNotChosen() {
    assertThat(files.problems(ConfigFiles.VALID + "  other: {rat: 1}\n"))
        .containsExactly("30:11: unknown key 'arbitrage.other.rat', did you mean 'rate'?");
  }

  @Test
  void checksTheBlockOfASourceThatIsSwitchedOff() {
    String off = ConfigFiles.VALID.replace("enabled: true, url", "enabled: false, ulr");

    assertThat(files.problems(off))
        .containsExactly("3:28: unknown key 'arbitrage.sources.flow.ulr', did you mean 'url'?");
  }

  @Test
  void checksFormsInSimulationToo() {
    assertThat(problems("rate: fast\n  simulation:"))
        .containsExactly("4:11: arbitrage.venue.rate: expected a decimal number, got 'fast'");
  }

  private List<String> problems(String... settings) {
    return read(
        "arbitrage:\n  hedging: {exchange: venue}\n  venue:\n    "
            + String.join("\n    ", settings)
            + "\n");
  }

  private List<String> read(String yaml) {
    try {
      files.read(yaml);
      return List.of("no problem");
    } catch (ConfigException e) {
      return files.problems(yaml);
    }
  }
}
