package io.arb.derive.simulator;

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
 * The same methods over HTTP; each call logs in by its headers. A reply that was dropped on purpose
 * ends as status 504. Safe from any thread.
 */
final class RestDoor implements LoopbackServer.HttpHandler {
  private static final long ANSWER_SECONDS = 5;
  private static final long FIRST_ID = 1L << 40;

  private final House house;
  private final StateThread thread;
  private final Dispatcher dispatcher;
  private final String base;
  private final LoginCheck logins;
  private final AtomicLong ids = new AtomicLong(FIRST_ID);

  RestDoor(House house, StateThread thread, Dispatcher dispatcher, String base) {
    this.house = house;
    this.thread = thread;
    this.dispatcher = dispatcher;
    this.base = base;
    this.logins = new LoginCheck(house);
  }

  @Override
  public HttpReply handle(HttpCall call) throws InterruptedException, ExecutionException {
    if (house.isV3() && call.header("User-Agent").isEmpty()) {
      return HttpReply.text(403, "A User-Agent is needed");
    }
    CompletableFuture<HttpReply> reply = new CompletableFuture<>();
    Session session =
        new Session(
            ids.incrementAndGet(), false, (status, text) -> reply.complete(reply(status, text)));
    thread.post(() -> run(session, call));
    try {
      return reply.get(ANSWER_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return HttpReply.text(504, "<html>Gateway Time-out</html>");
    }
  }

  private static HttpReply reply(int status, String text) {
    return text.startsWith("<") ? HttpReply.text(status, text) : HttpReply.json(status, text);
  }

  private void run(Session session, HttpCall call) {
    String method = call.path().substring(base.length() + 1);
    dispatcher.rest(
        session,
        method,
        call.method().equals("GET") ? query(call) : call.body(),
        () -> login(session, call));
  }

  /** A query as the JSON object that it stands for; numbers stay texts. */
  private static String query(HttpCall call) {
    ObjectNode params = Json.object();
    call.query()
        .forEach(
            (name, values) -> {
              String value = values.isEmpty() ? "" : values.getFirst();
              if (value.equals("true") || value.equals("false")) {
                params.put(name, value.equals("true"));
              } else {
                params.put(name, value);
              }
            });
    return Json.write(params);
  }

  private void login(Session session, HttpCall call) {
    session.login(
        logins.check(header(call, "Wallet"), header(call, "Timestamp"), header(call, "Signature")));
  }

  private String header(HttpCall call, String suffix) {
    return call.header(house.generation().headerPrefix() + suffix)
        .orElseThrow(() -> RpcError.of(ErrorCode.NOT_AUTHENTICATED));
  }
}
