package io.arb.deribit.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.wire.Json;
import io.arb.core.wire.WireFormatException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes requests apart, judges them, has them carried out and sends what comes of it: first the
 * credits, then ordered faults, then rights, then the method. Nothing that a caller sends makes it
 * throw. Owned by the simulator's thread.
 */
final class Dispatcher {
  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
  private static final int LARGEST_REQUEST = 32 * 1024;
  private static final int POLICY_VIOLATION = 1008;

  private final House house;
  private final StateThread thread;
  private final Map<String, Method> methods;
  private final Gate gate;
  private final Sessions sessions;
  private final Reporter reporter;

  Dispatcher(
      House house,
      StateThread thread,
      Map<String, Method> methods,
      Gate gate,
      Sessions sessions,
      Reporter reporter) {
    this.house = house;
    this.thread = thread;
    this.methods = methods;
    this.gate = gate;
    this.sessions = sessions;
    this.reporter = reporter;
  }

  /**
   * A request on its way.
   *
   * @param id as it came; missing if there was none
   */
  private record Request(Session session, JsonNode id, String name, Instant at) {}

  /** A text frame of a WebSocket, or the body of a POST. */
  void frame(Session session, String text) {
    session.heard(house.now());
    Request unknown = new Request(session, MissingNode.getInstance(), "unknown", house.now());
    if (text.getBytes(UTF_8).length > LARGEST_REQUEST) {
      refuse(unknown, RpcError.of(ErrorCode.ENTITY_TOO_LARGE));
      return;
    }
    JsonNode frame;
    try {
      frame = Json.parse(text, "request");
    } catch (WireFormatException e) {
      refuse(unknown, RpcError.unparsable());
      return;
    }
    if (!frame.isObject()) {
      refuse(unknown, RpcError.unparsable());
      return;
    }
    String name = frame.path("method").asText();
    JsonNode params = frame.hasNonNull("params") ? frame.get("params") : Json.object();
    run(new Request(session, frame.path("id"), name, house.now()), params);
  }

  /** A GET with its query. */
  void get(Session session, String name, ObjectNode query) {
    run(new Request(session, MissingNode.getInstance(), name, house.now()), query);
  }

  private void run(Request request, JsonNode params) {
    Method method = methods.get(request.name());
    house.ledger().requested(method == null ? "unknown" : request.name());
    try {
      if (house.platform().isInMaintenance()) {
        throw RpcError.of(ErrorCode.SYSTEM_MAINTENANCE);
      }
      if (method == null) {
        throw RpcError.of(ErrorCode.METHOD_NOT_FOUND);
      }
      if (!method.overRest() && !request.session().isSocket()) {
        throw RpcError.of(ErrorCode.MUST_BE_WEBSOCKET_REQUEST);
      }
      carryOut(request, method, new Params(params));
    } catch (RpcError e) {
      refuse(request, e);
    } catch (RuntimeException e) {
      log.error("{} failed in the simulator", request.name(), e);
      refuse(request, RpcError.of(ErrorCode.INTERNAL_SERVER_ERROR));
    }
    reporter.flush();
  }

  private void carryOut(Request request, Method method, Params params) {
    gate.charge(request.session(), method);
    Optional<Integer> instead = house.faults().takeAnswer(request.name(), false);
    if (instead.isPresent()) {
      throw RpcError.injected(instead.get());
    }
    Optional<Login> login = gate.admit(request.session(), method, params);
    method
        .handler()
        .accept(
            new Call(
                request.session(),
                params,
                login,
                result -> succeed(request, method, result),
                error -> refuse(request, error)));
  }

  private void succeed(Request request, Method method, JsonNode result) {
    if (tellsFirst()) {
      reporter.flush();
    }
    if (house.faults().takeDroppedReply(request.name())) {
      return;
    }
    Optional<Integer> afterwards = house.faults().takeAnswer(request.name(), true);
    if (afterwards.isPresent()) {
      refuse(request, RpcError.injected(afterwards.get()));
      return;
    }
    ObjectNode reply = reply(request.id());
    reply.set("result", result);
    send(request, 200, reply, house.faults().answerDelay(method.queue()));
  }

  private boolean tellsFirst() {
    return switch (house.config().notifications()) {
      case AFTER_THE_ANSWER -> false;
      case BEFORE_THE_ANSWER -> true;
      case MIXED -> house.random().nextBoolean();
    };
  }

  /** Error 10028 ends the connection as well. */
  private void refuse(Request request, RpcError error) {
    house.ledger().refused(error.code());
    ObjectNode reply = reply(request.id());
    reply.set("error", error.json());
    send(request, 400, reply, Duration.ZERO);
    if (error.code() == ErrorCode.TOO_MANY_REQUESTS.code() && request.session().isSocket()) {
      sessions.end(request.session(), POLICY_VIOLATION, ErrorCode.TOO_MANY_REQUESTS.message());
    }
  }

  private static ObjectNode reply(JsonNode id) {
    ObjectNode reply = Json.object();
    reply.put("jsonrpc", "2.0");
    if (!id.isMissingNode()) {
      reply.set("id", id);
    }
    return reply;
  }

  private void send(Request request, int status, ObjectNode reply, Duration delay) {
    if (delay.isZero()) {
      stamp(request, status, reply);
    } else {
      thread.postAfter(delay, () -> stamp(request, status, reply));
    }
  }

  private void stamp(Request request, int status, ObjectNode reply) {
    Instant now = house.now();
    long in = micros(request.at());
    long out = micros(now);
    reply.put("usIn", in).put("usOut", out).put("usDiff", out - in);
    reply.put("testnet", house.config().testnet());
    request.session().send(status, Json.write(reply), now);
  }

  private static long micros(Instant at) {
    return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
  }
}
