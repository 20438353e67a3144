package io.arb.rysk.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.wire.Json;
import io.arb.core.wire.SocketListener;
import io.arb.core.wire.TextSocket;
import io.arb.core.wire.TyrusSocketFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A client's connection that keeps what arrives until it is asked for. */
final class Peer implements SocketListener, AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
  private final Semaphore pongs = new Semaphore(0);
  private final CompletableFuture<String> ended = new CompletableFuture<>();
  private final TextSocket socket;

  private Peer(URI uri) {
    try {
      socket = new TyrusSocketFactory().open(uri, this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Connects and waits until the server knows of it. */
  static Peer connect(URI uri) {
    Peer peer = new Peer(uri);
    peer.ping();
    peer.awaitPong();
    return peer;
  }

  @Override
  public void onText(String text) {
    frames.add(text);
  }

  @Override
  public void onPong() {
    pongs.release();
  }

  @Override
  public void onClosed(String why) {
    ended.complete(why);
  }

  void send(String text) {
    try {
      socket.send(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void ping() {
    try {
      socket.ping();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void awaitPong() {
    if (!acquirePong()) {
      throw new AssertionError("no pong in time");
    }
  }

  private boolean acquirePong() {
    try {
      return pongs.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  int unreadPongs() {
    return pongs.availablePermits();
  }

  /** How many frames are there that nobody has asked for. */
  int received() {
    return frames.size();
  }

  /** The next frame as text. */
  String nextText() {
    try {
      String text = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (text == null) {
        throw new AssertionError("nothing arrived in time");
      }
      return text;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  JsonNode next() {
    return Json.parse(nextText(), "frame");
  }

  /** Sends a request and returns the next frame. */
  JsonNode ask(String id, String method, JsonNode params) {
    send(request(id, method, params));
    return next();
  }

  static String request(String id, String method, JsonNode params) {
    ObjectNode frame = Json.object().put("jsonrpc", "2.0").put("id", id).put("method", method);
    return frame.set("params", params).toString();
  }

  /** Whether nothing is to come before the answer to a message that is sent now. */
  boolean isQuiet() {
    return "marker".equals(ask("marker", "marker", Json.object()).path("id").asText());
  }

  /** Waits for the end and returns what it was. */
  String awaitEnd() {
    return ended.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    socket.close();
  }
}
