package io.arb.deribit.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.wire.WireFormatException;
import io.arb.deribit.wire.DeribitFrame;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Public methods over HTTP, without login: for lists that are too large to hold up the WebSocket.
 * Blocks: not for the session's thread. Safe from any other. Source: Deribit API, "JSON-RPC over
 * HTTP".
 */
public final class RestClient implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  private final OkHttpClient http = new OkHttpClient.Builder().callTimeout(TIMEOUT).build();
  private final HttpUrl base;

  public RestClient(URI base) {
    this.base = HttpUrl.get(base.toString());
  }

  /**
   * Calls a method.
   *
   * @throws IOException if there was no answer of the venue or it was an error
   */
  public JsonNode get(String method, Map<String, String> params) throws IOException {
    HttpUrl.Builder url = base.newBuilder().addPathSegments(method);
    params.forEach(url::addQueryParameter);
    Request request = new Request.Builder().url(url.build()).header("User-Agent", "arb").build();
    try (Response response = http.newCall(request).execute()) {
      return result(method, response.code(), response.body().string());
    }
  }

  private static JsonNode result(String method, int status, String body) throws IOException {
    try {
      return switch (DeribitFrame.parseBody(body)) {
        case DeribitFrame.Result result -> result.result();
        case DeribitFrame.Failure failure ->
            throw new IOException(method + " was refused: " + failure.error());
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
