package io.arb.derive.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.wire.Json;
import io.arb.core.wire.WireFormatException;
import io.arb.derive.wire.DeriveError;
import io.arb.derive.wire.DeriveFrame;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Public methods over HTTP, without login. Blocks: not for the session's thread. Safe from any
 * other. Source: Derive API, "REST".
 */
public final class RestClient implements AutoCloseable {
  /** The venue answered with an error. */
  public static final class RefusedException extends IOException {
    private final transient DeriveError error;

    RefusedException(String method, DeriveError error) {
      super(method + " was refused: " + error);
      this.error = error;
    }

    public DeriveError error() {
      return error;
    }
  }

  private static final MediaType JSON = MediaType.get("application/json");
  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  private final OkHttpClient http = new OkHttpClient.Builder().callTimeout(TIMEOUT).build();
  private final String base;

  public RestClient(URI base) {
    this.base = base.toString().replaceFirst("/+$", "");
  }

  /**
   * Calls a method.
   *
   * @throws RefusedException if the venue answered with an error
   * @throws IOException if there was no answer of the venue, whatever the HTTP status
   */
  public JsonNode post(String method, JsonNode params) throws IOException {
    Request request =
        new Request.Builder()
            .url(base + "/" + method)
            .header("User-Agent", "arb")
            .post(RequestBody.create(Json.write(params), JSON))
            .build();
    try (Response response = http.newCall(request).execute()) {
      return result(method, response.code(), response.body().string());
    }
  }

  private static JsonNode result(String method, int status, String body) throws IOException {
    try {
      return switch (DeriveFrame.parseBody(body)) {
        case DeriveFrame.Result result -> result.result();
        case DeriveFrame.Failure failure -> throw new RefusedException(method, failure.error());
      };
    } catch (WireFormatException e) {
      throw new IOException(method + " ended with HTTP " + status + ": " + e.getMessage(), e);
    }
  }

  /** Breaks off calls that are under way. */
  @Override
  public void close() {
    http.dispatcher().cancelAll();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
