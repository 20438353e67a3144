package io.arb.deribit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.wire.HttpCall;
import io.arb.core.wire.HttpReply;
import io.arb.core.wire.Json;
import io.arb.core.wire.LoopbackServer;
import io.arb.core.wire.ServerConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A server that answers as it is told, request by request, and keeps what it was sent. Out of the
 * box it lets a client log in and lists the instruments of {@link Sample}.
 */
final class ScriptedVenue implements AutoCloseable {
  /** A request as it arrived. */
  record Request(ServerConnection connection, String text, JsonNode frame, long receivedNanos) {
    String method() {
      return frame.path("method").asText();
    }

    JsonNode params() {
      return frame.path("params");
    }

    void result(String json) {
      reply("\"result\":" + json);
    }

    void error(int code, String message, String param) {
      ObjectNode error = Json.object().put("code", code).put("message", message);
      if (!param.isEmpty()) {
        error.set("data", Json.object().put("param", param).put("reason", "is wrong"));
      }
      reply("\"error\":" + error);
    }

    private void reply(String body) {
      connection.send(
          "{\"jsonrpc\":\"2.0\",\"id\":%s,%s,\"usIn\":1,\"usOut\":2,\"usDiff\":1,\"testnet\":true}"
              .formatted(frame.get("id"), body));
    }
  }

  /** Answers a request, or does not. */
  interface Script {
    void on(Request request);
  }

  private static final long WAIT_SECONDS = 30;
  static final String LOGIN =
      """
      {"access_token":"access-1","refresh_token":"refresh-1","expires_in":900,
       "scope":"account:read_write mainaccount session:arb trade:read_write wallet:none",
       "token_type":"bearer","sid":"s","enabled_features":[]}
      """;

  private final Map<String, Script> scripts = new ConcurrentHashMap<>();
  private final Map<String, Function<HttpCall, String>> rest = new ConcurrentHashMap<>();
  private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
  private final List<Request> all = new CopyOnWriteArrayList<>();
  private final LoopbackServer server;

  ScriptedVenue() {
    result("public/hello", params -> "{\"version\":\"1.2.26\"}");
    result("public/test", params -> "{\"version\":\"1.2.26\"}");
    result("public/set_heartbeat", params -> "\"ok\"");
    result("public/get_time", params -> Long.toString(System.currentTimeMillis()));
    result("public/auth", params -> LOGIN);
    result("private/enable_cancel_on_disconnect", params -> "\"ok\"");
    result(
        "private/get_cancel_on_disconnect",
        params -> "{\"scope\":\"connection\",\"enabled\":true}");
    result("public/status", params -> "{\"locked\":\"false\"}");
    result("private/subscribe", ScriptedVenue::granted);
    result("public/subscribe", ScriptedVenue::granted);
    result("public/unsubscribe", ScriptedVenue::granted);
    result(
        "private/get_account_summary", params -> Sample.summary(params.get("currency").asText()));
    result(
        "private/get_positions",
        params -> params.get("currency").asText().equals("USDC") ? Sample.POSITIONS : "[]");
    result("public/get_index_price", params -> "{\"index_price\":2000.0}");
    result(
        "private/get_open_orders",
        params -> "[" + Sample.order(Sample.OTHER_ID, "open", "0.0") + "]");
    result("private/cancel_by_label", params -> "0");
    result("private/get_order_state_by_label", params -> "[]");
    result("private/get_user_trades_by_order", params -> "[]");
    result("private/get_user_trades_by_instrument", params -> Sample.trades());
    rest.put("get_instruments", ScriptedVenue::instruments);
    server =
        LoopbackServer.builder()
            .webSocket("/ws/api/v2", info -> this::onText)
            .get("/api/v2/public", this::onGet)
            .start();
  }

  URI webSocketUri() {
    return server.webSocketUri("/ws/api/v2");
  }

  URI restUri() {
    return server.httpUri("/api/v2");
  }

  LoopbackServer server() {
    return server;
  }

  /** From now on a method is answered like this. */
  void on(String method, Script script) {
    scripts.put(method, script);
  }

  void result(String method, Function<JsonNode, String> result) {
    on(method, request -> request.result(result.apply(request.params())));
  }

  void error(String method, int code, String message) {
    on(method, request -> request.error(code, message, ""));
  }

  void silent(String method) {
    on(method, request -> {});
  }

  void onRest(String method, Function<HttpCall, String> body) {
    rest.put(method, body);
  }

  /** Sends a frame to every connection. */
  void send(String text) {
    server.connections().forEach(connection -> connection.send(text));
  }

  /** Sends news to every connection. */
  void publish(String channel, String data) {
    send(
        ("{\"jsonrpc\":\"2.0\",\"method\":\"subscription\","
                + "\"params\":{\"channel\":\"%s\",\"data\":%s}}")
            .formatted(channel, data));
  }

  /** The next request with this method; earlier others are passed over. */
  Request awaitRequest(String method) throws InterruptedException {
    List<String> seen = new ArrayList<>();
    long endNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
    Request request = requests.poll(WAIT_SECONDS, TimeUnit.SECONDS);
    while (request != null && !request.method().equals(method)) {
      seen.add(request.method());
      request = requests.poll(endNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    }
    return Optional.ofNullable(request)
        .orElseThrow(() -> new AssertionError("no " + method + " came, only " + seen));
  }

  /** The methods that were asked for so far, in order. */
  List<String> methods() {
    return all.stream().map(Request::method).toList();
  }

  List<Request> requests(String method) {
    return all.stream().filter(request -> request.method().equals(method)).toList();
  }

  private void onText(ServerConnection connection, String text) {
    Request request = new Request(connection, text, Json.parse(text, "request"), System.nanoTime());
    all.add(request);
    scripts
        .getOrDefault(request.method(), unknown -> unknown.error(-32601, "Method not found", ""))
        .on(request);
    // Only now: news that a test sends next must not overtake the answer.
    requests.add(request);
  }

  private HttpReply onGet(HttpCall call) {
    String method = call.path().substring("/api/v2/public/".length());
    return HttpReply.json(
        Optional.ofNullable(rest.get(method))
            .map(body -> body.apply(call))
            .orElse("{\"error\":{\"code\":-32601,\"message\":\"Method not found\"}}"));
  }

  /** The venue answers with the channels that it granted. */
  static String granted(JsonNode params) {
    return params.get("channels").toString();
  }

  static String instruments(HttpCall call) {
    String currency = call.parameter("currency").orElse("");
    String kind = call.parameter("kind").orElse("");
    return "{\"jsonrpc\":\"2.0\",\"result\":[" + Sample.listed(currency, kind) + "]}";
  }

  @Override
  public void close() {
    server.close();
  }
}
