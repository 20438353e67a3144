package io.arb.greeks.portfolio;

import static io.arb.greeks.OptionType.CALL;
import static io.arb.greeks.OptionType.PUT;
import static io.arb.greeks.portfolio.SkipReason.EXPIRED;
import static io.arb.greeks.portfolio.SkipReason.MISSING;
import static io.arb.greeks.portfolio.SkipReason.NO_INDEX;
import static io.arb.greeks.portfolio.SkipReason.STALE;
import static io.arb.greeks.portfolio.SkipReason.STALE_INDEX;
import static io.arb.greeks.portfolio.SmileRule.STICKY_MONEYNESS;
import static io.arb.greeks.portfolio.SmileRule.STICKY_STRIKE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.arb.greeks.Black76;
import io.arb.greeks.Greeks;
import io.arb.greeks.OptionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortfolioTest {
  private static final long NOW = 1_795_000_000_000L;
  private static final long DAY = 86_400_000L;
  private static final GreeksRules RULES = new GreeksRules(STICKY_STRIKE, 30 / 365.0, 5_000);
  private static final Map<String, Index> INDICES =
      Map.of("BTC", new Index(100_000, NOW), "ETH", new Index(2_000, NOW));

  private static Leg option(
      String name, double quantity, OptionType type, double strike, double forward, int days) {
    return new Leg(name, "BTC", quantity, 1, modelled(type, strike, forward, days, 0, NOW));
  }

  private static LegValue modelled(
      OptionType type, double strike, double forward, int days, double slope, long asOf) {
    return new LegValue.Modelled(type, strike, forward, 0.55, NOW + days * DAY, slope, asOf);
  }

  private static UnderlyingGreeks btc(GreeksRules rules, Leg... legs) {
    return new Portfolio(List.of(legs), INDICES).greeks(rules, NOW).of("BTC").orElseThrow();
  }

  private static double delta(OptionType type, double strike, double forward, int days) {
    return Black76.price(type, forward, strike, days / 365.0, 0.55).greeks().delta();
  }

  @Test
  void oneLegAtTheIndexIsTheOption() {
    Greeks call = Black76.price(CALL, 100_000, 105_000, 30 / 365.0, 0.55).greeks();

    UnderlyingGreeks greeks = btc(RULES, option("call", 1, CALL, 105_000, 100_000, 30));

    assertThat(greeks.greeks())
        .isEqualTo(
            new IndexGreeks(
                call.delta(),
                call.delta(),
                call.gamma(),
                call.vega(),
                call.vega(),
                call.theta(),
                call.rho()));
    assertThat(greeks.counted()).isEqualTo(1);
  }

  @Test
  void quantityAndMultiplierScaleALeg() {
    Leg leg = new Leg("mini", "BTC", -30, 0.1, modelled(PUT, 95_000, 100_000, 7, 0, NOW));

    assertThat(btc(RULES, leg).delta())
        .isCloseTo(-3 * delta(PUT, 95_000, 100_000, 7), within(1e-15));
  }

  @Test
  void convertsToUsdByTheIndex() {
    UnderlyingGreeks greeks = btc(RULES, option("call", 1, CALL, 105_000, 100_000, 30));

    assertThat(greeks.deltaUsd()).isCloseTo(40_881.8631547, within(1e-7));
    assertThat(greeks.gammaUsdPerPercent()).isCloseTo(2_463.69866866, within(1e-7));
  }

  @Test
  void theForwardOfAnExpiryMovesInProportionToTheIndex() {
    UnderlyingGreeks far = btc(RULES, option("far", 1, CALL, 105_000, 105_000, 365));
    Greeks unit = Black76.price(CALL, 105_000, 105_000, 1, 0.55).greeks();

    assertThat(far.delta()).isCloseTo(unit.delta() * 1.05, within(1e-15));
    assertThat(far.greeks().gamma()).isCloseTo(unit.gamma() * 1.05 * 1.05, within(1e-20));
    assertThat(far.greeks().vega()).isEqualTo(unit.vega());
    assertThat(far.deltaUsd()).isCloseTo(unit.delta() * 105_000, within(1e-9));
  }

  @Test
  void deltaByTheIndexIsTheSlopeOfTheValueByTheIndex() {
    double bump = 1;
    double up = Black76.price(CALL, 1.03 * 100_001, 105_000, 90 / 365.0, 0.55).priceUsd();
    double down = Black76.price(CALL, 1.03 * 99_999, 105_000, 90 / 365.0, 0.55).priceUsd();

    assertThat(btc(RULES, option("far", 1, CALL, 105_000, 103_000, 90)).delta())
        .isCloseTo((up - down) / (2 * bump), within(1e-8));
  }

  @Test
  void futuresCountWithTheirBasisAndCarryNothingElse() {
    Leg future = new Leg("future", "BTC", -2, 0.5, new LegValue.Linear(101_000, NOW));

    assertThat(btc(RULES, future).greeks()).isEqualTo(new IndexGreeks(-1.01, -1.01, 0, 0, 0, 0, 0));
    assertThat(btc(RULES, future).vegaBuckets()).isEmpty();
  }

  @Test
  void givenGreeksAreTakenAsTheyAre() {
    var greeks = Greeks.ofVenue(0.62396, 7e-5, 22.57564, -64.77785, 6.46787);
    Leg leg =
        new Leg("listed", "BTC", 2, 1, new LegValue.Given(greeks, 100_000, NOW + DAY, 0, NOW));

    assertThat(btc(RULES, leg).delta()).isEqualTo(1.24792);
    assertThat(btc(RULES, leg).greeks().theta()).isCloseTo(-47_287.8305, within(1e-9));
  }

  @Test
  void reportsBothSmileDeltasAndFollowsTheChosenOne() {
    double slope = -0.2;
    Leg leg = new Leg("skewed", "BTC", 1, 1, modelled(PUT, 90_000, 100_000, 30, slope, NOW));
    Greeks unit = Black76.price(PUT, 100_000, 90_000, 30 / 365.0, 0.55).greeks();
    double adjusted = unit.delta() + unit.vega() * 0.2 / 100_000;

    UnderlyingGreeks strike = btc(RULES, leg);
    UnderlyingGreeks moneyness = btc(new GreeksRules(STICKY_MONEYNESS, 30 / 365.0, 5_000), leg);

    assertThat(strike.delta()).isEqualTo(unit.delta());
    assertThat(moneyness.delta()).isCloseTo(adjusted, within(1e-15));
    assertThat(strike.greeks()).isEqualTo(moneyness.greeks());
    assertThat(moneyness.deltaUsd()).isCloseTo(adjusted * 100_000, within(1e-9));
  }

  /** The whole smile {@code 0.55 - 0.2 k + k^2} is repriced at the moved forward. */
  @Test
  void theStickyMoneynessDeltaIsTheSlopeAlongAMovingSmile() {
    double k = Math.log(0.9);
    double vol = 0.55 - 0.2 * k + k * k;
    var value = new LegValue.Modelled(PUT, 90_000, 100_000, vol, NOW + 30 * DAY, -0.2 + 2 * k, NOW);

    double slope = (onSmile(100_010) - onSmile(99_990)) / 20;

    assertThat(btc(RULES, new Leg("put", "BTC", 1, 1, value)).greeks().stickyMoneynessDelta())
        .isCloseTo(slope, within(1e-7));
  }

  private static double onSmile(double forward) {
    double k = Math.log(90_000 / forward);
    return Black76.price(PUT, forward, 90_000, 30 / 365.0, 0.55 - 0.2 * k + k * k).priceUsd();
  }

  @Test
  void bucketsVegaByExpiryAndWeighsItByTheRootOfTime() {
    UnderlyingGreeks greeks =
        btc(
            RULES,
            option("far", 1, CALL, 100_000, 100_000, 120),
            option("near", -1, CALL, 100_000, 100_000, 30),
            option("near put", -1, PUT, 100_000, 100_000, 30),
            new Leg("perpetual", "BTC", 1, 1, new LegValue.Linear(100_000, NOW)));
    double far = Black76.price(CALL, 100_000, 100_000, 120 / 365.0, 0.55).greeks().vega();
    double near = Black76.price(CALL, 100_000, 100_000, 30 / 365.0, 0.55).greeks().vega();

    assertThat(greeks.vegaBuckets())
        .containsExactly(
            new VegaBucket(NOW + 30 * DAY, -2 * near, -2 * near),
            new VegaBucket(NOW + 120 * DAY, far, far / 2));
    assertThat(greeks.greeks().vega()).isCloseTo(far - 2 * near, withinPercentage(1e-12));
    assertThat(greeks.greeks().weightedVega())
        .isCloseTo(far / 2 - 2 * near, withinPercentage(1e-12));
  }

  @Test
  void underlyingsAreOnlyAddedInUsd() {
    Leg eth = new Leg("eth", "ETH", 10, 1, new LegValue.Linear(2_000, NOW));
    Leg btc = new Leg("btc", "BTC", -0.5, 1, new LegValue.Linear(100_000, NOW));

    PortfolioGreeks greeks = new Portfolio(List.of(eth, btc), INDICES).greeks(RULES, NOW);

    assertThat(greeks.underlyings())
        .extracting(UnderlyingGreeks::underlying, UnderlyingGreeks::delta)
        .containsExactly(tuple("BTC", -0.5), tuple("ETH", 10.0));
    assertThat(greeks.deltaUsd()).isEqualTo(-30_000);
    assertThat(greeks.isComplete()).isTrue();
  }

  @Test
  void totalsAreSumsOverUnderlyings() {
    var eth = new LegValue.Modelled(CALL, 2_000, 2_000, 0.7, NOW + 30 * DAY, 0, NOW);
    var legs =
        List.of(option("btc", 1, CALL, 100_000, 100_000, 30), new Leg("eth", "ETH", 50, 1, eth));

    PortfolioGreeks greeks = new Portfolio(legs, INDICES).greeks(RULES, NOW);
    UnderlyingGreeks one = greeks.of("BTC").orElseThrow();
    UnderlyingGreeks two = greeks.of("ETH").orElseThrow();

    assertThat(greeks.gammaUsdPerPercent())
        .isEqualTo(one.gammaUsdPerPercent() + two.gammaUsdPerPercent());
    assertThat(greeks.weightedVega())
        .isEqualTo(one.greeks().weightedVega() + two.greeks().weightedVega());
    assertThat(greeks.theta()).isEqualTo(one.greeks().theta() + two.greeks().theta());
  }

  @Test
  void legsThatCannotBeValuedAreReportedAndNotCounted() {
    Leg good = option("good", 1, CALL, 105_000, 100_000, 30);
    Leg missing = new Leg("missing", "BTC", 1, 1, new LegValue.Missing("no ticker yet"));
    Leg stale = new Leg("stale", "BTC", 1, 1, modelled(CALL, 1, 1, 1, 0, NOW - 5_001));
    Leg expired = option("expired", 1, CALL, 105_000, 100_000, 0);
    Leg unknown = new Leg("unknown", "SOL", 1, 1, new LegValue.Linear(100, NOW));
    var legs = List.of(unknown, stale, good, missing, expired);

    PortfolioGreeks greeks = new Portfolio(legs, INDICES).greeks(RULES, NOW);

    assertThat(greeks.isComplete()).isFalse();
    assertThat(greeks.skipped())
        .containsExactly(
            new SkippedLeg(expired, EXPIRED),
            new SkippedLeg(missing, MISSING),
            new SkippedLeg(stale, STALE),
            new SkippedLeg(unknown, NO_INDEX));
    assertThat(greeks.of("BTC")).contains(btc(RULES, good));
    assertThat(greeks.of("SOL")).isEmpty();
  }

  @Test
  void nothingOfAnUnderlyingCountsUnderAStaleIndex() {
    Leg perpetual = new Leg("perpetual", "BTC", 1, 1, new LegValue.Linear(100_000, NOW));
    var indices = Map.of("BTC", new Index(100_000, NOW - 5_001));

    PortfolioGreeks greeks = new Portfolio(List.of(perpetual), indices).greeks(RULES, NOW);

    assertThat(greeks.underlyings()).isEmpty();
    assertThat(greeks.skipped()).containsExactly(new SkippedLeg(perpetual, STALE_INDEX));
  }

  @Test
  void valuesAtTheAgeLimitAndFromTheFutureCount() {
    Leg old = new Leg("old", "BTC", 1, 1, new LegValue.Linear(100_000, NOW - 5_000));
    Leg ahead = new Leg("ahead", "BTC", 1, 1, new LegValue.Linear(100_000, NOW + 50));

    assertThat(btc(RULES, old, ahead).counted()).isEqualTo(2);
  }

  @Test
  void laterChangesOfTheListDoNotReachThePortfolio() {
    var legs = new ArrayList<>(List.of(option("call", 1, CALL, 105_000, 100_000, 30)));
    var portfolio = new Portfolio(legs, INDICES);

    legs.clear();

    assertThat(portfolio.greeks(RULES, NOW).of("BTC")).isPresent();
  }

  @Test
  void refusesWhatIsNotANumber() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Leg("leg", "BTC", Double.NaN, 1, new LegValue.Linear(1, NOW)))
        .withMessageStartingWith("quantity");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Leg("leg", "BTC", 1, 0, new LegValue.Linear(1, NOW)))
        .withMessageStartingWith("multiplier");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> modelled(CALL, 100, 100, 1, Double.NaN, NOW))
        .withMessageStartingWith("volSlope");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GreeksRules(STICKY_STRIKE, 0, 1))
        .withMessageStartingWith("referenceYears");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Index(0, NOW))
        .withMessageStartingWith("priceUsd");
  }
}
