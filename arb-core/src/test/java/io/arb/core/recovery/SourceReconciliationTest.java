package io.arb.core.recovery;

import static io.arb.core.market.MarketFixture.CALL;
import static io.arb.core.market.MarketFixture.NOW;
import static io.arb.core.market.MarketFixture.OTHER_CALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.Option;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Quote;
import io.arb.core.model.QuoteNonce;
import io.arb.core.model.RfqId;
import io.arb.core.model.SourceId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceReconciliationTest {
  private final SourceReconciliation check = new SourceReconciliation();
  private long nonces;

  private Quote quote(String rfq, Option option, String quantity, String bid) {
    nonces++;
    return new Quote(
        new QuoteNonce(nonces),
        new RfqId(rfq),
        new SourceId("rysk"),
        option,
        Quantity.of(quantity),
        Price.of(bid),
        NOW.plusSeconds(nonces));
  }

  private static Map<Option, Quantity> held(Option option, String quantity) {
    return Map.of(option, Quantity.of(quantity));
  }

  private SourceReconciliation.Finding thirdReport(
      Map<Option, Quantity> theirs, Map<Option, Quantity> ours, List<Quote> untraded) {
    check.on(theirs, ours, untraded);
    check.on(theirs, ours, untraded);
    return check.on(theirs, ours, untraded);
  }

  @Test
  void equalBooksProveNothing() {
    assertThat(thirdReport(held(CALL, "2"), held(CALL, "2"), List.of()).taken()).isEmpty();
    assertThat(check.isPending()).isFalse();
  }

  @Test
  void aSurplusIsBelievedOnTheThirdEqualReport() {
    Quote quote = quote("a", CALL, "2", "70");
    List<Quote> untraded = List.of(quote);

    assertThat(check.on(held(CALL, "2"), Map.of(), untraded).taken()).isEmpty();
    assertThat(check.isPending()).isTrue();
    assertThat(check.on(held(CALL, "2"), Map.of(), untraded).taken()).isEmpty();
    assertThat(check.on(held(CALL, "2"), Map.of(), untraded).taken()).containsExactly(quote);
    assertThat(check.isPending()).isFalse();
  }

  @Test
  void aFindingIsReportedOnce() {
    List<Quote> untraded = List.of(quote("a", CALL, "2", "70"));
    thirdReport(held(CALL, "2"), Map.of(), untraded);

    assertThat(check.on(held(CALL, "2"), Map.of(), untraded).taken()).isEmpty();
  }

  @Test
  void aSurplusThatChangesIsNotSettled() {
    List<Quote> untraded = List.of(quote("a", CALL, "2", "70"), quote("b", CALL, "1", "70"));
    check.on(held(CALL, "2"), Map.of(), untraded);
    check.on(held(CALL, "2"), Map.of(), untraded);

    assertThat(check.on(held(CALL, "3"), Map.of(), untraded).taken()).isEmpty();
  }

  @Test
  void theNewestQuoteOfTheRightSizeIsTaken() {
    Quote older = quote("a", CALL, "2", "70");
    Quote newer = quote("b", CALL, "2", "71");

    assertThat(thirdReport(held(CALL, "2"), Map.of(), List.of(older, newer)).taken())
        .containsExactly(newer);
  }

  @Test
  void ofOneAuctionOnlyTheBestBidCanHaveBeenTaken() {
    Quote first = quote("a", CALL, "2", "70");
    Quote improved = quote("a", CALL, "2", "71");

    assertThat(thirdReport(held(CALL, "4"), Map.of(), List.of(first, improved)).taken()).isEmpty();
    assertThat(thirdReport(held(CALL, "2"), Map.of(), List.of(first, improved)).taken())
        .containsExactly(improved);
  }

  @Test
  void severalLostTradesAreFoundTogether() {
    Quote two = quote("a", CALL, "2", "70");
    Quote five = quote("b", CALL, "5", "70");
    Quote one = quote("c", CALL, "1", "70");
    Quote other = quote("d", OTHER_CALL, "7", "30");

    assertThat(
            thirdReport(held(CALL, "10"), held(CALL, "4"), List.of(two, five, one, other)).taken())
        .containsExactlyInAnyOrder(five, one);
  }

  @Test
  void aSurplusThatNoQuotesAddUpToIsUnexplained() {
    SourceReconciliation.Finding finding =
        thirdReport(held(CALL, "2.5"), Map.of(), List.of(quote("a", CALL, "2", "70")));

    assertThat(finding.taken()).isEmpty();
    assertThat(finding.unexplained()).isEqualTo(held(CALL, "2.5"));
  }

  @Test
  void lessThanWeBelieveProvesNoTrade() {
    assertThat(thirdReport(Map.of(), held(CALL, "2"), List.of(quote("a", CALL, "2", "70"))).taken())
        .isEmpty();
  }
}
