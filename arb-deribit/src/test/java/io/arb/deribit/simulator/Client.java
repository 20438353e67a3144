package io.arb.deribit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.wire.Json;
import io.arb.core.wire.SocketListener;
import io.arb.core.wire.TextSocket;
import io.arb.core.wire.TyrusSocketFactory;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A bare JSON-RPC client of tests, on a real socket. */
final class Client implements SocketListener, AutoCloseable {
  static final long WAIT_SECONDS = 20;

  private final Map<String, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final BlockingQueue<JsonNode> notifications = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> heartbeats = new LinkedBlockingQueue<>();
  private final BlockingQueue<JsonNode> strays = new LinkedBlockingQueue<>();
  private final Queue<String> order = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<String> closed = new CompletableFuture<>();
  private final AtomicInteger ids = new AtomicInteger();
  private final TextSocket socket;

  Client(URI uri) {
    try {
      socket = new TyrusSocketFactory().open(uri, this);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void onText(String text) {
    JsonNode frame = Json.parse(text, "frame");
    switch (frame.path("method").asText()) {
      case "subscription" -> {
        order.add(frame.path("params").path("channel").asText());
        notifications.add(frame);
      }
      case "heartbeat" -> heartbeats.add(frame.path("params").path("type").asText());
      default -> {
        order.add("reply");
        CompletableFuture<JsonNode> reply = waiting.remove(frame.path("id").asText());
        if (reply == null) {
          strays.add(frame);
        } else {
          reply.complete(frame);
        }
      }
    }
  }

  @Override
  public void onPong() {}

  @Override
  public void onClosed(String reason) {
    closed.complete(reason);
  }

  /** Sends a request; the future is the whole reply frame. */
  CompletableFuture<JsonNode> send(String method, ObjectNode params) {
    int id = ids.incrementAndGet();
    CompletableFuture<JsonNode> reply = new CompletableFuture<>();
    waiting.put(Integer.toString(id), reply);
    ObjectNode frame = Json.object().put("jsonrpc", "2.0").put("id", id).put("method", method);
    raw(Json.write(frame.set("params", params)));
    return reply;
  }

  void raw(String text) {
    try {
      socket.send(text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  JsonNode frame(String method, ObjectNode params) {
    return Waiting.on(send(method, params));
  }

  JsonNode result(String method, ObjectNode params) {
    JsonNode frame = frame(method, params);
    if (!frame.has("result")) {
      throw new AssertionError(method + " was refused: " + frame);
    }
    return frame.path("result");
  }

  JsonNode error(String method, ObjectNode params) {
    JsonNode frame = frame(method, params);
    if (!frame.has("error")) {
      throw new AssertionError(method + " was answered: " + frame);
    }
    return frame.path("error");
  }

  int code(String method, ObjectNode params) {
    return error(method, params).path("code").asInt();
  }

  static ObjectNode channels(String... channels) {
    ObjectNode params = Json.object();
    var array = params.putArray("channels");
    for (String channel : channels) {
      array.add(channel);
    }
    return params;
  }

  JsonNode subscribe(String... channels) {
    return result("private/subscribe", channels(channels));
  }

  /** The data of the next notification of a channel; others are passed over. */
  JsonNode next(String channel) {
    return next(channel, data -> true);
  }

  JsonNode next(String channel, Predicate<JsonNode> condition) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
    while (System.nanoTime() < until) {
      JsonNode frame = Waiting.poll(notifications, 1);
      if (frame != null
          && frame.path("params").path("channel").asText().equals(channel)
          && condition.test(frame.path("params").path("data"))) {
        return frame.path("params").path("data");
      }
    }
    throw new AssertionError("no such notification of " + channel);
  }

  /** How many notifications of a channel have come that nobody took. */
  long waitingOf(String channel) {
    return notifications.stream()
        .filter(frame -> frame.path("params").path("channel").asText().equals(channel))
        .count();
  }

  /** The type of the next heartbeat frame. */
  String heartbeat() {
    return got(Waiting.poll(heartbeats, WAIT_SECONDS));
  }

  /** The next answer that belongs to no request. */
  JsonNode stray() {
    return got(Waiting.poll(strays, WAIT_SECONDS));
  }

  private static <T> T got(@Nullable T value) {
    if (value == null) {
      throw new AssertionError("nothing came");
    }
    return value;
  }

  /** Channels of notifications and "reply", in the order of arrival. */
  Queue<String> arrivals() {
    return order;
  }

  String closed() {
    return Waiting.on(closed);
  }

  @Override
  public void close() {
    socket.close();
  }
}
