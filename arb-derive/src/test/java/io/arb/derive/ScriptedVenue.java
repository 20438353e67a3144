package io.arb.derive;

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
 * box it lets a client log in and lists {@link Sample#INSTRUMENTS}.
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
      connection.send("{\"id\":" + frame.get("id") + ",\"result\":" + json + "}");
    }

    void error(int code, String message, String data) {
      ObjectNode error = Json.object().put("code", code).put("message", message).put("data", data);
      connection.send("{\"id\":" + frame.get("id") + ",\"error\":" + error + "}");
    }
  }

  /** Answers a request, or does not. */
  interface Script {
    void on(Request request);
  }

  private static final long WAIT_SECONDS = 10;

  private final Map<String, Script> scripts = new ConcurrentHashMap<>();
  private final Map<String, Function<JsonNode, String>> rest = new ConcurrentHashMap<>();
  private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
  private final List<Request> all = new CopyOnWriteArrayList<>();
  private final List<HttpCall> restCalls = new CopyOnWriteArrayList<>();
  private final LoopbackServer server;

  ScriptedVenue(long subaccountId) {
    result("public/get_time", params -> Long.toString(System.currentTimeMillis()));
    result("public/login", params -> "[1," + subaccountId + "]");
    result("private/set_cancel_on_disconnect", params -> "\"ok\"");
    result("subscribe", ScriptedVenue::subscribed);
    result("unsubscribe", params -> "{\"status\":{},\"remaining_subscriptions\":[]}");
    result("private/get_subaccount", params -> Sample.account(subaccountId));
    rest.put("get_all_instruments", ScriptedVenue::instruments);
    rest.put("get_instruments", ScriptedVenue::instrumentsOfV2);
    server =
        LoopbackServer.builder()
            .webSocket("/ws", info -> this::onText)
            .post("/api", this::onPost)
            .start();
  }

  URI webSocketUri() {
    return server.webSocketUri("/ws");
  }

  URI restUri() {
    return server.httpUri("/api");
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

  void onRest(String method, Function<JsonNode, String> body) {
    rest.put(method, body);
  }

  /** Sends news to every connection. */
  void publish(String channel, String data) {
    server
        .connections()
        .forEach(
            connection ->
                connection.send(
                    "{\"method\":\"subscription\",\"params\":{\"channel\":\""
                        + channel
                        + "\",\"data\":"
                        + data
                        + "}}"));
  }

  /** The next request with this method; earlier others are passed over. */
  Request awaitRequest(String method) throws InterruptedException {
    List<String> seen = new ArrayList<>();
    Request request = requests.poll(WAIT_SECONDS, TimeUnit.SECONDS);
    while (request != null && !request.method().equals(method)) {
      seen.add(request.method());
      request = requests.poll(WAIT_SECONDS, TimeUnit.SECONDS);
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

  List<HttpCall> restCalls() {
    return restCalls;
  }

  private void onText(ServerConnection connection, String text) {
    Request request = new Request(connection, text, Json.parse(text, "request"), System.nanoTime());
    all.add(request);
    requests.add(request);
    scripts
        .getOrDefault(request.method(), unknown -> unknown.error(-32601, "Method not found", ""))
        .on(request);
  }

  private HttpReply onPost(HttpCall call) {
    restCalls.add(call);
    String method = call.path().substring("/api/public/".length());
    return HttpReply.json(
        Optional.ofNullable(rest.get(method))
            .map(body -> body.apply(Json.parse(call.body(), method)))
            .orElse("{\"id\":\"x\",\"error\":{\"code\":-32601,\"message\":\"Method not found\"}}"));
  }

  static String subscribed(JsonNode params) {
    ObjectNode status = Json.object();
    params.get("channels").forEach(channel -> status.put(channel.asText(), "ok"));
    return Json.object()
        .<ObjectNode>set("status", status)
        .set("current_subscriptions", params.get("channels"))
        .toString();
  }

  static String instruments(JsonNode params) {
    return "{\"id\":\"x\",\"result\":{\"instruments\":["
        + Sample.listed(params)
        + "],\"pagination\":{\"count\":1,\"num_pages\":1}}}";
  }

  static String instrumentsOfV2(JsonNode params) {
    return "{\"id\":\"x\",\"result\":[" + Sample.listed(params) + "]}";
  }

  @Override
  public void close() {
    server.close();
  }
}
