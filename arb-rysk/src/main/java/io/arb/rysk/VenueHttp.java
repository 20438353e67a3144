package io.arb.rysk;

import io.arb.core.wire.RateBudget;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Reads the venue's public lists. Blocks, for a bounded time. Safe from any thread. */
final class VenueHttp implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration PENALTY = Duration.ofSeconds(1);
  private static final long MAX_BYTES = 8L << 20;
  private static final int TOO_MANY_REQUESTS = 429;

  private final URI base;
  private final RateBudget budget;
  private final OkHttpClient client =
      new OkHttpClient.Builder().callTimeout(TIMEOUT).retryOnConnectionFailure(false).build();

  VenueHttp(URI base, RateBudget budget) {
    this.base = base;
    this.budget = budget;
  }

  /**
   * The body of a successful answer.
   *
   * @throws IOException if there is none, or our budget of requests is used up
   */
  String get(String path) throws IOException {
    if (!budget.tryAcquire(1)) {
      throw new IOException("the budget of requests is used up");
    }
    Request request = new Request.Builder().url(base + path).build();
    try (Response response = client.newCall(request).execute()) {
      if (response.code() == TOO_MANY_REQUESTS) {
        budget.penalise(PENALTY);
      }
      if (!response.isSuccessful()) {
        throw new IOException("status " + response.code() + " for " + path);
      }
      return text(response, path);
    }
  }

  private static String text(Response response, String path) throws IOException {
    var source = response.body().source();
    if (source.request(MAX_BYTES + 1)) {
      throw new IOException("more than " + MAX_BYTES + " bytes for " + path);
    }
    return source.readUtf8();
  }

  @Override
  public void close() {
    client.dispatcher().cancelAll();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
