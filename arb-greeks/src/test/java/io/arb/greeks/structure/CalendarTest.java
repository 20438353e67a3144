package io.arb.greeks.structure;

import static io.arb.greeks.OptionType.CALL;
import static io.arb.greeks.OptionType.PUT;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.arb.greeks.Black76;
import io.arb.greeks.Cases;
import io.arb.greeks.Greeks;
import io.arb.greeks.OptionType;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class CalendarTest {
  private static final double NEAR = 30 / 365.0;
  private static final double FAR = 90 / 365.0;
  private static final FarOption NO_BASIS = new FarOption(0.55, 1);
  private static final double NEAR_PRICE =
      Black76.price(CALL, 100_000, 100_000, NEAR, 0.55).priceUsd();
  private static final double FAR_PRICE =
      Black76.price(CALL, 100_000, 100_000, FAR, 0.55).priceUsd();

  private static Calendar calendar(double quantity, OptionType type) {
    return new Calendar(quantity, type, 100_000, NEAR, FAR, NEAR_PRICE, FAR_PRICE);
  }

  @Test
  void gainsMostAtTheStrikeAndLosesAtMostItsCost() {
    ProfitProfile profile = calendar(1, CALL).profile(NO_BASIS);
    double left = Black76.price(CALL, 100_000, 100_000, FAR - NEAR, 0.55).priceUsd();

    assertThat(calendar(1, CALL).costUsd()).isEqualTo(FAR_PRICE - NEAR_PRICE);
    assertThat(profile.maxGainUsd()).isCloseTo(left - (FAR_PRICE - NEAR_PRICE), within(1e-9));
    assertThat(profile.maxLossUsd()).isEqualTo(FAR_PRICE - NEAR_PRICE);
    assertThat(profile.breakEvensUsd()).hasSize(2);
    assertThat(profile.breakEvensUsd().getFirst()).isLessThan(100_000);
    assertThat(profile.breakEvensUsd().getLast()).isGreaterThan(100_000);
  }

  @Test
  void theOtherSideGainsWhatThisOneLoses() {
    ProfitProfile bought = calendar(2, CALL).profile(NO_BASIS);
    ProfitProfile sold = calendar(-2, CALL).profile(NO_BASIS);

    assertThat(sold.breakEvensUsd()).isEqualTo(bought.breakEvensUsd());
    assertThat(sold.maxGainUsd()).isEqualTo(bought.maxLossUsd());
    assertThat(sold.maxLossUsd()).isEqualTo(bought.maxGainUsd());
  }

  @Test
  void withoutBasisCallsAndPutsOfTheSameCostAreTheSame() {
    ProfitProfile calls = calendar(1, CALL).profile(NO_BASIS);
    ProfitProfile puts = calendar(1, PUT).profile(NO_BASIS);

    assertThat(puts).isEqualTo(calls);
  }

  @Test
  void withABasisACalendarOfCallsHasNoLimitOnOneSide() {
    assertThat(calendar(1, CALL).profile(new FarOption(0.55, 1.02)).maxGainUsd())
        .isEqualTo(POSITIVE_INFINITY);
    assertThat(calendar(1, CALL).profile(new FarOption(0.55, 0.98)).maxLossUsd())
        .isEqualTo(POSITIVE_INFINITY);
    assertThat(calendar(-1, CALL).profile(new FarOption(0.55, 1.02)).maxLossUsd())
        .isEqualTo(POSITIVE_INFINITY);
  }

  /** Far up the basis of the later calls makes good for their cost again. */
  @Test
  void withAPositiveBasisThereAreThreeBreakEvens() {
    var far = new FarOption(0.2, 1.03);
    Calendar calendar = new Calendar(1, CALL, 100_000, NEAR, FAR, 0, 4_000);

    ProfitProfile profile = calendar.profile(far);

    assertThat(profile.breakEvensUsd()).hasSize(3);
    assertThat(profile.maxLossUsd()).isEqualTo(4_000);
  }

  @Test
  void withAPositiveBasisPutsLoseMoreThanTheirCost() {
    var far = new FarOption(0.2, 1.05);
    Calendar calendar = new Calendar(1, PUT, 100_000, NEAR, FAR, 0, 1_000);

    ProfitProfile profile = calendar.profile(far);

    double lowest = grid().map(spot -> calendar.profitUsd(spot, far)).min().orElseThrow();
    assertThat(profile.maxLossUsd()).isGreaterThan(4_000).isCloseTo(-lowest, within(0.1));
  }

  @Test
  void aFreeCalendarNeverLoses() {
    ProfitProfile profile = new Calendar(1, CALL, 100, NEAR, FAR, 5, 5).profile(NO_BASIS);

    assertThat(profile.breakEvensUsd()).isEmpty();
    assertThat(profile.maxLossUsd()).isZero();
  }

  @Test
  void aCalendarAtATooHighPriceAlwaysLoses() {
    ProfitProfile profile = new Calendar(1, CALL, 100, NEAR, FAR, 5, 50).profile(NO_BASIS);

    assertThat(profile.breakEvensUsd()).isEmpty();
    assertThat(profile.maxGainUsd()).isNegative();
    assertThat(profile.maxLossUsd()).isEqualTo(45);
  }

  /** So much deviation that the later put is worth its strike wherever doubles reach. */
  private static ProfitProfile hundredYearsAtTwentyfold(double nearPriceUsd, double farPriceUsd) {
    return new Calendar(1, PUT, 3_400, 0, 100, nearPriceUsd, farPriceUsd)
        .profile(new FarOption(20, Math.exp(3)));
  }

  @Test
  void turnsAtTheLowestSettlementInReachIfItIsStillRisingThere() {
    ProfitProfile profile = hundredYearsAtTwentyfold(1e-12, 0);

    assertThat(profile).isEqualTo(new ProfitProfile(List.of(), 3_400 + 1e-12, -1e-12));
  }

  @Test
  void findsTheBreakEvenNextToZero() {
    ProfitProfile profile = hundredYearsAtTwentyfold(0, 1e-40);

    assertThat(profile.breakEvensUsd()).hasSize(1);
    assertThat(profile.breakEvensUsd().getFirst()).isCloseTo(1e-40, within(1e-52));
  }

  @Test
  void leavesOutBreakEvensThatAreOutOfReach() {
    assertThat(hundredYearsAtTwentyfold(0, 1e-60).breakEvensUsd()).isEmpty();
  }

  private static DoubleStream grid() {
    return DoubleStream.iterate(100, spot -> spot < 1e6, spot -> spot * 1.002);
  }

  private record Market(Calendar calendar, FarOption far) {
    static Market random(SplittableRandom random) {
      OptionType type = random.nextBoolean() ? CALL : PUT;
      double near = random.nextDouble(0.01, 0.2);
      double later = near + random.nextDouble(0.02, 0.5);
      double vol = random.nextDouble(0.2, 1);
      double ratio = random.nextBoolean() ? 1 : random.nextDouble(0.97, 1.05);
      double dearer = random.nextDouble(0.2, 1.3);
      double cost = Black76.price(type, 100_000, 100_000, later - near, vol).priceUsd() * dearer;
      double quantity = random.nextInt(1, 5) * (random.nextBoolean() ? 1 : -1);
      return new Market(
          new Calendar(quantity, type, 100_000, near, later, 1_000, 1_000 + cost),
          new FarOption(vol, ratio));
    }

    double profit(double settlementUsd) {
      return calendar.profitUsd(settlementUsd, far);
    }
  }

  @Test
  void profitIsTheLaterOptionLessThePayoffOfTheEarlierAndTheCost() {
    Cases.forAll(
        300,
        random -> {
          Market market = Market.random(random);
          Calendar calendar = market.calendar;
          double spot = random.nextDouble(50_000, 200_000);
          double forward = spot * market.far.forwardRatio();
          double years = calendar.farYears() - calendar.nearYears();
          double later =
              Black76.price(calendar.type(), forward, 100_000, years, market.far.volFraction())
                  .priceUsd();
          double earlier = calendar.type().intrinsicUsd(spot, 100_000);

          assertThat(market.profit(spot))
              .isCloseTo(
                  calendar.quantity() * (later - earlier) - calendar.costUsd(), within(1e-8));
        });
  }

  @Test
  void profitIsZeroAtBreakEvensAndKeepsItsSignBetween() {
    Cases.forAll(
        300,
        random -> {
          Market market = Market.random(random);
          List<Double> breakEvens = market.calendar.profile(market.far).breakEvensUsd();
          assertThat(breakEvens)
              .isSorted()
              .hasSizeLessThanOrEqualTo(3)
              .allSatisfy(spot -> assertThat(market.profit(spot)).isCloseTo(0, within(1e-7)));

          var limits = new ArrayList<>(breakEvens);
          limits.addFirst(1.0);
          limits.addLast(Math.max(1e7, 2 * limits.getLast()));
          for (int i = 1; i < limits.size(); i++) {
            double low = Math.log(limits.get(i - 1));
            double high = Math.log(limits.get(i));
            assertThat(
                    random
                        .doubles(100, low, high)
                        .map(log -> market.profit(Math.exp(log)))
                        .filter(profit -> Math.abs(profit) > 1e-6)
                        .map(Math::signum)
                        .distinct()
                        .count())
                .isLessThanOrEqualTo(1);
          }
        });
  }

  @Test
  void noSettlementExceedsTheHighestLossAndGain() {
    Cases.forAll(
        50,
        random -> {
          Market market = Market.random(random);
          ProfitProfile profile = market.calendar.profile(market.far);

          DoubleSummaryStatistics profits = grid().map(market::profit).summaryStatistics();

          assertThat(profits.getMax()).isLessThanOrEqualTo(profile.maxGainUsd() + 1e-7);
          assertThat(-profits.getMin()).isLessThanOrEqualTo(profile.maxLossUsd() + 1e-7);
        });
  }

  @Test
  void greeksAreSlopesByTheEarlierForwardThatTheLaterOneFollows() {
    Calendar calendar = calendar(3, PUT);
    double bump = 10;

    Greeks greeks = calendar.greeks(98_000, 0.6, 99_960, 0.5);

    assertThat(greeks.delta())
        .isCloseTo((value(98_000 + bump) - value(98_000 - bump)) / (2 * bump), within(1e-7));
    assertThat(greeks.gamma())
        .isCloseTo(
            (value(98_000 + bump) + value(98_000 - bump) - 2 * value(98_000)) / (bump * bump),
            within(1e-9));
    assertThat(greeks.vega()).isPositive();
    assertThat(greeks.theta()).isPositive();
  }

  private static double value(double forward) {
    double near = Black76.price(PUT, forward, 100_000, NEAR, 0.6).priceUsd();
    double far = Black76.price(PUT, forward * 1.02, 100_000, FAR, 0.5).priceUsd();
    return 3 * (far - near);
  }

  @Test
  void refusesExpiriesOutOfOrder() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Calendar(1, CALL, 100, 0.2, 0.2, 1, 2))
        .withMessage("calendar needs nearYears < farYears, got 0.2 and 0.2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Calendar(0, CALL, 100, 0.1, 0.2, 1, 2))
        .withMessageStartingWith("quantity");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FarOption(0, 1))
        .withMessageStartingWith("volFraction");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> calendar(1, CALL).profitUsd(0, NO_BASIS))
        .withMessageStartingWith("settlementUsd");
  }
}
