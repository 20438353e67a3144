package io.arb.rysk;

import io.arb.core.wire.HttpCall;
import io.arb.core.wire.HttpReply;
import io.arb.core.wire.LoopbackServer;
import io.arb.core.wire.ServerConnection;
import io.arb.rysk.wire.SpecFrames;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A server that does what a test tells it: hands out the connections and frames that arrive, and
 * serves the lists that it was given.
 */
final class ScriptedRysk implements AutoCloseable {
  final BlockingQueue<ServerConnection> makers = new LinkedBlockingQueue<>();
  final BlockingQueue<ServerConnection> streams = new LinkedBlockingQueue<>();
  final BlockingQueue<String> makerTexts = new LinkedBlockingQueue<>();
  final BlockingQueue<String> streamTexts = new LinkedBlockingQueue<>();
  final BlockingQueue<HttpCall> calls = new LinkedBlockingQueue<>();
  final BlockingQueue<ServerConnection> pongs = new LinkedBlockingQueue<>();
  volatile HttpReply assets = HttpReply.json(SpecFrames.ASSETS);
  volatile HttpReply inventory = HttpReply.json(SpecFrames.INVENTORY);

  private final LoopbackServer server =
      LoopbackServer.builder()
          .webSocket("/maker", info -> new Listener(makers, makerTexts))
          .webSocket("/rfqs", info -> new Listener(streams, streamTexts))
          .get("/api/assets", call -> answer(call, assets))
          .get("/api/inventory", call -> answer(call, inventory))
          .start();

  LoopbackServer server() {
    return server;
  }

  private HttpReply answer(HttpCall call, HttpReply reply) {
    calls.add(call);
    return reply;
  }

  @Override
  public void close() {
    server.close();
  }

  private final class Listener implements ServerConnection.Handler {
    private final BlockingQueue<ServerConnection> opened;
    private final BlockingQueue<String> texts;

    Listener(BlockingQueue<ServerConnection> opened, BlockingQueue<String> texts) {
      this.opened = opened;
      this.texts = texts;
    }

    @Override
    public void onOpen(ServerConnection connection) {
      opened.add(connection);
    }

    @Override
    public void onText(ServerConnection connection, String text) {
      texts.add(text);
    }

    @Override
    public void onPong(ServerConnection connection) {
      pongs.add(connection);
    }
  }
}
