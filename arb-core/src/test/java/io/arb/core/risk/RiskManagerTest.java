package io.arb.core.risk;

import static io.arb.core.market.MarketFixture.CALL;
import static io.arb.core.market.MarketFixture.NOW;
import static io.arb.core.market.MarketFixture.OTHER_CALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arb.core.model.Confirmation;
import io.arb.core.model.Money;
import io.arb.core.model.Option;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Quote;
import io.arb.core.model.QuoteNonce;
import io.arb.core.model.RfqId;
import io.arb.core.model.RiskState;
import io.arb.core.model.Side;
import io.arb.core.model.SourceId;
import io.arb.core.portfolio.Exposure;
import io.arb.core.portfolio.Pnl;
import io.arb.core.portfolio.Portfolio;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskManagerTest {
  private static final SourceId RYSK = new SourceId("rysk");
  private static final Instant VALID_UNTIL = NOW.plusSeconds(10);
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Portfolio portfolio = new Portfolio();
  private final RiskManager risk = new RiskManager(limits("10", "4", "1000", "10"));
  private long nonces;

  private static RiskLimits limits(String position, String delta, String capital, String stopLoss) {
    return new RiskLimits(
        Quantity.of(position),
        Quantity.of(delta),
        Money.of(capital),
        new BigDecimal(stopLoss),
        GRACE);
  }

  private Quote quote(Option option, String quantity) {
    return new Quote(
        new QuoteNonce(++nonces),
        new RfqId("r" + nonces),
        RYSK,
        option,
        Quantity.of(quantity),
        Price.of("70"),
        VALID_UNTIL);
  }

  private Decision reserve(Quote quote, String delta) {
    Money cost = Money.of("100");
    return risk.reserve(quote, new BigDecimal(delta), cost, portfolio, Exposure.NONE);
  }

  private static String reason(Decision decision) {
    return switch (decision) {
      case Decision.Reserved reserved -> "reserved";
      case Decision.Refused refused -> refused.reason();
    };
  }

  @Test
  void liveQuotesOfOneOptionShareThePositionLimit() {
    assertThat(reason(reserve(quote(CALL, "6"), "0.1"))).isEqualTo("reserved");
    assertThat(reason(reserve(quote(CALL, "4.01"), "0.1"))).isEqualTo("position_limit");
    assertThat(reason(reserve(quote(CALL, "4"), "0.1"))).isEqualTo("reserved");
    assertThat(reason(reserve(quote(OTHER_CALL, "6"), "0.1"))).isEqualTo("reserved");
  }

  @Test
  void whatIsHeldUnhedgedCountsAgainstThePositionLimit() {
    portfolio.book(
        new Confirmation(
            RYSK,
            new QuoteNonce(99),
            CALL,
            Side.BUY,
            Quantity.of("8"),
            Price.of("70"),
            Money.ZERO,
            "",
            NOW));

    assertThat(reason(reserve(quote(CALL, "2.01"), "0.1"))).isEqualTo("position_limit");
    assertThat(reason(reserve(quote(CALL, "2"), "0.1"))).isEqualTo("reserved");
  }

  @Test
  void theDeltaOfAllLiveQuotesIsCountedAtItsWorst() {
    assertThat(reason(reserve(quote(CALL, "5"), "0.5"))).isEqualTo("reserved"); // 2.5
    assertThat(reason(reserve(quote(OTHER_CALL, "4"), "0.5"))).isEqualTo("delta_limit"); // 4.5
    assertThat(reason(reserve(quote(OTHER_CALL, "3"), "0.5"))).isEqualTo("reserved"); // 4.0
  }

  @Test
  void unknownExposureAllowsNoNewRisk() {
    Exposure blind =
        new Exposure(Quantity.ZERO, BigDecimal.ZERO, Money.ZERO, Money.ZERO, Set.of(CALL));

    assertThat(reason(risk.reserve(quote(CALL, "1"), BigDecimal.ONE, Money.ZERO, portfolio, blind)))
        .isEqualTo("exposure_unknown");
  }

  @Test
  void aReservationLastsUntilItsTradeCannotBeReportedAnyMore() {
    reserve(quote(CALL, "10"), "0.1");

    risk.expire(VALID_UNTIL.plus(GRACE).minusMillis(1));
    assertThat(reason(reserve(quote(CALL, "1"), "0.1"))).isEqualTo("position_limit");

    risk.expire(VALID_UNTIL.plus(GRACE));
    assertThat(reason(reserve(quote(CALL, "1"), "0.1"))).isEqualTo("reserved");
  }

  @Test
  void aQuoteThatCannotBeTakenReservesNothing() {
    Quote quote = quote(CALL, "10");
    reserve(quote, "0.1");

    risk.release(quote.nonce());

    assertThat(risk.liveReservations()).isZero();
    assertThat(reason(reserve(quote(CALL, "10"), "0.1"))).isEqualTo("reserved");
  }

  @Test
  void allLiveQuotesTogetherMustBePayable() {
    risk.onFunds(Money.of("150"));

    assertThat(reason(reserve(quote(CALL, "1"), "0.1"))).isEqualTo("reserved");
    assertThat(reason(reserve(quote(CALL, "1"), "0.1"))).isEqualTo("funds");
  }

  @Test
  void theStopLossEndsNewRiskOnce() {
    Pnl atLimit = new Pnl(Money.of("-100"), Money.ZERO, Money.ZERO, Money.ZERO, Set.of());
    Pnl above = new Pnl(Money.of("-99.99"), Money.ZERO, Money.ZERO, Money.ZERO, Set.of());

    assertThat(risk.onPnl(above)).isEmpty();
    assertThat(risk.onPnl(atLimit)).isPresent();
    assertThat(risk.onPnl(atLimit)).isEmpty();
    assertThat(risk.state()).isEqualTo(RiskState.REDUCING);
    assertThat(reason(reserve(quote(CALL, "1"), "0.1"))).isEqualTo("risk_reducing");
  }

  @Test
  void aHaltLastsUntilAPersonResumes() {
    assertThat(risk.halt()).isTrue();
    assertThat(risk.halt()).isFalse();
    assertThat(reason(reserve(quote(CALL, "1"), "0.1"))).isEqualTo("risk_halted");

    risk.resume();
    assertThat(reason(reserve(quote(CALL, "1"), "0.1"))).isEqualTo("reserved");
  }

  @Test
  void aQuoteThatWasLiveAtACrashReservesAgain() {
    risk.restore(quote(CALL, "4"), Money.of("300"));

    assertThat(risk.reserved(CALL)).isEqualTo(Quantity.of("4"));
    assertThat(reason(reserve(quote(OTHER_CALL, "1"), "0.5"))).isEqualTo("delta_limit");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, 10, max_position_size",
    "-1, 1, 1, 10, max_position_size",
    "1, 0, 1, 10, max_delta_exposure",
    "1, 1, 0, 10, capital_usd",
    "1, 1, 1, 0, stop_loss_pct",
    "1, 1, 1, 100.1, stop_loss_pct"
  })
  void impossibleLimitsAreRefusedByName(
      String position, String delta, String capital, String stopLoss, String field) {
    assertThatThrownBy(() -> limits(position, delta, capital, stopLoss))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(field);
  }
}
