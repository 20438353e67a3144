package io.arb.rysk.wire;

import static io.arb.rysk.wire.WireFields.AMOUNT_BITS;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.wire.Fields;
import io.arb.core.wire.WireFormatException;
import java.util.List;
import java.util.Optional;

/**
 * Tells the frames of {@code /maker} apart, by exact keys and ids. Pushes have the shape of
 * replies; two request-shaped forms of older servers are understood too.
 */
final class MakerFrames {
  private static final int MAX_ID_CHARS = 256;
  private static final int SHOWN_CHARS = 200;

  private MakerFrames() {}

  static MakerFrame parse(String text) {
    if (text.isBlank()) {
      return new MakerFrame.Blank();
    }
    try {
      return classify(Fields.parse(text, "maker frame"));
    } catch (WireFormatException e) {
      return new MakerFrame.Unknown(WireFields.problem(e));
    }
  }

  static boolean isUsableId(String id) {
    return !id.isBlank() && id.length() <= MAX_ID_CHARS;
  }

  private static MakerFrame classify(Fields frame) {
    Optional<String> id = id(frame);
    if (frame.has("error")) {
      return failed(id, frame.node().get("error"));
    }
    if (frame.has("method")) {
      return request(frame);
    }
    JsonNode result = frame.node().path("result");
    if (id.isEmpty()) {
      return unknown("no usable id");
    }
    return reply(id.get(), result, frame);
  }

  private static MakerFrame request(Fields frame) {
    return switch (frame.node().path("method").asText()) {
      case "rfq_confirmation" -> trade(frame, "params");
      case "skill_issue" -> outbid(frame.object("params"));
      default -> unknown("method " + shown(frame.node().get("method")));
    };
  }

  private static MakerFrame reply(String id, JsonNode result, Fields frame) {
    if (id.equals("trade") && (result.hasNonNull("quoteNonce") || result.hasNonNull("txHash"))) {
      return trade(frame, "result");
    }
    if (id.startsWith(MakerRequests.DEPOSIT + "-") || id.startsWith(MakerRequests.WITHDRAW + "-")) {
      return new MakerFrame.TransferAccepted(id);
    }
    if (id.equals(MakerRequests.BALANCES)) {
      return BalanceList.read(result);
    }
    if (id.equals(MakerRequests.POSITIONS)) {
      return positions(frame);
    }
    if (result.isTextual() && result.textValue().equalsIgnoreCase("OK")) {
      return new MakerFrame.QuoteOk(id);
    }
    if (result.has("rfqId") && result.has("newBest") && result.has("yours")) {
      return outbid(frame.object("result"));
    }
    return unknown("result " + shown(result) + " for id " + id);
  }

  private static MakerFrame trade(Fields frame, String name) {
    try {
      return new MakerFrame.Traded(TradeRecord.read(frame.object(name)));
    } catch (WireFormatException e) {
      return new MakerFrame.UnreadableTrade(WireFields.problem(e));
    }
  }

  private static MakerFrame outbid(Fields notice) {
    String rfqId = notice.text("rfqId");
    if (!isUsableId(rfqId)) {
      throw notice.wrong("rfqId", "an id of 1 to " + MAX_ID_CHARS + " characters");
    }
    return new MakerFrame.Outbid(
        rfqId,
        WireFields.unsigned(notice, "newBest", AMOUNT_BITS),
        WireFields.unsigned(notice, "yours", AMOUNT_BITS));
  }

  /** All or nothing: a list with a gap would look like a position that is gone. */
  private static MakerFrame positions(Fields frame) {
    List<PositionRecord> positions =
        frame.objects("result").stream()
            .filter(entry -> entry.optionalBool("isOtoken").orElse(true))
            .map(PositionRecord::read)
            .toList();
    return new MakerFrame.Positions(positions);
  }

  /** The failure reaches its request whatever the form of the error. */
  private static MakerFrame failed(Optional<String> id, JsonNode error) {
    String message = error.path("message").asText("");
    return new MakerFrame.Failed(
        id, error.path("code").asInt(0), message.isEmpty() ? shown(error) : cut(message));
  }

  private static Optional<String> id(Fields frame) {
    JsonNode id = frame.node().path("id");
    return id.isTextual() || id.isIntegralNumber()
        ? Optional.of(id.asText()).filter(MakerFrames::isUsableId)
        : Optional.empty();
  }

  private static MakerFrame unknown(String reason) {
    return new MakerFrame.Unknown(reason);
  }

  private static String shown(JsonNode node) {
    return cut(node.toString());
  }

  private static String cut(String text) {
    return text.length() <= SHOWN_CHARS ? text : text.substring(0, SHOWN_CHARS) + "...";
  }
}
