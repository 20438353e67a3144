package io.arb.greeks.structure;

import static io.arb.greeks.OptionType.CALL;
import static io.arb.greeks.OptionType.PUT;
import static io.arb.greeks.structure.Structures.butterfly;
import static io.arb.greeks.structure.Structures.collar;
import static io.arb.greeks.structure.Structures.coveredCall;
import static io.arb.greeks.structure.Structures.ironCondor;
import static io.arb.greeks.structure.Structures.ratio;
import static io.arb.greeks.structure.Structures.straddle;
import static io.arb.greeks.structure.Structures.strangle;
import static io.arb.greeks.structure.Structures.vertical;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Break-evens, gains and losses that a trader works out by hand. */
class StructuresTest {
  private static final double MONTH = 30 / 365.0;

  private static PricedStrike at(double strikeUsd, double priceUsd) {
    return new PricedStrike(strikeUsd, priceUsd);
  }

  private static ProfitProfile profile(double gain, double loss, Double... breakEvens) {
    return new ProfitProfile(List.of(breakEvens), gain, loss);
  }

  @Test
  void aCallSpreadBoughtGainsItsWidthLessItsCost() {
    Structure spread = vertical(CALL, MONTH, at(100, 6), at(110, 2.5));

    assertThat(spread.costUsd()).isEqualTo(3.5);
    assertThat(spread.profile()).isEqualTo(profile(6.5, 3.5, 103.5));
  }

  @Test
  void aPutSpreadSoldGainsItsPremium() {
    Structure spread = vertical(PUT, MONTH, at(90, 1), at(100, 4));

    assertThat(spread.costUsd()).isEqualTo(-3);
    assertThat(spread.profile()).isEqualTo(profile(3, 7, 97.0));
  }

  @Test
  void aStraddleLosesAtMostItsCost() {
    Structure straddle = straddle(MONTH, 100, 5, 4.5);

    assertThat(straddle.profile()).isEqualTo(profile(POSITIVE_INFINITY, 9.5, 90.5, 109.5));
    assertThat(straddle.payoffUsd(70)).isEqualTo(30);
    assertThat(straddle.profitUsd(130)).isEqualTo(20.5);
  }

  @Test
  void aStraddleSoldLosesWithoutLimit() {
    assertThat(straddle(MONTH, 100, 5, 4.5).times(-2).profile())
        .isEqualTo(profile(19, POSITIVE_INFINITY, 90.5, 109.5));
  }

  @Test
  void aStrangleBreaksEvenOutsideBothStrikes() {
    assertThat(strangle(MONTH, at(90, 2), at(110, 3)).profile())
        .isEqualTo(profile(POSITIVE_INFINITY, 5, 85.0, 115.0));
  }

  @Test
  void aButterflyGainsMostAtItsBody() {
    assertThat(butterfly(CALL, MONTH, at(90, 12), at(100, 5), at(110, 1.5)).profile())
        .isEqualTo(profile(6.5, 3.5, 93.5, 106.5));
  }

  @Test
  void aButterflyWithABrokenWingLosesMoreOnThatSide() {
    assertThat(butterfly(PUT, MONTH, at(80, 1), at(100, 5), at(110, 10)).profile())
        .isEqualTo(profile(9, 11, 91.0, 109.0));
  }

  @Test
  void anIronCondorGainsItsPremiumBetweenTheStrikesSold() {
    Structure condor = ironCondor(MONTH, at(80, 0.5), at(90, 2), at(110, 2.5), at(125, 0.5));

    assertThat(condor.costUsd()).isEqualTo(-3.5);
    assertThat(condor.profile()).isEqualTo(profile(3.5, 11.5, 86.5, 113.5));
  }

  @Test
  void aCallRatioLosesWithoutLimitAboveItsUpperBreakEven() {
    assertThat(ratio(CALL, MONTH, at(100, 6), at(110, 2.5), 2).profile())
        .isEqualTo(profile(9, POSITIVE_INFINITY, 101.0, 119.0));
  }

  @Test
  void aPutRatioLosesUpToAPriceOfZero() {
    assertThat(ratio(PUT, MONTH, at(100, 6), at(90, 2.5), 2).profile())
        .isEqualTo(profile(9, 81, 81.0, 99.0));
  }

