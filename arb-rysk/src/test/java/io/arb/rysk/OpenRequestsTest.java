package io.arb.rysk;

import static io.arb.rysk.Fixtures.NONCE;
import static io.arb.rysk.Fixtures.NOW;
import static io.arb.rysk.Fixtures.RFQ_ID;
import static io.arb.rysk.Fixtures.open;
import static io.arb.rysk.Fixtures.quote;
import static io.arb.rysk.Fixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.RfqId;
import io.arb.rysk.wire.SpecFrames;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpenRequestsTest {
  private static final String OTHER_TERMS = SpecFrames.RFQ.replace("300000000000", "310000000000");

  private final OpenRequests requests = new OpenRequests(Duration.ofSeconds(5));

  @Test
  void theSameRequestWithinFiveSecondsIsARepeat() {
    requests.put(open(SpecFrames.RFQ));

    assertThat(requests.isRepeat(request(SpecFrames.RFQ), NOW.plusMillis(4999))).isTrue();
    assertThat(requests.isRepeat(request(SpecFrames.RFQ), NOW.plusSeconds(5))).isFalse();
  }

  @Test
  void otherTermsUnderTheSameIdAreANewRequest() {
    requests.put(open(SpecFrames.RFQ));

    assertThat(requests.isRepeat(request(OTHER_TERMS), NOW)).isFalse();

    requests.put(open(OTHER_TERMS));
    assertThat(requests.find(RFQ_ID)).contains(open(OTHER_TERMS));
  }

  @Test
  void aQuoteAnswersTheTermsItWasMadeFor() {
    assertThat(open(SpecFrames.RFQ).isAnsweredBy(quote(NONCE, "42.5"))).isTrue();
    assertThat(open(OTHER_TERMS).isAnsweredBy(quote(NONCE, "42.5"))).isFalse();
  }

  @Test
  void forgetsTheOldestOfManyThousands() {
    IntStream.range(0, 5000)
        .mapToObj(i -> open(SpecFrames.RFQ.replace(SpecFrames.RFQ_ID, "rfq-" + i)))
        .forEach(requests::put);

    assertThat(requests.find(new RfqId("rfq-0"))).isEmpty();
    assertThat(requests.find(new RfqId("rfq-4999"))).isPresent();
  }
}
