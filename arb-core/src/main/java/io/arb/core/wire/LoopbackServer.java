package io.arb.core.wire;

import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.Method;
import io.helidon.http.PathMatchers;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.websocket.WsConfig;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A WebSocket and HTTP server for venue simulators, tests and people on this machine. It listens on
 * 127.0.0.1 only, and can misbehave on demand. Handlers run on virtual threads, one for each
 * connection. Safe from any thread.
 */
public final class LoopbackServer implements AutoCloseable {
  /** Answers HTTP requests; called from many threads at once. */
  @FunctionalInterface
  public interface HttpHandler {
    /** What this throws becomes status 500. */
    HttpReply handle(HttpCall call) throws Exception;
  }

  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int MAX_FRAME_BYTES = 8 << 20;
  private static final Duration NEVER_IDLE = Duration.ofDays(1);
  private static final Duration STOP_GRACE = Duration.ofMillis(200);

  private final WebServer server;
  private final WebSocketRoutes webSockets;

  private LoopbackServer(Builder builder) {
    webSockets = new WebSocketRoutes(builder.webSockets);
    server =
        configure(builder.http)
            .port(builder.port)
            .maxPayloadSize(builder.maxBodyBytes)
            .build()
            .start();
    if (!server.isRunning()) { // Helidon logs the reason and goes on
      throw new IllegalStateException("cannot listen on 127.0.0.1:" + builder.port);
    }
  }

  /** A server without routes. */
  public static Builder builder() {
    return new Builder();
  }

  /** The port that it listens on. */
  public int port() {
    return server.port();
  }

  /** The WebSocket address of a path that begins with a slash. */
  public URI webSocketUri(String path) {
    return URI.create("ws://127.0.0.1:" + port() + path);
  }

  /** The HTTP address of a path that begins with a slash. */
  public URI httpUri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  /** The WebSocket connections that are open, oldest first. */
  public List<ServerConnection> connections() {
    return webSockets.connections();
  }

  /** Drops all WebSocket connections without a close frame. */
  public void killAll() {
    connections().forEach(ServerConnection::kill);
  }

  /** While true, WebSocket handshakes are answered with status 503. */
  public void refuseWebSockets(boolean refuse) {
    webSockets.refuse(refuse);
  }

  /** Drops all connections and stops listening. Idempotent. */
  @Override
  public void close() {
    webSockets.refuse(true);
    killAll();
    server.stop();
  }

  private io.helidon.webserver.WebServerConfig.Builder configure(HttpRouting.Builder http) {
    WsConfig webSocketConfig = WsConfig.builder().maxFrameLength(MAX_FRAME_BYTES).build();
    Http1Config httpConfig = Http1Config.create();
    return WebServer.builder()
        .address(loopback())
        .shutdownHook(false)
        .shutdownGracePeriod(STOP_GRACE)
        .idleConnectionTimeout(NEVER_IDLE)
        .protocolsDiscoverServices(false)
        .addProtocol(webSocketConfig)
        .addProtocol(httpConfig)
        .addConnectionSelector(
            Http1ConnectionSelector.builder()
                .config(httpConfig)
                .addUpgrader(webSockets.upgrader(webSocketConfig))
                .build())
        .addRouting(webSockets.routing())
        .routing(http);
  }

  private static InetAddress loopback() {
    try {
      return InetAddress.getByAddress(LOOPBACK);
    } catch (UnknownHostException e) {
      throw new AssertionError("An address of four bytes is always known", e);
    }
  }

  static Map<String, String> headers(Headers headers) {
    Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(header -> copy.put(header.name(), header.values()));
    return Collections.unmodifiableMap(copy);
  }

  /** Collects routes; a prefix matches the path itself and everything below it. Not thread-safe. */
  public static final class Builder {
    private final Map<String, Function<ConnectionInfo, ServerConnection.Handler>> webSockets =
        new LinkedHashMap<>();
    private final HttpRouting.Builder http = HttpRouting.builder();
    private int port;
    private long maxBodyBytes = -1;

    private Builder() {}

    /** Listens on this port; without it, or with 0, on one that the system chooses. */
    public Builder port(int number) {
      port = number;
      return this;
    }

    /** Answers longer request bodies with status 413; without it their length has no limit. */
    public Builder maxBodyBytes(long bytes) {
      maxBodyBytes = bytes;
      return this;
    }

    /**
     * Serves WebSockets.
     *
     * @param prefix such as {@code /rfqs}, which also serves {@code /rfqs/0xAbc}
     * @param handlers makes the handler of one connection
     */
    public Builder webSocket(
        String prefix, Function<ConnectionInfo, ServerConnection.Handler> handlers) {
      webSockets.put(prefix, handlers);
      return this;
    }

    /** Answers GET requests at the prefix and below. */
    public Builder get(String prefix, HttpHandler handler) {
      return http(Method.GET, prefix, handler);
    }

    /** Answers POST requests at the prefix and below. */
    public Builder post(String prefix, HttpHandler handler) {
      return http(Method.POST, prefix, handler);
    }

    /**
     * Binds and begins to serve.
     *
     * @throws IllegalStateException if the port is taken
     */
    public LoopbackServer start() {
      return new LoopbackServer(this);
    }

    private Builder http(Method method, String prefix, HttpHandler handler) {
      http.route(
          method,
          PathMatchers.prefix(prefix),
          (request, response) -> answer(handler, request, response));
      return this;
    }

    private static void answer(HttpHandler handler, ServerRequest request, ServerResponse response)
        throws Exception {
      HttpReply reply = handler.handle(call(request));
      response.status(reply.status()).header(HeaderNames.CONTENT_TYPE, reply.contentType());
      reply.headers().forEach((name, value) -> response.header(name, value));
      response.send(reply.body().getBytes(StandardCharsets.UTF_8));
    }

    private static HttpCall call(ServerRequest request) {
      Map<String, List<String>> query = new LinkedHashMap<>();
      request.query().names().forEach(name -> query.put(name, request.query().all(name)));
      String body =
          request.content().hasEntity()
              ? new String(request.content().as(byte[].class), StandardCharsets.UTF_8)
              : "";
      return new HttpCall(
          request.prologue().method().text(),
          request.prologue().uriPath().rawPath(),
          Collections.unmodifiableMap(query),
          headers(request.headers()),
          body);
    }
  }
}
