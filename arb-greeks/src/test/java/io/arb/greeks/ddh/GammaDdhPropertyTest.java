package io.arb.greeks.ddh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arb.greeks.Cases;
import io.arb.greeks.OptionType;
import io.arb.greeks.ddh.DdhAction.Place;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What must hold for every order of every book: a thousand random books, long and short. */
class GammaDdhPropertyTest {
  private static final int CASES = 1000;
  private static final double[] TICKS = {0.01, 0.05, 0.5, 1};
  private static final double[] STEPS = {0.001, 0.01, 0.05, 0.1};

  /** A book, its market and what was decided. */
  private record Case(
      PortfolioProfile profile, DdhMarket market, DdhParameters parameters, DdhRound round) {

    static Case random(SplittableRandom random) {
      double mark = Cases.magnitude(random, 1000, 100_000);
      PortfolioProfile profile = profile(random, mark);
      double delta = profile.deltaAt(mark);
      double band = Math.max(0.2, Math.abs(delta) * random.nextDouble(0.2, 4));
      var parameters =
          new DdhParameters(band, mark * random.nextDouble(0.001, 0.1), 1, 0.01, mark / 100);
      DdhMarket market = market(random, mark);
      DdhRound round =
          new GammaDdhDecision(parameters, HardLimit.NEVER)
              .decide(profile, market, OwnOrders.NONE, 0);
      return new Case(profile, market, parameters, round);
    }

    private static PortfolioProfile profile(SplittableRandom random, double mark) {
      var legs = IntStream.range(0, random.nextInt(1, 6)).mapToObj(i -> leg(random, mark)).toList();
      double options = new PortfolioProfile(legs, 0).deltaAt(mark);
      return new PortfolioProfile(legs, random.nextDouble(-1, 1) - options);
    }

    private static OptionLeg leg(SplittableRandom random, double mark) {
      return new OptionLeg(
          random.nextDouble(-20, 20),
          random.nextBoolean() ? OptionType.CALL : OptionType.PUT,
          mark * random.nextDouble(0.8, 1.25),
          Cases.magnitude(random, 600, 90 * 86_400),
          random.nextDouble(0.3, 1.2),
          random.nextDouble(0.98, 1.05));
    }

    private static DdhMarket market(SplittableRandom random, double mark) {
      double tick = TICKS[random.nextInt(TICKS.length)];
      double step = STEPS[random.nextInt(STEPS.length)];
      double bid = mark * random.nextDouble(0.998, 1.001);
      double ask = bid + tick * random.nextInt(1, 10);
      return new DdhMarket(mark, Touch.of(bid, ask), new PerpRules(tick, step, step, 1000));
    }

    Stream<Order> orders() {
      return Stream.of(HedgeSide.values())
          .filter(side -> round.on(side).action() instanceof Place)
          .map(side -> new Order(this, side, (Place) round.on(side).action()));
    }
  }

  private record Order(Case owner, HedgeSide side, Place place) {
    double deltaBefore() {
      return owner.profile.deltaAt(place.priceUsd());
    }

    double deltaAfter() {
      return deltaBefore() + side.sign() * place.amount();
    }
  }

  private static void forAllOrders(BiConsumer<Case, Order> property) {
    Cases.forAll(
        CASES,
        random -> {
          Case one = Case.random(random);
          one.orders().forEach(order -> property.accept(one, order));
        });
  }

  @Test
  void casesAreWorthLookingAt() {
    long orders =
        IntStream.range(0, CASES)
            .mapToObj(seed -> Case.random(new SplittableRandom(seed)))
            .flatMap(Case::orders)
            .count();

    assertThat(orders).isGreaterThan(CASES / 2);
  }

  @Test
  void everyFillBringsDeltaNearerToZeroAndNotPastIt() {
    forAllOrders(
        (one, order) -> {
          assertThat(Math.abs(order.deltaAfter())).isLessThan(Math.abs(order.deltaBefore()));
          assertThat(order.side.sign() * order.deltaAfter()).isLessThan(1e-6);
        });
  }

