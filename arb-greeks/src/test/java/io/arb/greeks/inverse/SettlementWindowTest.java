package io.arb.greeks.inverse;

import static io.arb.greeks.OptionType.CALL;
import static io.arb.greeks.OptionType.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.arb.greeks.Black76;
import io.arb.greeks.Cases;
import io.arb.greeks.Greeks;
import io.arb.greeks.OptionPrice;
import io.arb.greeks.OptionType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlementWindowTest {
  private static final double YEAR = 365 * 86_400;

  @ParameterizedTest
  @CsvSource({"86400, 0, 85200", "1800, 0, 600", "900, 0.5, 300", "90, 0.95, 30", "0, 1, 0"})
  void theAverageDeviatesLikeAThirdOfTheOpenWindow(double seconds, double fixed, double third) {
    var window = new SettlementWindow(seconds, seconds < 1800 ? 100_000 : 0);

    assertThat(window.fixedShare()).isCloseTo(fixed, within(1e-15));
    assertThat(window.openShare()).isCloseTo(1 - fixed, within(1e-15));
    assertThat(window.deviationYears() * YEAR).isCloseTo(third, within(1e-9));
  }

  @Test
  void longBeforeTheWindowTheOptionIsAnOrdinaryOneWithTwentyMinutesLess() {
    OptionPrice averaged = SettlementWindow.ahead(86_400).price(CALL, 100_000, 101_000, 0.55);
    OptionPrice ordinary = Black76.price(CALL, 100_000, 101_000, (86_400 - 1200) / YEAR, 0.55);

    assertThat(averaged.priceUsd()).isEqualTo(ordinary.priceUsd());
    assertThat(averaged.greeks().delta()).isEqualTo(ordinary.greeks().delta());
    assertThat(averaged.greeks().gamma()).isEqualTo(ordinary.greeks().gamma());
    assertThat(averaged.greeks().theta())
        .isCloseTo(ordinary.greeks().theta(), withinPercentage(1e-10));
    assertThat(averaged.greeks().rho()).isEqualTo(-86_400 / YEAR * averaged.priceUsd());
  }

  @Test
  void insideTheOpenShareOfTheForwardIsStruckAtWhatTheFixedShareLeaves() {
    var window = new SettlementWindow(600, 100_300);
    OptionPrice rest = Black76.price(CALL, 100_000 / 3.0, 99_900 - 200_600 / 3.0, 200 / YEAR, 0.6);

    OptionPrice price = window.price(CALL, 100_000, 99_900, 0.6);

    assertThat(price.priceUsd()).isCloseTo(rest.priceUsd(), within(1e-9));
    assertThat(price.greeks().delta()).isCloseTo(rest.greeks().delta() / 3, within(1e-12));
    assertThat(price.greeks().gamma()).isCloseTo(rest.greeks().gamma() / 9, withinPercentage(1e-9));
    assertThat(price.greeks().vega()).isCloseTo(rest.greeks().vega(), withinPercentage(1e-9));
  }

  @Test
  void aStrikeTheFixedShareAloneExceedsIsDecided() {
    var window = new SettlementWindow(900, 100_000);

    OptionPrice call = window.price(CALL, 90_000, 40_000, 0.6);

    assertThat(call.priceUsd()).isCloseTo(55_000, within(1e-9));
    assertThat(call.greeks().delta()).isEqualTo(0.5);
    assertThat(call.greeks().gamma()).isZero();
    assertThat(window.price(PUT, 90_000, 40_000, 0.6).priceUsd()).isZero();
    assertThat(window.price(PUT, 90_000, 40_000, 0.6).greeks().delta()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"CALL, 99000, 1000", "CALL, 101000, 0", "PUT, 101000, 1000", "PUT, 99000, 0"})
  void atExpiryTheAverageAloneDecides(OptionType type, double strike, double payoff) {
    OptionPrice price = new SettlementWindow(0, 100_000).price(type, 150_000, strike, 0.6);

    assertThat(price.priceUsd()).isEqualTo(payoff);
    assertThat(price.greeks()).isEqualTo(Greeks.NONE);
  }

  @Test
  void greeksAreSlopesOfThePrice() {
    Cases.forAll(
        300,
        random -> {
          double seconds = random.nextDouble(5, 3600);
          double average = seconds < 1800 ? 100_000 * random.nextDouble(0.998, 1.002) : 0;
          var window = new SettlementWindow(seconds, average);
          OptionType type = random.nextBoolean() ? CALL : PUT;
          double strike = 100_000 * random.nextDouble(0.998, 1.002);
          double vol = random.nextDouble(0.3, 3);
          double bump = 100_000 * vol * Math.sqrt(window.deviationYears()) * 1e-3;

          OptionPrice price = window.price(type, 100_000, strike, vol);
          OptionPrice up = window.price(type, 100_000 + bump, strike, vol);
          OptionPrice down = window.price(type, 100_000 - bump, strike, vol);
          double wilder = window.price(type, 100_000, strike, vol * 1.001).priceUsd();
          double calmer = window.price(type, 100_000, strike, vol * 0.999).priceUsd();

          double slope = (up.priceUsd() - down.priceUsd()) / (2 * bump);
          double bend = (up.greeks().delta() - down.greeks().delta()) / (2 * bump);
          assertThat(price.greeks().delta()).isCloseTo(slope, within(1e-6));
          assertThat(price.greeks().gamma() * bump).isCloseTo(bend * bump, within(1e-8));
          assertThat(price.greeks().vega())
              .isCloseTo((wilder - calmer) / (0.002 * vol), within(1e-2));
        });
  }

  /**
   * The average absorbs the index as time passes. The relative error of two thousandths is that of
   * the lognormal average.
   */
  @ParameterizedTest
  @CsvSource({"1200, 100100, 99950", "600, 99900, 100050", "1799, 100000, 100000"})
  void thetaIsTheCostOfTimeWithAnUnmovedIndex(double seconds, double average, double strike) {
    double passed = 0.01;
    double fixed = 1800 - seconds;
    double later = (fixed * average + passed * 100_000) / (fixed + passed);
    var now = new SettlementWindow(seconds, average);
    var then = new SettlementWindow(seconds - passed, later);

    double change =
        then.price(CALL, 100_000, strike, 0.55).priceUsd()
            - now.price(CALL, 100_000, strike, 0.55).priceUsd();

    assertThat(now.price(CALL, 100_000, strike, 0.55).greeks().theta())
        .isCloseTo(change / passed * YEAR, withinPercentage(0.2));
  }

  @Test
  void refusesAnAverageBeforeTheWindowAndNoneInside() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SettlementWindow(3600, 100_000))
        .withMessageContaining("0 before, got 100000.0 at 3600.0 seconds");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SettlementWindow.ahead(1799))
        .withMessageContaining("above 0 in the last 1800.0 seconds");
    assertThatIllegalArgumentException().isThrownBy(() -> new SettlementWindow(-1, 100_000));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SettlementWindow.ahead(3600).price(CALL, Double.NaN, 1, 1))
        .withMessageStartingWith("forwardUsd");
  }
}
