package io.arb.derive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.arb.core.wire.Fields;
import io.arb.core.wire.Json;
import io.arb.core.wire.WireFormatException;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes requests apart, judges them in the order of the exchange's rules, has them carried out and
 * sends what comes of it. Nothing that a caller sends makes it throw. Owned by the simulator's
 * thread.
 */
final class Dispatcher {
  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
  private static final int FIRST_HTTP_FAILURE = 400;
  private static final int LAST_HTTP_FAILURE = 599;

  private final House house;
  private final Map<String, Method> methods;
  private final Gate gate;

  Dispatcher(House house, Map<String, Method> methods) {
    this.house = house;
    this.methods = methods;
    this.gate = new Gate(house);
  }

  /** A request as it came: what to call it in the reply, and how to prove who sent it. */
  private record Request(
      Session session, JsonNode id, String name, JsonNode params, Runnable login) {}

  /** A text frame of a WebSocket. */
  void frame(Session session, String text) {
    JsonNode frame;
    try {
      frame = Json.parse(text, "request");
    } catch (WireFormatException e) {
      refuse(session, NullNode.instance, RpcError.unparsable(e));
      return;
    }
    JsonNode id = frame.path("id");
    boolean hasId = id.isTextual() || id.isIntegralNumber();
    JsonNode known = hasId ? id : NullNode.instance;
    if (!frame.path("method").isTextual() || !hasId) {
      refuse(session, known, RpcError.of(ErrorCode.INVALID_REQUEST));
      return;
    }
    JsonNode params = frame.hasNonNull("params") ? frame.get("params") : Json.object();
    run(new Request(session, known, frame.get("method").textValue(), params, () -> {}));
  }

  /** A call over HTTP; {@code login} is run for private methods and throws if it fails. */
  void rest(Session session, String method, String body, Runnable login) {
    JsonNode id = TextNode.valueOf("rest-" + session.id());
    JsonNode params;
    try {
      params = body.isBlank() ? Json.object() : Json.parse(body, "body");
    } catch (WireFormatException e) {
      refuse(session, id, RpcError.unparsable(e));
      return;
    }
    run(new Request(session, id, method, params, login));
  }

  /** Tells a peer that there are too many connections. */
  void refuseConnection(Session session) {
    refuse(session, NullNode.instance, RpcError.of(ErrorCode.TOO_MANY_CONNECTIONS));
  }

  private void run(Request request) {
    house.ledger().requested(methods.containsKey(request.name()) ? request.name() : "unknown");
    try {
      Method method = methods.get(request.name());
      if (method == null || !(method.overRest() || request.session().isSocket())) {
        throw RpcError.of(ErrorCode.METHOD_NOT_FOUND);
      }
      carryOut(request, method);
    } catch (RpcError e) {
      refuse(request.session(), request.id(), e);
    } catch (WireFormatException e) {
      refuse(request.session(), request.id(), RpcError.invalid(e));
    } catch (RuntimeException e) {
      log.error("{} failed in the simulator", request.name(), e);
      refuse(request.session(), request.id(), RpcError.of(ErrorCode.INTERNAL));
    }
  }

  private void carryOut(Request request, Method method) {
    Fields params = Fields.of(request.params(), request.name());
    method.shape().accept(params);
    if (method.access() != Access.PUBLIC) {
      request.login().run();
    }
    gate.charge(request.session(), method, params);
    Optional<Integer> instead = house.faults().takeAnswer(request.name(), false);
    if (instead.isPresent()) {
      fail(request, instead.get());
      return;
    }
    Gate.Admitted admitted = gate.admit(request.session(), method, params);
    method
        .handler()
        .accept(
            new Call(
                request.session(),
                params,
                admitted.login(),
                admitted.subaccountId(),
                result -> succeed(request, result),
                error -> refuse(request.session(), request.id(), error)));
  }

  private void succeed(Request request, JsonNode result) {
    if (house.faults().takeDroppedReply(request.name())) {
      return;
    }
    Optional<Integer> afterwards = house.faults().takeAnswer(request.name(), true);
    if (afterwards.isPresent()) {
      fail(request, afterwards.get());
      return;
    }
    ObjectNode reply = reply(request.id());
    reply.set("result", result);
    request.session().send(200, Json.write(reply));
  }

  private void fail(Request request, int code) {
    if (code >= FIRST_HTTP_FAILURE && code <= LAST_HTTP_FAILURE) {
      house.ledger().refused(code);
      request.session().send(code, "<html>" + code + "</html>");
    } else {
      refuse(request.session(), request.id(), RpcError.injected(code));
    }
  }

  private void refuse(Session session, JsonNode id, RpcError error) {
    house.ledger().refused(error.code());
    ObjectNode reply = reply(id);
    reply.set("error", error.json());
    session.send(status(error.code()), Json.write(reply));
  }

  private static int status(int code) {
    return switch (code) {
      case -32000 -> 429;
      case -32603 -> 500;
      default -> 400;
    };
  }

  private ObjectNode reply(JsonNode id) {
    ObjectNode reply = Json.object();
    if (house.isV3()) {
      reply.put("jsonrpc", "2.0");
    }
    reply.set("id", id);
    return reply;
  }
}
