package io.arb.cli.trade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.cli.manual.BearerToken;
import io.arb.core.wire.Json;
import io.arb.core.wire.WireFormatException;
import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.StringJoiner;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Speaks {@code POST /api/trades} with an instance on this machine. */
final class SubmitClient {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int ACCEPTED = 202;

  private final OkHttpClient http =
      new OkHttpClient.Builder()
          .proxy(Proxy.NO_PROXY)
          .followRedirects(false)
          .callTimeout(PATIENCE)
          .build();
  private final int port;
  private final BearerToken token;

  SubmitClient(int port, BearerToken token) {
    this.port = port;
    this.token = token;
  }

  /** A trade as it was typed; the instance judges it. */
  record Form(
      String instrument, String side, String quantity, String price, @Nullable String reference) {
    String toJson() {
      ObjectNode json =
          Json.object()
              .put("instrument", instrument)
              .put("side", side)
              .put("quantity", quantity)
              .put("price", price);
      if (reference != null) {
        json.put("reference", reference);
      }
      return Json.write(json);
    }
  }

  /** What the instance says, for people. */
  record Answer(boolean isAccepted, String text) {}

  /**
   * Submits a trade.
   *
   * @throws IOException if no answer came; the trade may have been booked
   */
  Answer submit(Form form, String key) throws IOException {
    Request request =
        new Request.Builder()
            .url("http://127.0.0.1:" + port + "/api/trades")
            .header("Authorization", token.header())
            .header("Idempotency-Key", key)
            .post(RequestBody.create(form.toJson(), JSON))
            .build();
    try (Response response = http.newCall(request).execute()) {
      return answer(response.code(), response.body().string());
    } finally {
      http.connectionPool().evictAll();
    }
  }

  private static Answer answer(int status, String body) throws IOException {
    try {
      JsonNode json = Json.parse(body, "answer");
      return status == ACCEPTED
          ? new Answer(true, "accepted " + json.path("trade_id").asText())
          : new Answer(false, refusal(status, json));
    } catch (WireFormatException e) {
      if (status == ACCEPTED) {
        throw new IOException("an answer that is no JSON", e);
      }
      return new Answer(false, "refused with status " + status);
    }
  }

  private static String refusal(int status, JsonNode json) {
    StringJoiner lines = new StringJoiner(System.lineSeparator());
    lines.add("refused with status " + status + ": " + json.path("error").asText());
    for (JsonNode problem : json.path("problems")) {
      lines.add(
          "  %s: expected %s, got %s"
              .formatted(
                  problem.path("field").asText(),
                  problem.path("expected").asText(),
                  problem.path("value").asText()));
    }
    return lines.toString();
  }
}
