package io.arb.greeks.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ButterflyRepairTest {
  private static final RawSvi VOGT = SviVectors.slice("vogt");

  @Test
  void keepsAtTheMoneyAndLeftWingAndRemovesTheArbitrage() {
    JumpWings before = JumpWings.of(VOGT, 1);

    RawSvi repaired = ButterflyRepair.repair(VOGT, 1);

    JumpWings after = JumpWings.of(repaired, 1);
    assertThat(ButterflyCheck.of(repaired).isFree()).isTrue();
    assertThat(after.atmVariance()).isCloseTo(before.atmVariance(), within(1e-12));
    assertThat(after.atmSkew()).isCloseTo(before.atmSkew(), within(1e-12));
    assertThat(after.putWing()).isCloseTo(before.putWing(), within(1e-12));
  }

  @Test
  void isCloserToTheFitThanBothPublishedRepairs() {
    RawSvi repaired = ButterflyRepair.repair(VOGT, 1);

    assertThat(distance(repaired))
        .isLessThan(distance(SviVectors.slice("vogt_optimised")))
        .isLessThan(distance(SviVectors.slice("vogt_fixed_ssvi")) / 10);
  }

  private static double distance(RawSvi smile) {
    return IntStream.rangeClosed(-40, 40)
        .mapToDouble(i -> 0.01 * i)
        .map(k -> smile.totalVariance(k) - VOGT.totalVariance(k))
        .map(error -> error * error)
        .sum();
  }

  @Test
  void leavesASmileWithoutArbitrageAlone() {
    RawSvi free = SviVectors.slice("moderate_equity");

    assertThat(ButterflyRepair.repair(free, 0.5)).isEqualTo(free);
  }

  @Test
  void flattensWingsThatAreTooSteepForAnySmile() {
    RawSvi repaired = ButterflyRepair.repair(SviVectors.slice("lee_violation"), 1);

    assertThat(ButterflyCheck.of(repaired).isFree()).isTrue();
    assertThat(repaired.totalVariance(0))
        .isCloseTo(SviVectors.slice("lee_violation").totalVariance(0), within(1e-12));
  }

  @Test
  void refusesASmileThatIsNegativeAtTheMoney() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ButterflyRepair.repair(SviVectors.slice("negative_variance"), 1))
        .withMessageContaining("total variance at the money must be a finite number above 0");
  }
}
