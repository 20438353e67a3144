package io.arb.cli.manual;

import io.arb.cli.config.KeySource;
import io.arb.cli.config.ManualBlock;
import io.arb.cli.keys.SigningKeys;
import io.arb.core.engine.EngineStatus;
import io.arb.core.model.ClientOrderId;
import io.arb.core.model.Confirmation;
import io.arb.core.model.Event;
import io.arb.core.model.QuoteNonce;
import io.arb.core.model.SourceEvent;
import io.arb.core.spi.AdapterContext;
import io.arb.core.spi.IdSource;
import io.arb.core.spi.Settings;
import io.arb.core.wire.TyrusSocketFactory;
import java.io.IOException;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** A started manual source with a real client; its clock stands still. */
public final class ManualRig implements AutoCloseable {
  public static final Instant NOW = Instant.parse("2026-11-02T10:15:30Z");

  private final OkHttpClient http = new OkHttpClient.Builder().proxy(Proxy.NO_PROXY).build();
  private final AtomicLong nonces = new AtomicLong(1000);
  private final Path tokenFile;
  private final ManualTradeSource source;

  final List<Event> events = new CopyOnWriteArrayList<>();
  final AtomicReference<Optional<EngineStatus>> status = new AtomicReference<>(Optional.empty());
  volatile boolean areNumbersGone;

  /** What the server said. */
  public record Reply(int status, String body, String challenge) {}

  public ManualRig(Path folder) {
    tokenFile = folder.resolve("state/api-token");
    source = open(new ManualBlock(true, 0, Optional.empty(), tokenFile), Map.of());
    source.start();
  }

  ManualTradeSource open(ManualBlock block, Map<String, String> environment) {
    return new ManualTradeSourceProvider(block, status::get, environment::get)
        .open(
            Settings.of(List.of(), Map.of()),
            new AdapterContext(
                () -> NOW,
                name -> new TyrusSocketFactory(),
                SigningKeys.read(new KeySource.NoKey()),
                new Numbers(),
                1),
            events::add);
  }

  private final class Numbers implements IdSource {
    @Override
    public QuoteNonce nextQuoteNonce(Instant now) {
      if (areNumbersGone) {
        throw new IllegalStateException("the ledger is full");
      }
      return new QuoteNonce(nonces.incrementAndGet());
    }

    @Override
    public ClientOrderId nextOrderId(Instant now) {
      return new ClientOrderId(nonces.incrementAndGet());
    }
  }

  public int port() {
    return source.port();
  }

  public Path tokenFile() {
    return tokenFile;
  }

  ManualTradeSource source() {
    return source;
  }

  /** The trades that the engine was told of. */
  public List<Confirmation> trades() {
    return events.stream()
        .filter(SourceEvent.TradeConfirmed.class::isInstance)
        .map(SourceEvent.TradeConfirmed.class::cast)
        .map(SourceEvent.TradeConfirmed::confirmation)
        .toList();
  }

  Request.Builder request(String path) throws IOException {
    return new Request.Builder()
        .url("http://127.0.0.1:" + port() + path)
        .header("Authorization", "Bearer " + Files.readString(tokenFile).strip());
  }

  Reply post(String body) throws IOException {
    return post(body, request -> request);
  }

  Reply post(String body, UnaryOperator<Request.Builder> change) throws IOException {
    Request.Builder request =
        request("/api/trades")
            .header("Content-Type", "application/json")
            .post(RequestBody.create(body.getBytes(StandardCharsets.UTF_8), null));
    return send(change.apply(request));
  }

  Reply send(Request.Builder request) throws IOException {
    try (Response response = http.newCall(request.build()).execute()) {
      return new Reply(
          response.code(),
          response.body().string(),
          Optional.ofNullable(response.header("WWW-Authenticate")).orElse(""));
    }
  }

  @Override
  public void close() {
    source.close();
    http.connectionPool().evictAll();
  }
}
