package io.arb.cli.manual;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.model.TradeId;
import io.arb.core.wire.HttpReply;
import io.arb.core.wire.Json;
import java.util.List;
import java.util.Map;

/** The replies of the API, all of them JSON. */
final class Answers {
  static final int ACCEPTED = 202;
  static final int BAD_REQUEST = 400;
  static final int UNAUTHORIZED = 401;
  static final int FORBIDDEN = 403;
  static final int NOT_FOUND = 404;
  static final int UNSUPPORTED_MEDIA_TYPE = 415;
  static final int UNPROCESSABLE = 422;
  static final int UNAVAILABLE = 503;

  private Answers() {}

  static HttpReply accepted(TradeId id) {
    return HttpReply.json(ACCEPTED, Json.write(Json.object().put("trade_id", id.value())));
  }

  static HttpReply error(int status, String error) {
    return HttpReply.json(status, Json.write(Json.object().put("error", error)));
  }

  static HttpReply unauthorized() {
    String body = Json.write(Json.object().put("error", "the bearer token is missing or wrong"));
    return new HttpReply(
        UNAUTHORIZED, "application/json", Map.of("WWW-Authenticate", "Bearer"), body);
  }

  static HttpReply refused(List<FieldProblem> problems) {
    ObjectNode body = Json.object().put("error", "the trade cannot be used, nothing was booked");
    ArrayNode list = body.putArray("problems");
    for (FieldProblem problem : problems) {
      list.addObject()
          .put("field", problem.field())
          .put("value", problem.value())
          .put("expected", problem.expected());
    }
    return HttpReply.json(BAD_REQUEST, Json.write(body));
  }
}