  @Test
  void aCollarIsLimitedOnBothSides() {
    assertThat(collar(MONTH, 100, at(90, 2), at(115, 3)).profile()).isEqualTo(profile(16, 9, 99.0));
  }

  @Test
  void aCoveredCallKeepsThePremiumAndCanLoseTheRest() {
    assertThat(coveredCall(MONTH, 100, at(110, 4)).profile()).isEqualTo(profile(14, 96, 96.0));
  }

  @Test
  void strikesThatBinaryFractionsCannotHoldStillBreakEvenExactly() {
    assertThat(vertical(CALL, MONTH, at(100.2, 0.3), at(100.3, 0.2)).profile())
        .isEqualTo(profile(0, 0.1, 100.3));
  }

  @Test
  void anIntervalWithoutProfitOrLossIsGivenByItsEnds() {
    Structure free = ironCondor(MONTH, at(80, 0), at(90, 0), at(110, 0), at(120, 0));
    Structure lost = butterfly(CALL, MONTH, at(90, 0), at(100, 0), at(110, 0));

    assertThat(free.profile()).isEqualTo(profile(0, 10, 90.0, 110.0));
    assertThat(lost.profile()).isEqualTo(profile(10, 0, 90.0, 110.0));
  }

  @Test
  void aStrikeWithinAnIntervalWithoutProfitOrLossIsNoBreakEven() {
    Structure free = ironCondor(MONTH, at(80, 0), at(90, 0), at(110, 0), at(120, 0));
    var legs = new ArrayList<>(free.legs());
    legs.addAll(vertical(CALL, MONTH, at(100, 0), at(100.5, 0)).legs());
    legs.addAll(vertical(CALL, MONTH, at(100.5, 0), at(100, 0)).legs());

    assertThat(new Structure("free", MONTH, legs).profile()).isEqualTo(free.profile());
  }

  @Test
  void aStructureThatCannotLoseHasANegativeLoss() {
    assertThat(vertical(CALL, MONTH, at(100, 2), at(110, 3)).profile()).isEqualTo(profile(11, -1));
  }

  @Test
  void refusesStrikesOutOfOrder() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> vertical(CALL, MONTH, at(100, 1), at(100, 2)))
        .withMessage("vertical needs two different strikes, got 100.0 twice");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> strangle(MONTH, at(110, 1), at(90, 1)))
        .withMessage("strangle needs put < call, got strikes [110.0, 90.0]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> butterfly(CALL, MONTH, at(90, 1), at(110, 1), at(100, 1)))
        .withMessage("butterfly needs low < body < high, got strikes [90.0, 110.0, 100.0]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ironCondor(MONTH, at(80, 1), at(90, 1), at(90, 1), at(110, 1)))
        .withMessageContaining("bought put < sold put < sold call < bought call")
        .withMessageContaining("[80.0, 90.0, 90.0, 110.0]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ratio(CALL, MONTH, at(110, 1), at(100, 1), 2))
        .withMessageStartingWith("call ratio needs bought < sold");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ratio(PUT, MONTH, at(100, 1), at(110, 1), 2))
        .withMessageStartingWith("put ratio needs sold < bought");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> collar(MONTH, 100, at(110, 1), at(90, 1)))
        .withMessageStartingWith("collar needs put < call");
  }

  @Test
  void refusesValuesThatAreNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> at(0, 1))
        .withMessageStartingWith("strikeUsd");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> at(100, -1))
        .withMessageStartingWith("priceUsd");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> straddle(-1, 100, 1, 1))
        .withMessageStartingWith("years");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> straddle(MONTH, 100, 1, 1).times(0))
        .withMessageStartingWith("quantity");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ratio(CALL, MONTH, at(100, 1), at(110, 1), 0))
        .withMessageStartingWith("soldPerBought");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Structure("nothing", MONTH, List.of()))
        .withMessage("legs of nothing must not be empty");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> straddle(MONTH, 100, 1, 1).payoffUsd(Double.NaN))
        .withMessageStartingWith("settlementUsd");
  }
}
