package io.arb.deribit.simulator;

import static io.arb.deribit.simulator.Exchange.PERP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.wire.Json;
import io.arb.deribit.simulator.DeribitFaults.BookFault;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Books with changes, and all that can go wrong with them. */
@Execution(ExecutionMode.CONCURRENT)
final class BookChannelTest {
  private static final String RAW = "book." + PERP + ".raw";
  private static final String FAST = "book." + PERP + ".100ms";

  private final Exchange exchange = Exchange.quiet();
  private final Client alice = exchange.alice();

  @AfterEach
  void close() {
    alice.close();
    exchange.close();
  }

  private JsonNode buy(int away) {
    return alice
        .result("private/buy", Exchange.order(PERP, "10", exchange.perp(away)))
        .path("order");
  }

  private static long id(JsonNode frame) {
    return frame.path("change_id").asLong();
  }

  private static long before(JsonNode frame) {
    return frame.path("prev_change_id").asLong();
  }

  @Test
  void beginsWithASnapshotOfNewLevels() {
    buy(-5);
    buy(-6);
    alice.subscribe(RAW);
    JsonNode snapshot = alice.next(RAW);

    assertThat(snapshot.path("type").asText()).isEqualTo("snapshot");
    assertThat(snapshot.has("prev_change_id")).isFalse();
    assertThat(snapshot.path("bids"))
        .hasToString(
            "[[\"new\"," + exchange.perp(-5) + ",10],[\"new\"," + exchange.perp(-6) + ",10]]");
  }

  @Test
  void linksEveryChangeToTheOneBefore() {
    alice.subscribe(RAW);
    JsonNode snapshot = alice.next(RAW);
    JsonNode order = buy(-5);
    JsonNode added = alice.next(RAW);
    buy(-5);
    JsonNode grown = alice.next(RAW);
    alice.result("private/cancel_all", Json.object());
    JsonNode gone = alice.next(RAW);

    assertThat(order.path("order_state").asText()).isEqualTo("open");
    assertThat(before(added)).isEqualTo(id(snapshot));
    assertThat(before(grown)).isEqualTo(id(added));
    assertThat(before(gone)).isEqualTo(id(grown));
    assertThat(added.path("bids").get(0).get(0).asText()).isEqualTo("new");
    assertThat(grown.path("bids").get(0)).hasToString("[\"change\"," + exchange.perp(-5) + ",20]");
    assertThat(gone.path("bids").get(0)).hasToString("[\"delete\"," + exchange.perp(-5) + ",0]");
  }

  @Test
  void mergesChangesOfATenthOfASecond() {
    alice.subscribe(FAST);
    JsonNode snapshot = alice.next(FAST);
    buy(-5);
    buy(-6);
    exchange.turn(Duration.ofMillis(100));
    JsonNode change = alice.next(FAST);

    assertThat(change.path("bids")).hasSize(2);
    assertThat(before(change)).isEqualTo(id(snapshot));
  }

  @Test
  void givesALateListenerASnapshotThatTheNextChangeLinksTo() {
    alice.subscribe(FAST);
    alice.next(FAST);
    buy(-5);
    try (Client late = exchange.bob()) {
      late.subscribe(FAST);
      JsonNode snapshot = late.next(FAST);
      exchange.turn(Duration.ofMillis(100));
      JsonNode change = late.next(FAST);

      assertThat(before(change)).isEqualTo(id(snapshot));
      assertThat(snapshot.path("bids")).isEmpty();
      assertThat(change.path("bids")).hasSize(1);
    }
  }

  @Test
  void sendsNoSnapshotForASecondSubscription() {
    alice.subscribe(RAW);
    alice.next(RAW);
    assertThat(alice.subscribe(RAW)).hasToString("[\"" + RAW + "\"]");
    buy(-5);

    assertThat(alice.next(RAW).path("type").asText()).isEqualTo("change");
  }

  @Test
  void sendsAFreshSnapshotAfterUnsubscribing() {
    alice.subscribe(RAW);
    alice.next(RAW);
    alice.result("private/unsubscribe", Client.channels(RAW));
    buy(-5);
    alice.subscribe(RAW);

    assertThat(alice.next(RAW).path("bids")).hasSize(1);
  }

  @Test
  void losesAFrameOnCommand() {
    alice.subscribe(RAW);
    JsonNode snapshot = alice.next(RAW);
    exchange.simulator.faults().nextBookFrame(BookFault.LOST);
    buy(-5);
    buy(-6);
    JsonNode change = alice.next(RAW);

    assertThat(before(change)).isNotEqualTo(id(snapshot));
    assertThat(change.path("bids")).hasSize(1);
  }

  @Test
  void doublesAFrameOnCommand() {
    alice.subscribe(RAW);
    alice.next(RAW);
    exchange.simulator.faults().nextBookFrame(BookFault.DUPLICATED);
    buy(-5);

    assertThat(alice.next(RAW)).isEqualTo(alice.next(RAW));
  }

  @Test
  void sendsASnapshotInMidStreamOnCommand() {
    alice.subscribe(RAW);
    alice.next(RAW);
    exchange.simulator.faults().nextBookFrame(BookFault.SNAPSHOT);
    buy(-5);
    JsonNode snapshot = alice.next(RAW);
    buy(-6);

    assertThat(snapshot.path("type").asText()).isEqualTo("snapshot");
    assertThat(before(alice.next(RAW))).isEqualTo(id(snapshot));
  }

  @Test
  void mergesFramesOnCommand() {
    alice.subscribe(FAST);
    JsonNode snapshot = alice.next(FAST);
    exchange.simulator.faults().nextBookFrame(BookFault.MERGED);
    buy(-5);
    exchange.turn(Duration.ofMillis(100));
    exchange.turn(Duration.ofMillis(100));
    JsonNode change = alice.next(FAST);

    assertThat(before(change)).isEqualTo(id(snapshot));
  }

  @Test
  void sendsAStaleFrameAfterTheSnapshotOnCommand() {
    buy(-5);
    exchange.simulator.faults().staleFrameAfterSnapshot(true);
    alice.subscribe(RAW);
    JsonNode snapshot = alice.next(RAW);
    JsonNode stale = alice.next(RAW);

    assertThat(stale.path("type").asText()).isEqualTo("change");
    assertThat(id(stale)).isLessThan(id(snapshot));
  }

  @Test
  void isSilentOnCommandAndThenCatchesUp() {
    alice.subscribe(RAW);
    JsonNode snapshot = alice.next(RAW);
    exchange.simulator.faults().silenceBooks(true);
    buy(-5);
    exchange.simulator.faults().silenceBooks(false);
    buy(-6);
    JsonNode change = alice.next(RAW);

    assertThat(before(change)).isEqualTo(id(snapshot));
  }
}
