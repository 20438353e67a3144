package io.arb.rysk;

import static io.arb.rysk.Fixtures.NONCE;
import static io.arb.rysk.Fixtures.RFQ_ID;
import static io.arb.rysk.Fixtures.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.QuoteNonce;
import io.arb.core.model.RfqId;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class SentQuotesTest {
  private static final SentQuote FIRST = sent(NONCE, "42.5");
  private static final SentQuote SECOND = sent(new QuoteNonce(NONCE.bits() + 1), "43.5");

  private final SentQuotes quotes = new SentQuotes();

  @Test
  void answersGoToQuotesInTheOrderInWhichTheyLeft() {
    quotes.add(FIRST);
    quotes.add(SECOND);

    assertThat(quotes.takeAnswered(RFQ_ID)).contains(FIRST);
    assertThat(quotes.takeAnswered(RFQ_ID)).contains(SECOND);
    assertThat(quotes.takeAnswered(RFQ_ID)).isEmpty();
  }

  @Test
  void anOutbidNoticeIsTheAnswerToTheOldestQuote() {
    quotes.add(FIRST);
    quotes.add(SECOND);

    assertThat(quotes.outbid(RFQ_ID, FIRST.terms().price())).isTrue();
    assertThat(quotes.takeAnswered(RFQ_ID)).contains(SECOND);
  }

  @Test
  void aNoticeAboutTheQuoteBeforeDoesNotUseUpTheAnswer() {
    quotes.add(FIRST);
    assertThat(quotes.takeAnswered(RFQ_ID)).contains(FIRST);
    quotes.add(SECOND);

    assertThat(quotes.outbid(RFQ_ID, FIRST.terms().price())).isTrue();
    assertThat(quotes.takeAnswered(RFQ_ID)).contains(SECOND);
  }

  @Test
  void aNoticeWithAPriceThatIsNotOursIsTheAnswer() {
    quotes.add(FIRST);

    assertThat(quotes.outbid(RFQ_ID, BigInteger.ONE)).isTrue();
    assertThat(quotes.takeAnswered(RFQ_ID)).isEmpty();
  }

  @Test
  void noticesForRequestsThatWeNeverQuotedAreNotOurs() {
    assertThat(quotes.outbid(RFQ_ID, BigInteger.ONE)).isFalse();
    assertThat(quotes.takeAnswered(new RfqId("other"))).isEmpty();
  }

  @Test
  void aNonceIsTakenOnce() {
    assertThat(quotes.add(FIRST)).isTrue();
    assertThat(quotes.add(sent(NONCE, "43"))).isFalse();
    assertThat(quotes.find(NONCE)).contains(FIRST);
  }

  @Test
  void aQuoteThatDidNotLeaveHasNoAnswerAndKeepsItsNonce() {
    quotes.add(FIRST);
    quotes.notSent(FIRST);

    assertThat(quotes.takeAnswered(RFQ_ID)).isEmpty();
    assertThat(quotes.add(FIRST)).isFalse();
  }

  @Test
  void aLostConnectionEndsTheWaitButNotTheMemory() {
    quotes.add(FIRST);
    quotes.connectionLost();

    assertThat(quotes.takeAnswered(RFQ_ID)).isEmpty();
    assertThat(quotes.find(NONCE)).contains(FIRST);
  }
}
