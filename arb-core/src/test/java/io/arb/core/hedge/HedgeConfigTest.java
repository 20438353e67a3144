package io.arb.core.hedge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arb.core.model.Perpetual;
import io.arb.core.model.Quantity;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HedgeConfigTest {
  private static final HedgeConfig D = HedgeConfig.DEFAULTS;

  @Test
  void theDefaultsAreInRange() {
    assertThat(D.orderType()).isEqualTo(HedgeConfig.OrderType.POST_ONLY);
    assertThat(OrderTiming.DEFAULTS.rejectAfter()).isLessThan(OrderTiming.DEFAULTS.answerTimeout());
    assertThat(GammaDdhConfig.defaults(Perpetual.of("ETH")).enabled()).isTrue();
  }

  @Test
  void namesTheFieldAndTheValueThatIsWrong() {
    assertThatThrownBy(() -> withSpread(0))
        .hasMessage("maxSpreadBps must lie between 1 and 5000, got 0");
    assertThatThrownBy(() -> withEscalation(Duration.ofHours(2)))
        .hasMessage("escalateAfter must lie between 0 and 3600000 ms, got 7200000 ms");
  }

  @Test
  void refusesATimeoutThatIsNoTime() {
    assertThatThrownBy(
            () ->
                new OrderTiming(
                    Duration.ofSeconds(1),
                    Duration.ZERO,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1)))
        .hasMessageContaining("answerTimeout");
  }

  @Test
  void refusesAHardLimitInsideTheBand() {
    assertThatThrownBy(() -> ddh("0.3", "0.3", "40"))
        .hasMessage("hardDeltaLimit must be above maxAbsDelta 0.3, got 0.3");
  }

  @Test
  void refusesABandOrSpreadOfNothing() {
    assertThatThrownBy(() -> ddh("0", "1", "40")).hasMessage("maxAbsDelta must be positive, got 0");
    assertThatThrownBy(() -> ddh("0.3", "1", "-1"))
        .hasMessage("maxAbsSpread must be positive, got -1");
  }

  private static void withSpread(int maxSpreadBps) {
    copy(maxSpreadBps, D.escalateAfter());
  }

  private static void withEscalation(Duration escalateAfter) {
    copy(D.maxSpreadBps(), escalateAfter);
  }

  private static HedgeConfig copy(int maxSpreadBps, Duration escalateAfter) {
    return new HedgeConfig(
        D.orderType(),
        maxSpreadBps,
        D.retryAttempts(),
        D.retryPause(),
        D.repegInterval(),
        D.repegToleranceTicks(),
        escalateAfter,
        D.crossingBoundBps(),
        D.perpetualBoundBps(),
        D.maxLossBps(),
        D.giveUpAfter());
  }

  private static GammaDdhConfig ddh(String band, String hardLimit, String spread) {
    GammaDdhConfig d = GammaDdhConfig.defaults(Perpetual.of("ETH"));
    return new GammaDdhConfig(
        true,
        d.perpetual(),
        Quantity.of(band),
        new BigDecimal(spread),
        d.priceTol(),
        d.amountTol(),
        d.midPriceTol(),
        d.actionWait(),
        Quantity.of(hardLimit),
        d.hardLimitAfter(),
        d.aggressiveBoundBps(),
        d.stuckAfter());
  }
}
