package io.arb.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arb.core.hedge.GammaDdhConfig;
import io.arb.core.hedge.HedgeConfig;
import io.arb.core.model.Money;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Quantity;
import io.arb.core.quote.QuoteConfig;
import io.arb.core.spi.SettingsException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArbConfigReaderTest {
  private static final String SMALLEST =
      """
      arbitrage:
        hedging: {exchange: venue}
        venue: {wallet: "0x00000000000000000000000000000000000000aa", subaccount_id: 1, key_env: KEY}
      """;

  private static final String SIMULATED =
      """
      arbitrage:
        hedging: {exchange: venue}
        simulation:
      """;

  private final Path folder;
  private final ConfigFiles files;

  ArbConfigReaderTest(@TempDir Path folder) {
    this.folder = folder;
    files = new ConfigFiles(folder);
  }

  @Test
  void readsTheFormOfTheTraders() throws ConfigException {
    ArbConfig config =
        ArbConfigReader.read(
            files.write(
                """
                arbitrage:
                  sources:
                    rysk:
                      enabled: true
                      websocket_url: "wss://rip-testnet.rysk.finance/maker"
                      chain_id: 84532
                      maker: "0x00000000000000000000000000000000000000aa"
                      assets: ["0x00000000000000000000000000000000000000bb"]
                      key_file: ./keys/rysk
                    manual: {enabled: true, api_port: 8080}
                  hedging: {exchange: "derive", max_spread_bps: 50, order_type: "post_only", retry_attempts: 3}
                  derive: {profile: v3, network: testnet, wallet: "0x00000000000000000000000000000000000000cc", subaccount_id: 12, key_env: DERIVE_KEY}
                  cache: {backend: "valkey", valkey_addr: "localhost:6379", file_dir: "./cache", default_ttl: 3600}
                  gamma_ddh: {enabled: true, perp_name: "ETH-PERP", max_abs_delta: "0.5", max_abs_spread: "25", action_wait_ms: 1000}
                  risk: {max_position_size: "1000", max_delta_exposure: "500", stop_loss_pct: "10"}
                """),
            InstalledAdapters.find());

    assertThat(config.sources()).extracting(AdapterBlock::id).containsExactly("rysk");
    assertThat(config.sources().getFirst().settings())
        .containsEntry("assets", List.of("0x00000000000000000000000000000000000000bb"))
        .containsEntry("chain_id", List.of("84532"));
    assertThat(config.sources().getFirst().key())
        .isEqualTo(new KeySource.KeyFile(Path.of("./keys/rysk"), "ARB_KEY_PASSWORD"));
    assertThat(config.manual().enabled()).isTrue();
    assertThat(config.manual().apiPort()).isEqualTo(8080);
    assertThat(config.exchange().id()).isEqualTo("derive");
    assertThat(config.exchange().key()).isEqualTo(new KeySource.KeyVariable("DERIVE_KEY"));
    assertThat(config.engine().hedging().maxSpreadBps()).isEqualTo(50);
    assertThat(config.cache())
        .isEqualTo(
            new CacheBlock("valkey", "localhost:6379", Path.of("./cache"), Duration.ofHours(1)));
    assertThat(config.engine().gammaDdh().maxAbsDelta()).isEqualTo(Quantity.of("0.5"));
    assertThat(config.engine().gammaDdh().maxAbsSpread()).isEqualByComparingTo("25");
    assertThat(config.engine().gammaDdh().actionWait()).isEqualTo(Duration.ofSeconds(1));
    assertThat(config.engine().risk().maxPositionSize()).isEqualTo(Quantity.of("1000"));
    assertThat(config.engine().risk().maxDeltaExposure()).isEqualTo(Quantity.of("500"));
    assertThat(config.simulation()).isEmpty();
  }

  @Test
  void fillsInWhatIsNotSaid() throws ConfigException {
    ArbConfig config = files.read(SMALLEST);

    assertThat(config.sources()).isEmpty();
    assertThat(config.manual())
        .isEqualTo(new ManualBlock(false, 8080, Optional.empty(), Path.of("./ledger/api-token")));
    assertThat(config.engine().quoting()).isEqualTo(QuoteConfig.DEFAULTS);
    assertThat(config.engine().hedging()).isEqualTo(HedgeConfig.DEFAULTS);
    assertThat(config.engine().gammaDdh()).isEqualTo(GammaDdhConfig.defaults(Perpetual.of("ETH")));
    assertThat(config.engine().risk().capital()).isEqualTo(Money.of("10000"));
    assertThat(config.cache().backend()).isEqualTo("file");
  }

  @Test
  void readsEveryKeyOfTheEngine() throws ConfigException {
    ArbConfig config =
        files.read(
            """
            arbitrage:
              venue: {wallet: "0x00000000000000000000000000000000000000aa", subaccount_id: 1, key_env: KEY}
              pricing: {target_spread_bps: 1.5, min_edge_usd: "2", source_fee_rate: 0.1, improve_bps: 3, validity_ms: 4000, max_quotes_per_rfq: 5, stale_after_ms: 600}
              hedging: {exchange: venue, order_type: ioc, max_spread_bps: 1, retry_attempts: 2, retry_pause_ms: 30, repeg_interval_ms: 400, repeg_tolerance_ticks: 5, escalate_after_ms: 6, crossing_bound_bps: 7, perpetual_bound_bps: 8, max_loss_bps: 9, give_up_after_ms: 9000, snapshot_every_ms: 10000}
              gamma_ddh: {enabled: false, perp_name: BTC-PERP, max_abs_delta: 1, max_abs_spread: 2, price_tol: 3, amount_tol: 4, mid_price_tol: 5, action_wait_ms: 600, hard_delta_limit: 7, hard_limit_after_ms: 8, aggressive_bound_bps: 9, stuck_after: 10}
              risk: {max_position_size: 1, max_delta_exposure: 2, capital_usd: 3, stop_loss_pct: 4, confirmation_grace_ms: 5}
            """);

    assertThat(config.engine().staleAfter()).isEqualTo(Duration.ofMillis(600));
    assertThat(config.engine().snapshotEvery()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.engine().quoting())
        .isEqualTo(
            new QuoteConfig(
                new BigDecimal("1.5"),
                Money.of("2"),
                new BigDecimal("0.1"),
                new BigDecimal("3"),
                Duration.ofSeconds(4),
                5));
    assertThat(config.engine().hedging())
        .isEqualTo(
            new HedgeConfig(
                HedgeConfig.OrderType.IOC,
                1,
                2,
                Duration.ofMillis(30),
                Duration.ofMillis(400),
                5,
                Duration.ofMillis(6),
                7,
                8,
                9,
                Duration.ofSeconds(9)));
    assertThat(config.engine().gammaDdh())
        .isEqualTo(
            new GammaDdhConfig(
                false,
                Perpetual.of("BTC"),
                Quantity.of("1"),
                new BigDecimal("2"),
                new BigDecimal("3"),
                Quantity.of("4"),
                new BigDecimal("5"),
                Duration.ofMillis(600),
                Quantity.of("7"),
                Duration.ofMillis(8),
                9,
                10));
    assertThat(config.engine().risk().confirmationGrace()).isEqualTo(Duration.ofMillis(5));
  }

  @Test
  void setsTheHardLimitOfDeltaToTwiceTheBandWhereTheDefaultIsLower() throws ConfigException {
    ArbConfig config = files.read(SMALLEST + "  gamma_ddh: {max_abs_delta: 500}\n");

    assertThat(config.engine().gammaDdh().hardDeltaLimit()).isEqualTo(Quantity.of("1000"));
  }

  @Test
  void keepsTheLedgerWhereMoneyIsReal() throws ConfigException {
    assertThat(files.read(SMALLEST).ledger()).contains(Path.of("./ledger/arb.ledger"));
  }

  @Test
  void keepsNoLedgerInSimulationUnlessAsked() throws ConfigException {
    assertThat(files.read(SIMULATED).ledger()).isEmpty();
    assertThat(files.read(SIMULATED + "  ledger: {file: kept}\n").ledger())
        .contains(Path.of("kept"));
  }

  @Test
  void takesAnEmptySimulationBlockForASimulation() throws ConfigException {
    assertThat(files.read(SIMULATED).simulation()).isPresent();
  }

  @Test
  void readsEveryKeyOfTheSimulation() throws ConfigException {
    ArbConfig config =
        files.read(
            SIMULATED
                + "    {seed: 5000000000, speed: 2.5, start_offset_min: 3, rfqs_per_minute: 4,"
                + " auction_ms: 500, competitors: 6, competitor_aggressiveness: 0.5,"
                + " confirm_probability: 0.7, cash_usd: 8, drop_sockets_every_ms: 9000}\n");

    assertThat(config.simulation())
        .contains(
            new SimulationBlock(
                5_000_000_000L,
                new BigDecimal("2.5"),
                Duration.ofMinutes(3),
                4,
                Duration.ofMillis(500),
                6,
                new BigDecimal("0.5"),
                new BigDecimal("0.7"),
                new BigDecimal("8"),
                Optional.of(Duration.ofSeconds(9))));
  }

  @Test
  void asksForNoKeysAndNoRequiredSettingsInSimulation() throws ConfigException {
    ArbConfig config = files.read(SIMULATED + "  sources: {flow: {enabled: true}}\n");

    assertThat(config.exchange().key()).isEqualTo(new KeySource.NoKey());
    assertThat(config.sources().getFirst().key()).isEqualTo(new KeySource.NoKey());
    assertThat(config.sources().getFirst().settings()).isEmpty();
  }

  @Test
  void asksForNoKeyWhereTheVenueNeedsNone() throws ConfigException {
    ArbConfig config =
        files.read(
            """
            arbitrage:
              hedging: {exchange: other}
              other: {wallet: "0x00000000000000000000000000000000000000aa", subaccount_id: 1}
            """);

    assertThat(config.exchange().key()).isEqualTo(new KeySource.NoKey());
  }

  @Test
  void leavesOutSourcesThatAreSwitchedOff() throws ConfigException {
    assertThat(files.read(SMALLEST + "  sources: {flow: {enabled: false}}\n").sources()).isEmpty();
  }

  @Test
  void takesASourceForSwitchedOnThatDoesNotSay() throws ConfigException {
    String flow = "  sources: {flow: {url: \"ws://localhost/\", key_env: K}}\n";

    assertThat(files.read(SMALLEST + flow).sources()).hasSize(1);
  }

  @Test
  void letsTheBlockOfAnotherVenueStayIncomplete() throws ConfigException {
    assertThat(files.read(SMALLEST + "  other: {subaccount_id: 3}\n").exchange().id())
        .isEqualTo("venue");
  }

  @Test
  void putsTheSettingsOfASimulationInPlaceOfThoseOfTheFile() throws ConfigException {
    AdapterBlock block =
        files.read(SMALLEST).exchange().with(Map.of("subaccount_id", List.of("99")));

    assertThat(block.settings()).containsExactly(Map.entry("subaccount_id", List.of("99")));
  }

  @Test
  void namesThePlaceOfASettingThatItsProviderRefuses() throws ConfigException {
    AdapterBlock block = files.read(SMALLEST).exchange();

    assertThat(block.refused(new SettingsException("subaccount_id", "is not yours")))
        .hasMessage(folder.resolve("arb.yaml") + ":3:80: venue.subaccount_id: is not yours");
    assertThat(block.refused(new SettingsException("rate", "is too high")))
        .hasMessage(folder.resolve("arb.yaml") + ":3:3: venue.rate: is too high");
  }

  @Test
  void readsKeyFilesWithTheNameOfTheirPassPhrase() throws ConfigException {
    ArbConfig config =
        files.read(SMALLEST.replace("key_env: KEY", "key_file: k.json, key_password_env: PHRASE"));

    assertThat(config.exchange().key())
        .isEqualTo(new KeySource.KeyFile(Path.of("k.json"), "PHRASE"));
  }

  @Test
  void readsTheTokenOfTheManualSource() throws ConfigException {
    ArbConfig config =
        files.read(
            SMALLEST + "  sources: {manual: {token_env: TOKEN, token_file: t, api_port: 0}}\n");

    assertThat(config.manual())
        .isEqualTo(new ManualBlock(false, 0, Optional.of("TOKEN"), Path.of("t")));
  }

  @Test
  void refusesAFileThatIsNotThere() {
    Path missing = folder.resolve("nowhere.yaml");

    assertThatThrownBy(() -> ArbConfigReader.read(missing, TestAdapters.INSTALLED))
        .isInstanceOf(ConfigException.class)
        .hasMessage(missing + ": there is no such file");
  }

  @Test
  void refusesAFolder() {
    assertThatThrownBy(() -> ArbConfigReader.read(folder, TestAdapters.INSTALLED))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(folder + ": cannot be read");
  }

  @Test
  void refusesAFileThatIsNotUtf8() throws Exception {
    Path file = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', (byte) 0xe9, ':'});

    assertThatThrownBy(() -> ArbConfigReader.read(file, TestAdapters.INSTALLED))
        .isInstanceOf(ConfigException.class)
        .hasMessage(file + ": is not UTF-8 text");
  }
}
