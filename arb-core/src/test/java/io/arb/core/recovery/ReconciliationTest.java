package io.arb.core.recovery;

import static io.arb.core.market.MarketFixture.CALL;
import static io.arb.core.market.MarketFixture.NOW;
import static io.arb.core.market.MarketFixture.PERP;
import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.AccountSnapshot;
import io.arb.core.model.Instrument;
import io.arb.core.model.Money;
import io.arb.core.model.Quantity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
  private static final Map<Instrument, Quantity> OURS = Map.of(CALL, Quantity.of("-2"));

  private final Reconciliation reconciliation = new Reconciliation();

  private static AccountSnapshot snapshot(Map<Instrument, Quantity> positions) {
    return new AccountSnapshot(positions, Money.ZERO, List.of(), NOW);
  }

  private Reconciliation.Outcome see(Map<Instrument, Quantity> theirs, boolean inFlight) {
    return reconciliation.on(snapshot(theirs), OURS, inFlight);
  }

  @Test
  void equalPositionsAgree() {
    assertThat(see(OURS, false)).isInstanceOf(Reconciliation.Outcome.Agreed.class);
    assertThat(reconciliation.isAgreed()).isTrue();
  }

  @Test
  void aDifferenceIsBelievedOnlyAfterItRepeats() {
    Map<Instrument, Quantity> theirs = Map.of(CALL, Quantity.of("-2"), PERP, Quantity.of("1"));

    assertThat(see(theirs, false)).isInstanceOf(Reconciliation.Outcome.AskAgain.class);
    assertThat(see(theirs, false)).isInstanceOf(Reconciliation.Outcome.AskAgain.class);
    assertThat(reconciliation.isAgreed()).isFalse();
    assertThat(see(theirs, false))
        .isEqualTo(new Reconciliation.Outcome.Adopt(Map.of(PERP, Quantity.of("1"))));
    assertThat(reconciliation.isAgreed()).isTrue();
  }

  @Test
  void whileOrdersAreInFlightADifferenceMeansNothing() {
    Map<Instrument, Quantity> theirs = Map.of();
    for (int i = 0; i < 10; i++) {
      assertThat(see(theirs, true)).isInstanceOf(Reconciliation.Outcome.AskAgain.class);
    }
    assertThat(see(theirs, false)).isInstanceOf(Reconciliation.Outcome.AskAgain.class);
  }

  @Test
  void aDifferenceThatChangesIsNotSettled() {
    see(Map.of(PERP, Quantity.of("1")), false);
    see(Map.of(PERP, Quantity.of("1")), false);

    assertThat(see(Map.of(PERP, Quantity.of("2")), false))
        .isInstanceOf(Reconciliation.Outcome.AskAgain.class);
  }

  @Test
  void aPositionThatTheExchangeDoesNotReportIsADifference() {
    see(Map.of(), false);
    see(Map.of(), false);

    assertThat(see(Map.of(), false))
        .isEqualTo(new Reconciliation.Outcome.Adopt(Map.of(CALL, Quantity.of("2"))));
  }

  @Test
  void afterALostConnectionNothingIsAgreed() {
    see(OURS, false);
    reconciliation.reset();

    assertThat(reconciliation.isAgreed()).isFalse();
  }
}