  @Test
  void noOrderIsLargerThanTheBandOrThePresentDelta() {
    forAllOrders(
        (one, order) -> {
          double now = -order.side.sign() * one.profile.deltaAt(one.market.markUsd());
          double most = Math.max(one.parameters.maxAbsDelta(), now);
          double slack = one.market.rules().amountStep() * 1e-5;
          assertThat(order.place.amount()).isLessThanOrEqualTo(most + slack);
        });
  }

  @Test
  void pricesAndSizesAreExactMultiples() {
    forAllOrders(
        (one, order) -> {
          assertMultiple(order.place.priceUsd(), one.market.rules().tickUsd());
          assertMultiple(order.place.amount(), one.market.rules().amountStep());
        });
  }

  private static void assertMultiple(double value, double step) {
    assertThat(BigDecimal.valueOf(value).remainder(BigDecimal.valueOf(step))).isZero();
  }

  @Test
  void neitherSideCrossesTheBookOrIsMoreEagerThanItsMiddle() {
    forAllOrders(
        (one, order) -> {
          Touch touch = one.market.touch();
          double bid = touch.bidUsd().orElseThrow();
          double ask = touch.askUsd().orElseThrow();
          double eagerness = order.side.sign() * order.place.priceUsd();
          assertThat(eagerness).isLessThanOrEqualTo(order.side.sign() * (bid + ask) / 2 + 1e-5);
          assertThat(eagerness)
              .isLessThan(order.side.sign() * touch.opposite(order.side).orElseThrow());
        });
  }

  @Test
  void insideTheBandNothingRestsBeforeTheLimitOrTheEndOfTheRange() {
    forAllOrders(
        (one, order) -> {
          double move = Math.abs(one.round.on(order.side).moveUsd());
          double delta = one.profile.deltaAt(one.market.markUsd() - order.side.sign() * move);
          double reached = -order.side.sign() * delta / one.parameters.maxAbsDelta();
          double range = move / one.parameters.maxAbsSpreadUsd();
          assertThat(Math.max(reached, range)).isGreaterThan(1 - 1e-6);
        });
  }

  @Test
  void aBookWhoseDeltaOnlyFallsQuotesNothingInsideTheBand() {
    Cases.forAll(
        CASES,
        random -> {
          double delta = random.nextDouble(-0.299, 0.299);
          double gamma = -Cases.magnitude(random, 1e-6, 1);
          var market =
              new DdhMarket(2500, Touch.of(2499, 2501), new PerpRules(0.01, 0.01, 0.01, 100));
          DdhRound round =
              new GammaDdhDecision(DdhParameters.PUBLISHED, HardLimit.NEVER)
                  .decide(DeltaProfile.linear(2500, delta, gamma), market, OwnOrders.NONE, 0);
          assertThat(List.of(round.buy().action(), round.sell().action()))
              .containsOnly(new DdhAction.None());
        });
  }

  @Test
  void agreesWithThePublishedAlgorithmOnALongGammaBookBetweenTheClips() {
    Cases.forAll(
        CASES,
        random -> {
          double delta = random.nextDouble(-0.2, 0.2);
          double gamma = Cases.magnitude(random, 0.001, 0.05);
          var market =
              new DdhMarket(2500, Touch.of(2499, 2501), new PerpRules(0.01, 0.01, 0.01, 100));
          DdhRound ours =
              new GammaDdhDecision(DdhParameters.PUBLISHED, HardLimit.NEVER)
                  .decide(DeltaProfile.linear(2500, delta, gamma), market, OwnOrders.NONE, 0);
          DdhRound published =
              new FaithfulGammaDdh(DdhParameters.PUBLISHED)
                  .decide(new DdhState(delta, gamma, market, OwnOrders.NONE));
          for (HedgeSide side : HedgeSide.values()) {
            assertThat(ours.on(side).priceUsd())
                .isCloseTo(published.on(side).priceUsd(), within(1e-5));
            assertThat(ours.on(side).amount())
                .isCloseTo(published.on(side).amount(), within(0.01 * gamma + 1e-9));
          }
        });
  }
}
