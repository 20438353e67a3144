package io.arb.deribit.map;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.deribit.Vectors;
import io.arb.deribit.wire.DeribitFrame;
import io.arb.deribit.wire.WireBook;
import io.arb.deribit.wire.WireBook.WireLevel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LocalBookTest {
  private static final int ALL = 1_000;

  static Stream<JsonNode> sequences() {
    return Vectors.each(Vectors.read("book-sequences").get("sequences"));
  }

  @Test
  void allSequencesAreThere() {
    assertThat(sequences()).hasSize(13);
  }

  @ParameterizedTest
  @MethodSource("sequences")
  void sequenceEndsInTheStateOfTheVenue(JsonNode sequence) {
    Map<String, LocalBook> books = new HashMap<>();

    Vectors.each(sequence.get("steps"))
        .filter(step -> step.has("frame"))
        .forEach(step -> replay(step, books));
  }

  private static void replay(JsonNode step, Map<String, LocalBook> books) {
    WireBook frame = frame(step.get("frame").asText());
    LocalBook book = books.computeIfAbsent(frame.instrumentName(), name -> new LocalBook());

    LocalBook.Outcome outcome = book.apply(frame);

    assertThat(outcome.name()).isEqualTo(step.get("outcome").asText());
    JsonNode state = step.get("state");
    assertThat(book.isSynced()).isEqualTo(state.get("synced").asBoolean());
    assertStates(book, state);
  }

  /** Only a book that is in step with the venue has a state to compare. */
  private static void assertStates(LocalBook book, JsonNode state) {
    assertThat(book.isSynced() ? texts(book.bids(ALL)) : texts(state.path("bids")))
        .isEqualTo(texts(state.path("bids")));
    assertThat(book.isSynced() ? texts(book.asks(ALL)) : texts(state.path("asks")))
        .isEqualTo(texts(state.path("asks")));
  }

  @Test
  void bookThatComesOutCrossedIsAGap() {
    LocalBook book = new LocalBook();
    book.apply(change("snapshot", 1, "", "[[\"new\",10,1]]", "[[\"new\",11,1]]"));

    assertThat(book.apply(change("change", 2, "\"prev_change_id\":1,", "[[\"new\",11,1]]", "[]")))
        .isEqualTo(LocalBook.Outcome.GAP);
    assertThat(book.isSynced()).isFalse();
  }

  private static WireBook change(String type, long id, String previous, String bids, String asks) {
    return frame(
        ("{\"method\":\"subscription\",\"params\":{\"channel\":\"book.X.raw\",\"data\":"
                + "{\"type\":\"%s\",\"timestamp\":1,\"instrument_name\":\"X\",\"change_id\":%d,%s"
                + "\"bids\":%s,\"asks\":%s}}}")
            .formatted(type, id, previous, bids, asks));
  }

  private static WireBook frame(String text) {
    return WireBook.of(((DeribitFrame.Notification) DeribitFrame.parse(text)).data());
  }

  private static List<String> texts(List<WireLevel> levels) {
    return levels.stream()
        .map(
            level ->
                level.price().stripTrailingZeros().toPlainString()
                    + "x"
                    + level.amount().stripTrailingZeros().toPlainString())
        .toList();
  }

  private static List<String> texts(JsonNode levels) {
    return Vectors.each(levels)
        .map(level -> level.get(0).asText() + "x" + level.get(1).asText())
        .toList();
  }
}
