package io.arb.rysk;

import static io.arb.rysk.Fixtures.NOW;
import static io.arb.rysk.Fixtures.RFQ_ID;
import static io.arb.rysk.Fixtures.RYSK;
import static io.arb.rysk.Fixtures.WETH;
import static io.arb.rysk.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.SourceEvent.RfqReceived;
import io.arb.core.model.SourceEvent.RfqUnanswerable;
import io.arb.rysk.Fixtures.Heard;
import io.arb.rysk.RyskStatistics.Count;
import io.arb.rysk.wire.SpecFrames;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RfqStreamTest {
  private static final String OTHER_TERMS = SpecFrames.RFQ.replace("300000000000", "310000000000");

  private final Heard heard = new Heard();
  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final Counters counters = new Counters();
  private final Scope scope =
      new Scope(RYSK, Fixtures.settings(Map.of()), now::get, heard, counters);
  private final OpenRequests requests = new OpenRequests(Duration.ofSeconds(5));
  private final RfqStream stream =
      new RfqStream(
          scope,
          WETH,
          new RfqScreen(scope, Fixtures.listedAssets()),
          requests,
          new LinkStatus(RYSK, List.of(WETH), heard));

  @Test
  void passesARequestOnAndKeepsItsTerms() {
    stream.onText(1, SpecFrames.RFQ);

    assertThat(heard.events).containsExactly(new RfqReceived(open(SpecFrames.RFQ).rfq()));
    assertThat(requests.find(RFQ_ID)).contains(open(SpecFrames.RFQ));
  }

  @Test
  void passesAnUnchangedRepeatOnOnlyOnce() {
    stream.onText(1, SpecFrames.RFQ);
    now.set(NOW.plusSeconds(4));
    stream.onText(1, SpecFrames.RFQ);

    assertThat(heard.events).hasSize(1);
    assertThat(counters.snapshot().count(Count.RFQS_REPEATED)).isOne();
  }

  @Test
  void passesARepeatOnAgainAfterAWhile() {
    stream.onText(1, SpecFrames.RFQ);
    now.set(NOW.plusSeconds(5));
    stream.onText(1, SpecFrames.RFQ);

    assertThat(heard.events).hasSize(2);
  }

  @Test
  void passesOtherTermsUnderTheSameIdOnAtOnce() {
    stream.onText(1, SpecFrames.RFQ);
    stream.onText(1, OTHER_TERMS);

    assertThat(heard.events).endsWith(new RfqReceived(open(OTHER_TERMS).rfq()));
    assertThat(requests.find(RFQ_ID)).contains(open(OTHER_TERMS));
  }

  @Test
  void saysWhyARequestCannotBeAnswered() {
    stream.onText(1, SpecFrames.RFQ.replace("\"isTakerBuy\": false", "\"isTakerBuy\": true"));

    assertThat(heard.events)
        .containsExactly(new RfqUnanswerable(RYSK, RFQ_ID, "taker_buys", "the taker wants to buy"));
    assertThat(requests.find(RFQ_ID)).isEmpty();
    assertThat(counters.snapshot().unanswerable()).containsExactly(Map.entry("taker_buys", 1L));
  }

  @Test
  void saysThatARequestCannotBeRead() {
    stream.onText(1, SpecFrames.RFQ.replace("\"strike\"", "\"wasStrike\""));

    assertThat(heard.events)
        .singleElement()
        .isInstanceOfSatisfying(
            RfqUnanswerable.class,
            event -> {
              assertThat(event.rfq()).isEqualTo(RFQ_ID);
              assertThat(event.reason()).isEqualTo("unparsable");
              assertThat(event.detail()).contains("strike");
            });
  }

  @Test
  void whatHasNoIdIsCountedOnly() {
    stream.onText(1, "cc");
    stream.onText(1, "");

    assertThat(heard.events).isEmpty();
    assertThat(counters.snapshot().count(Count.UNKNOWN_FRAMES)).isOne();
    assertThat(counters.snapshot().count(Count.BLANK_FRAMES)).isOne();
  }
}
