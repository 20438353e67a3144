package io.arb.deribit.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.wire.Fields;
import io.arb.core.wire.Json;
import io.arb.core.wire.WireFormatException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A frame of the full book: all of it, or what changed. Source: Deribit API, channel
 * book.{instrument}.{interval}.
 *
 * @param isSnapshot whether it replaces the book
 * @param timestamp milliseconds since 1970
 * @param prevChangeId of a change: the frame that it follows; empty in a snapshot
 */
public record WireBook(
    String instrumentName,
    boolean isSnapshot,
    long timestamp,
    long changeId,
    OptionalLong prevChangeId,
    List<WireLevel> bids,
    List<WireLevel> asks) {

  /** A price and the new total that rests there; zero means that nothing does. */
  public record WireLevel(BigDecimal price, BigDecimal amount) {}

  private static final int ENTRY_SIZE = 3;

  public WireBook {
    bids = List.copyOf(bids);
    asks = List.copyOf(asks);
  }

  public static WireBook of(JsonNode data) {
    Fields fields = Fields.of(data, "book");
    boolean isSnapshot =
        switch (fields.text("type")) {
          case "snapshot" -> true;
          case "change" -> false;
          default -> throw fields.wrong("type", "snapshot or change");
        };
    OptionalLong previous = fields.optionalLong("prev_change_id");
    if (!isSnapshot && previous.isEmpty()) {
      throw fields.wrong("prev_change_id", "the change that it follows");
    }
    return new WireBook(
        fields.text("instrument_name"),
        isSnapshot,
        fields.longValue("timestamp"),
        fields.longValue("change_id"),
        isSnapshot ? OptionalLong.empty() : previous,
        levels(fields, "bids"),
        levels(fields, "asks"));
  }

  private static List<WireLevel> levels(Fields book, String side) {
    List<WireLevel> levels = new ArrayList<>();
    for (JsonNode entry : book.array(side)) {
      levels.add(level(entry, side));
    }
    return levels;
  }

  /** {@code [action, price, amount]}; the action says nothing that the amount does not. */
  private static WireLevel level(JsonNode entry, String side) {
    if (!entry.isArray() || entry.size() != ENTRY_SIZE || !entry.get(0).isTextual()) {
      throw new WireFormatException("book", side, entry.toString(), "[action, price, amount]");
    }
    boolean isDelete = entry.get(0).textValue().equals("delete");
    return new WireLevel(
        decimal(entry.get(1), side), isDelete ? BigDecimal.ZERO : decimal(entry.get(2), side));
  }

  private static BigDecimal decimal(JsonNode number, String side) {
    Fields fields = Fields.of(Json.object().set(side, number), "book");
    BigDecimal value = fields.decimal(side);
    if (value.signum() < 0) {
      throw fields.wrong(side, "prices and amounts from zero");
    }
    return value;
  }
}
