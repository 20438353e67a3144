package io.arb.greeks.inverse;

import static io.arb.greeks.OptionType.CALL;
import static io.arb.greeks.OptionType.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arb.greeks.Black76;
import io.arb.greeks.OptionPrice;
import io.arb.greeks.OptionType;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rule for averaged settlement against simulated paths of the index. The geometric average of
 * each path, whose option has a closed form, removes most of the noise.
 */
class SettlementWindowReferenceTest {
  private static final double YEAR = 365 * 86_400;
  private static final double FORWARD = 100_000;
  private static final int STEPS = 200;
  private static final int PATHS = 20_000;

  private record Estimate(double priceUsd, double deltaCoins, double errorUsd) {}

  /** Averages of one path over what is left of the window, as multiples of the forward. */
  private record Averages(double arithmetic, double geometric) {}

  private static Averages path(RandomGenerator random, double ahead, double open, double vol) {
    double step = open / STEPS;
    double log = -vol * vol * ahead / 2 + vol * Math.sqrt(ahead) * random.nextGaussian();
    double arithmetic = Math.exp(log) / 2;
    double logs = log / 2;
    for (int i = 1; i <= STEPS; i++) {
      log += -vol * vol * step / 2 + vol * Math.sqrt(step) * random.nextGaussian();
      double weight = i == STEPS ? 0.5 : 1;
      arithmetic += weight * Math.exp(log);
      logs += weight * log;
    }
    return new Averages(arithmetic / STEPS, Math.exp(logs / STEPS));
  }

  /** Mean and variance of the trapezoidal average of the logarithms are known exactly. */
  private static double geometricOption(
      OptionType type, double open, double strike, double ahead, double window, double vol) {
    double variance = vol * vol * (ahead + window / 3 * (1 + 0.5 / ((double) STEPS * STEPS)));
    double mean = -vol * vol * (ahead + window / 2) / 2;
    double forward = open * Math.exp(mean + variance / 2);
    return Black76.price(type, forward, strike, 1, Math.sqrt(variance)).priceUsd();
  }

  private static Estimate simulate(
      SettlementWindow window, OptionType type, double strikeUsd, double vol) {
    double share = window.openShare();
    double left = Math.min(window.secondsToExpiry(), 1800) / YEAR;
    double ahead = window.secondsToExpiry() / YEAR - left;
    double strike = strikeUsd - window.fixedShare() * window.fixedAverageUsd();
    double open = share * FORWARD;
    var random = new SplittableRandom(20_261_122);
    double sum = 0;
    double squares = 0;
    double delta = 0;
    for (int i = 0; i < PATHS; i++) {
      Averages averages = path(random, ahead, left, vol);
      double payoff = type.intrinsicUsd(open * averages.arithmetic, strike);
      double controlled = payoff - type.intrinsicUsd(open * averages.geometric, strike);
      sum += controlled;
      squares += controlled * controlled;
      delta += Math.signum(payoff) * type.sign() * share * averages.arithmetic;
    }
    double mean = sum / PATHS;
    double error = Math.sqrt((squares / PATHS - mean * mean) / PATHS);
    double control = geometricOption(type, open, strike, ahead, left, vol);
    return new Estimate(control + mean, delta / PATHS, error);
  }

  /** Error allowed: the one the rule is documented with, and four standard errors of the paths. */
  @ParameterizedTest
  @CsvSource({
    "CALL, 1800, 0, 100000, 0.55",
    "PUT, 1800, 0, 99900, 0.55",
    "CALL, 1800, 0, 100800, 3",
    "CALL, 5400, 0, 100300, 0.8",
    "CALL, 900, 100050, 100020, 0.55",
    "PUT, 900, 99950, 100000, 0.55",
    "CALL, 600, 100100, 100060, 3",
    "PUT, 120, 100000, 100000, 1",
  })
  void pricesTheAverageOfSimulatedPaths(
      OptionType type, double seconds, double average, double strike, double vol) {
    var window = new SettlementWindow(seconds, average);

    OptionPrice price = window.price(type, FORWARD, strike, vol);
    Estimate reference = simulate(window, type, strike, vol);

    double tau = Math.min(seconds, 1800) / YEAR;
    double rule = window.openShare() * FORWARD * vol * vol * tau / 100;
    assertThat(price.priceUsd())
        .isCloseTo(reference.priceUsd(), within(rule + 4 * reference.errorUsd()));
    assertThat(price.greeks().delta())
        .isCloseTo(reference.deltaCoins(), within(0.015 * window.openShare()));
  }

  @Test
  void theRuleIsTheOneForAveragesNotForTheLastPrice() {
    var window = SettlementWindow.ahead(1800);
    double atLastPrice = Black76.price(CALL, FORWARD, FORWARD, 1800 / YEAR, 0.55).priceUsd();

    double reference = simulate(window, CALL, FORWARD, 0.55).priceUsd();

    assertThat(reference / atLastPrice).isCloseTo(1 / Math.sqrt(3), within(1e-3));
    assertThat(window.price(CALL, FORWARD, FORWARD, 0.55).priceUsd() / atLastPrice)
        .isCloseTo(1 / Math.sqrt(3), within(1e-3));
    assertThat(simulate(window, PUT, FORWARD, 0.55).priceUsd())
        .isCloseTo(reference, within(0.01 * reference));
  }
}
