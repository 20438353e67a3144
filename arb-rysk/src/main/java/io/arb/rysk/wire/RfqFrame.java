package io.arb.rysk.wire;

import io.arb.core.wire.Fields;
import io.arb.core.wire.WireFormatException;
import java.util.Optional;

/** Whatever arrives on {@code /rfqs/<asset>}. */
public sealed interface RfqFrame {

  record Request(RfqRequest request) implements RfqFrame {}

  /**
   * Not a request that can be read.
   *
   * @param id the request's id, if that at least could be read
   */
  record Unreadable(Optional<String> id, String problem) implements RfqFrame {}

  /** Nothing, as some servers send to keep a connection busy. */
  record Blank() implements RfqFrame {}

  /** Reads any text. Never throws. */
  static RfqFrame parse(String text) {
    if (text.isBlank()) {
      return new Blank();
    }
    try {
      Fields frame = Fields.parse(text, "rfq");
      String id = frame.text("id");
      return MakerFrames.isUsableId(id) ? read(id, frame) : unreadable("id is blank or too long");
    } catch (WireFormatException e) {
      return unreadable(WireFields.problem(e));
    }
  }

  private static RfqFrame read(String id, Fields frame) {
    try {
      return new Request(RfqRequest.read(id, frame.object("result")));
    } catch (WireFormatException e) {
      return new Unreadable(Optional.of(id), WireFields.problem(e));
    }
  }

  private static RfqFrame unreadable(String problem) {
    return new Unreadable(Optional.empty(), problem);
  }
}
