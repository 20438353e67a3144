package io.arb.cli.manual;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.cache.ledger.FileLedger;
import io.arb.cli.config.ArbConfig;
import io.arb.cli.config.ArbConfigReader;
import io.arb.cli.config.InstalledAdapters;
import io.arb.cli.config.KeySource;
import io.arb.cli.keys.SigningKeys;
import io.arb.core.engine.Arb;
import io.arb.core.engine.EngineStatus;
import io.arb.core.model.Notice;
import io.arb.core.model.Quantity;
import io.arb.core.model.TradeState;
import io.arb.core.spi.AdapterContext;
import io.arb.core.spi.EventSink;
import io.arb.core.spi.ExchangeProvider;
import io.arb.core.spi.SettingKey;
import io.arb.core.spi.Settings;
import io.arb.core.spi.TradeSourceProvider;
import io.arb.core.wire.TyrusSocketFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the request of a person to the books of the engine, over a restart. */
class BookedTradeTest {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final String SYMBOL = "ETH-20991225-2500-C";

  private final Path folder;
  private final ArbConfig config;
  private final OkHttpClient http = new OkHttpClient();
  private final BlockingQueue<String> executed = new LinkedBlockingQueue<>();

  BookedTradeTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    Path file = folder.resolve("arb.yaml");
    Files.writeString(
        file,
        """
        arbitrage:
          hedging: {exchange: paper}
          sources: {manual: {enabled: true, api_port: 0, token_file: "%s"}}
          risk: {max_position_size: "0.01"}
        """
            .formatted(folder.resolve("token")));
    config = ArbConfigReader.read(file, InstalledAdapters.find());
  }

  @Test
  void isBookedWhateverTheLimitsSay() throws Exception {
    EngineStatus last;
    Running run = start();
    try {
      String id = run.submit("one", "1.5");

      assertThat(executed.poll(30, TimeUnit.SECONDS)).isEqualTo(id);
    } finally {
      last = run.stop();
    }
    assertThat(positions(last)).isEqualTo(Map.of(SYMBOL, Quantity.of("1.5")));
  }

  @Test
  void isBookedOnceOverARestart() throws Exception {
    Running first = start();
    String id = first.submit("one", "1.5");
    assertThat(executed.poll(30, TimeUnit.SECONDS)).isEqualTo(id);
    first.stop();

    EngineStatus last;
    Running second = start();
    try {
      assertThat(second.submit("one", "1.5")).isEqualTo(id);
      String other = second.submit("two", "2");

      assertThat(executed.poll(30, TimeUnit.SECONDS)).isEqualTo(other);
    } finally {
      last = second.stop();
    }
    assertThat(positions(last)).isEqualTo(Map.of(SYMBOL, Quantity.of("3.5")));
  }

  private static Map<String, Quantity> positions(EngineStatus status) {
    return status.atSource().entrySet().stream()
        .collect(Collectors.toMap(entry -> entry.getKey().symbol(), Map.Entry::getValue));
  }

  /** An instance with its manual source. */
  private record Running(Arb arb, int port, Path token, OkHttpClient http) {
    String submit(String key, String quantity) throws Exception {
      String trade =
          "{\"instrument\": \"%s\", \"side\": \"buy\", \"quantity\": \"%s\", \"price\": \"80\"}"
              .formatted(SYMBOL, quantity);
      Request request =
          new Request.Builder()
              .url("http://127.0.0.1:" + port + "/api/trades")
              .header("Authorization", new TokenFile(token).read().header())
              .header("Idempotency-Key", key)
              .post(RequestBody.create(trade, MediaType.get("application/json")))
              .build();
      try (Response response = http.newCall(request).execute()) {
        return response.body().string().replaceAll(".*\"(manual-\\d+)\".*", "$1");
      }
    }

    EngineStatus stop() {
      arb.close();
      return arb.status();
    }
  }

  private Running start() {
    Arb.Builder builder =
        Arb.builder(config.engine(), CLOCK, FileLedger.open(folder.resolve("arb.ledger")));
    AdapterContext context =
        new AdapterContext(
            CLOCK,
            name -> new TyrusSocketFactory(),
            SigningKeys.read(new KeySource.NoKey()),
            builder.ids(),
            1);
    Ports ports = new Ports(config);
    ExchangeProvider paper =
        Objects.requireNonNull(InstalledAdapters.find().exchanges().get("paper"));
    builder.exchange(paper, Settings.of(paper.settings(), Map.of()), context);
    builder.source(ports, Settings.of(List.of(), Map.of()), context);
    builder.listener(this::note);
    return new Running(builder.start(), ports.port, folder.resolve("token"), http);
  }

  private void note(Notice notice, Instant at) {
    if (notice instanceof Notice.TradeMoved moved && moved.state() == TradeState.EXECUTED) {
      executed.add(moved.trade().value());
    }
  }

  /** Remembers the port that the system chose. */
  private static final class Ports implements TradeSourceProvider {
    private final ManualTradeSourceProvider provider;
    private int port;

    Ports(ArbConfig config) {
      provider = new ManualTradeSourceProvider(config.manual(), Optional::empty);
    }

    @Override
    public String id() {
      return provider.id();
    }

    @Override
    public List<SettingKey> settings() {
      return provider.settings();
    }

    @Override
    public ManualTradeSource open(Settings settings, AdapterContext context, EventSink events) {
      ManualTradeSource source = provider.open(settings, context, events);
      port = source.port();
      return source;
    }
  }
}
