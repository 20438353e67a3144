package io.arb.core.wire;

import io.helidon.common.concurrency.limits.Limit;
import io.helidon.http.DirectHandler;
import io.helidon.http.HttpPrologue;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.http.WritableHeaders;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.spi.Http1Upgrader;
import io.helidon.webserver.websocket.WsConfig;
import io.helidon.webserver.websocket.WsRouting;
import io.helidon.webserver.websocket.WsUpgrader;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes WebSocket handshakes for a {@link LoopbackServer} and keeps account of what is open.
 * Helidon tells a listener nothing when TCP breaks; the connection is therefore wrapped, so that
 * its end is seen however it came. Safe from any thread.
 */
final class WebSocketRoutes {
  private final Map<String, Function<ConnectionInfo, ServerConnection.Handler>> handlers;
  private final Set<WebSocketPeer> peers = ConcurrentHashMap.newKeySet();
  private final AtomicLong ids = new AtomicLong();

  /**
   * Helidon asks for the listener inside the upgrade, on the same thread, without saying for whom.
   */
  private static final ThreadLocal<WebSocketPeer> SHAKING_HANDS = new ThreadLocal<>();

  private volatile boolean refusing;

  WebSocketRoutes(Map<String, Function<ConnectionInfo, ServerConnection.Handler>> handlers) {
    this.handlers = Map.copyOf(handlers);
  }

  void refuse(boolean refuse) {
    refusing = refuse;
  }

  List<ServerConnection> connections() {
    return peers.stream()
        .map(WebSocketPeer::connection)
        .sorted(Comparator.comparingLong(ServerConnection::id))
        .toList();
  }

  /** One Helidon route for all paths: which handler serves a path is decided in the upgrader. */
  WsRouting.Builder routing() {
    return WsRouting.builder().endpoint("/*", SHAKING_HANDS::get);
  }

  Http1Upgrader upgrader(WsConfig config) {
    return new Upgrader(WsUpgrader.create(config));
  }

  /** The handlers of the longest prefix that the path is at or below; null if there is none. */
  private @Nullable Function<ConnectionInfo, ServerConnection.Handler> handlersAt(String path) {
    return handlers.keySet().stream()
        .filter(prefix -> isAtOrBelow(prefix, path))
        .max(Comparator.comparingInt(String::length))
        .map(handlers::get)
        .orElse(null);
  }

  private static boolean isAtOrBelow(String prefix, String path) {
    return path.equals(prefix) || path.startsWith(prefix.endsWith("/") ? prefix : prefix + "/");
  }

  private final class Upgrader implements Http1Upgrader {
    private final WsUpgrader helidon;

    Upgrader(WsUpgrader helidon) {
      this.helidon = helidon;
    }

    @Override
    public String supportedProtocol() {
      return helidon.supportedProtocol();
    }

    @Override
    public io.helidon.webserver.spi.@Nullable ServerConnection upgrade(
        ConnectionContext context, HttpPrologue prologue, WritableHeaders<?> headers) {
      if (refusing) {
        throw RequestException.builder()
            .type(DirectHandler.EventType.OTHER)
            .status(Status.SERVICE_UNAVAILABLE_503)
            .message("WebSockets are refused at the moment")
            .build();
      }
      var handlersHere = handlersAt(prologue.uriPath().rawPath());
      if (handlersHere == null) {
        return null; // goes on as plain HTTP and ends as 404
      }
      ConnectionInfo info = info(prologue, headers);
      WebSocketPeer peer =
          new WebSocketPeer(
              new ServerConnection(info, context.serverSocket()), handlersHere.apply(info));
      SHAKING_HANDS.set(peer);
      try {
        var connection = helidon.upgrade(context, prologue, headers);
        return connection == null ? null : new Watched(connection, peer);
      } finally {
        SHAKING_HANDS.remove();
      }
    }

    private ConnectionInfo info(HttpPrologue prologue, WritableHeaders<?> headers) {
      return new ConnectionInfo(
          ids.incrementAndGet(),
          prologue.uriPath().rawPath(),
          prologue.query().rawValue(),
          LoopbackServer.headers(headers));
    }
  }

  /** Helidon's connection, with an end that is always noticed. */
  private final class Watched implements io.helidon.webserver.spi.ServerConnection {
    private final io.helidon.webserver.spi.ServerConnection connection;
    private final WebSocketPeer peer;

    Watched(io.helidon.webserver.spi.ServerConnection connection, WebSocketPeer peer) {
      this.connection = connection;
      this.peer = peer;
    }

    @Override
    public void handle(Limit limit) throws InterruptedException {
      peers.add(peer);
      try {
        connection.handle(limit);
      } finally {
        peers.remove(peer);
        peer.ended("connection lost");
      }
    }

    @Override
    public Duration idleTime() {
      return connection.idleTime();
    }

    @Override
    public void close(boolean interrupt) {
      connection.close(interrupt);
    }
  }
}
