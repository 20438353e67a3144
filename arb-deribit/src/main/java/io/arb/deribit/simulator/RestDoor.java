package io.arb.deribit.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.wire.HttpCall;
import io.arb.core.wire.HttpReply;
import io.arb.core.wire.Json;
import io.arb.core.wire.LoopbackServer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The same methods over HTTP: POST with a JSON-RPC body, GET with a query. Errors have status 400.
 * A reply that was dropped on purpose ends as status 504. Safe from any thread.
 */
final class RestDoor implements LoopbackServer.HttpHandler {
  private static final long ANSWER_SECONDS = 5;
  private static final long FIRST_ID = 1L << 40;

  private final House house;
  private final StateThread thread;
  private final Dispatcher dispatcher;
  private final Authentication authentication;
  private final String base;
  private final AtomicLong ids = new AtomicLong(FIRST_ID);

  RestDoor(
      House house,
      StateThread thread,
      Dispatcher dispatcher,
      Authentication authentication,
      String base) {
    this.house = house;
    this.thread = thread;
    this.dispatcher = dispatcher;
    this.authentication = authentication;
    this.base = base;
  }

  /** Completes the reply of one call. */
  private record Wire(CompletableFuture<HttpReply> reply) implements Session.Outlet {
    @Override
    public void send(int status, String text) {
      reply.complete(HttpReply.json(status, text));
    }

    @Override
    public void close(int code, String reason) {
      kill();
    }

    @Override
    public void kill() {
      reply.complete(HttpReply.text(502, "closed"));
    }
  }

  @Override
  public HttpReply handle(HttpCall call) throws InterruptedException, ExecutionException {
    CompletableFuture<HttpReply> reply = new CompletableFuture<>();
    Session session = new Session(ids.incrementAndGet(), false, new Wire(reply), house.now());
    thread.post(() -> run(session, call));
    try {
      return reply.get(ANSWER_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return HttpReply.text(504, "<html>Gateway Time-out</html>");
    }
  }

  private void run(Session session, HttpCall call) {
    try {
      call.header("Authorization")
          .ifPresent(
              header -> session.login(authentication.byHeader(header, signed(call), session)));
    } catch (RpcError e) {
      house.ledger().refused(e.code());
      session.send(400, Json.write(Json.object().set("error", e.json())), house.now());
      return;
    }
    if (call.method().equals("GET")) {
      dispatcher.get(session, call.path().substring(base.length() + 1), query(call));
    } else {
      dispatcher.frame(session, call.body());
    }
  }

  /** What a signing client has signed: method, path, body, each with a line feed. */
  private static String signed(HttpCall call) {
    StringBuilder path = new StringBuilder(call.path());
    char joint = '?';
    for (var entry : call.query().entrySet()) {
      for (String value : entry.getValue()) {
        path.append(joint).append(entry.getKey()).append('=').append(value);
        joint = '&';
      }
    }
    return call.method() + "\n" + path + "\n" + call.body() + "\n";
  }

  /** Numbers and booleans stay texts. */
  private static ObjectNode query(HttpCall call) {
    ObjectNode params = Json.object();
    call.query()
        .forEach((name, values) -> params.put(name, values.isEmpty() ? "" : values.getFirst()));
    return params;
  }
}
