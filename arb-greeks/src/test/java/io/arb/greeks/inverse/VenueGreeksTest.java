package io.arb.greeks.inverse;

import static io.arb.greeks.OptionType.CALL;
import static io.arb.greeks.OptionType.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.greeks.Black76;
import io.arb.greeks.OptionPrice;
import io.arb.greeks.OptionType;
import org.junit.jupiter.api.Test;

class VenueGreeksTest {
  private static final double MILLIS_PER_YEAR = 365 * 86_400_000.0;

  private record Ticker(
      OptionType type, double forward, double strike, double years, double vol, JsonNode json) {
    static Ticker number(int index) {
      JsonNode json = InverseVectors.read("venue-tickers.json.gz").get("tickers").get(index);
      long millis = json.get("expiry_ms").asLong() - json.get("timestamp_ms").asLong();
      return new Ticker(
          json.get("type").asText().equals("C") ? CALL : PUT,
          json.get("underlying_price").asDouble(),
          json.get("strike").asDouble(),
          millis / MILLIS_PER_YEAR,
          json.get("mark_iv_percent").asDouble() / 100,
          json);
    }

    OptionPrice price() {
      return Black76.price(type, forward, strike, years, vol);
    }

    VenueGreeks greeks() {
      return VenueGreeks.of(price(), forward, years);
    }

    double published(String field) {
      return json.get("greeks").get(field).asDouble();
    }

    double recomputed(String field) {
      return json.get("recomputed").get(field).asDouble();
    }
  }

  private final Ticker twoWeeks = Ticker.number(0);
  private final Ticker eightHours = Ticker.number(1);

  @Test
  void showsTheTickerOfAnOptionWithTwoWeeksToGo() {
    VenueGreeks greeks = twoWeeks.greeks();

    assertThat(greeks.delta()).isCloseTo(twoWeeks.published("delta"), within(5.1e-6));
    assertThat(greeks.gamma()).isCloseTo(twoWeeks.published("gamma"), within(5e-6));
    assertThat(greeks.vegaPerPoint()).isCloseTo(twoWeeks.published("vega"), within(1e-4));
    assertThat(greeks.thetaShown()).isCloseTo(twoWeeks.published("theta"), within(1e-3));
    assertThat(greeks.rhoPerPercent()).isCloseTo(twoWeeks.published("rho"), within(1e-4));
  }

  @Test
  void showsTheTickerOfAnOptionInItsLastDayWithTheThetaOfItsRemainingLife() {
    VenueGreeks greeks = eightHours.greeks();

    assertThat(greeks.delta()).isCloseTo(eightHours.published("delta"), within(1.5e-5));
    assertThat(greeks.gamma()).isCloseTo(eightHours.published("gamma"), within(5e-6));
    assertThat(greeks.vegaPerPoint()).isCloseTo(eightHours.published("vega"), within(5e-5));
    assertThat(greeks.thetaShown()).isCloseTo(eightHours.published("theta"), within(5e-3));
    assertThat(greeks.rhoPerPercent()).isCloseTo(eightHours.published("rho"), within(1e-5));
  }

  @Test
  void agreesWithTheExactValuesOfBothTickers() {
    VenueGreeks two = twoWeeks.greeks();
    VenueGreeks eight = eightHours.greeks();

    assertThat(two.delta()).isCloseTo(twoWeeks.recomputed("delta"), withinPercentage(1e-9));
    assertThat(two.gamma()).isCloseTo(twoWeeks.recomputed("gamma"), withinPercentage(1e-9));
    assertThat(two.vegaPerPoint())
        .isCloseTo(twoWeeks.recomputed("vega_per_vol_point"), withinPercentage(1e-9));
    assertThat(two.thetaShown())
        .isCloseTo(twoWeeks.recomputed("theta_per_day"), withinPercentage(1e-9));
    assertThat(two.rhoPerPercent())
        .isCloseTo(twoWeeks.recomputed("rho_per_percent"), withinPercentage(1e-9));
    assertThat(eight.delta()).isCloseTo(eightHours.recomputed("delta"), withinPercentage(1e-9));
    assertThat(eight.gamma()).isCloseTo(eightHours.recomputed("gamma"), withinPercentage(1e-9));
    assertThat(eight.vegaPerPoint())
        .isCloseTo(eightHours.recomputed("vega_per_vol_point"), withinPercentage(1e-9));
    assertThat(eight.thetaShown())
        .isCloseTo(eightHours.recomputed("theta_lifetime"), withinPercentage(1e-9));
    assertThat(eight.rhoPerPercent())
        .isCloseTo(eightHours.recomputed("rho_per_percent"), withinPercentage(1e-9));
  }

  @Test
  void theLinearThetaStaysPerDayWhateverIsLeft() {
    assertThat(eightHours.price().greeks().thetaPerDay())
        .isCloseTo(eightHours.recomputed("theta_one_day"), withinPercentage(1e-9));
  }

  @Test
  void markPricesAreTheCoinPricesUpToTheVenuesSmoothing() {
    var two = new InverseOption(twoWeeks.price(), twoWeeks.forward());
    var eight = new InverseOption(eightHours.price(), eightHours.forward());

    assertThat(two.priceCoins())
        .isCloseTo(twoWeeks.recomputed("price_over_forward"), withinPercentage(1e-9));
    assertThat(two.priceCoins())
        .isCloseTo(twoWeeks.json().get("mark_price").asDouble(), withinPercentage(0.1));
    assertThat(eight.priceCoins())
        .isCloseTo(eightHours.recomputed("price_over_forward"), withinPercentage(1e-9));
    assertThat(eight.priceCoins())
        .isCloseTo(eightHours.json().get("mark_price").asDouble(), withinPercentage(0.004));
  }

  @Test
  void theSpotRhoIsNotTheOneOfTheForward() {
    assertThat(twoWeeks.price().greeks().rhoPerPercent()).isNegative();
    assertThat(twoWeeks.greeks().rhoPerPercent()).isPositive();
  }

  @Test
  void theSpotRhoIsTheSlopeByTheRateThatAlsoMovesTheForward() {
    double spot = 2000;
    double rate = 0.04;
    double years = 0.5;
    double bump = 1e-5;
    double forward = spot * Math.exp(rate * years);

    double slope =
        (callAt(spot, rate + bump, years).priceUsd() - callAt(spot, rate - bump, years).priceUsd())
            / (2 * bump);

    assertThat(VenueGreeks.of(callAt(spot, rate, years), forward, years).rhoPerPercent())
        .isCloseTo(slope / 100, within(1e-7));
  }

  private static OptionPrice callAt(double spot, double rate, double years) {
    return Black76.price(CALL, spot * Math.exp(rate * years), 2100, years, 0.7, rate);
  }

  @Test
  void showsTheTickerOfTheDocumentation() {
    JsonNode sample = InverseVectors.read("deribit-delta.json.gz").get("black76");
    double forward = sample.get("underlying_price").asDouble();
    double years =
        (sample.get("expiration_timestamp").asLong() - sample.get("timestamp").asLong())
            / MILLIS_PER_YEAR;
    OptionPrice price =
        Black76.price(CALL, forward, sample.get("strike").asDouble(), years, 0.4617);
    JsonNode computed = sample.get("computed");

    VenueGreeks greeks = VenueGreeks.of(price, forward, years);

    assertThat(greeks.vegaPerPoint())
        .isCloseTo(computed.get("vega_per_point").asDouble(), within(6e-6));
    assertThat(greeks.thetaShown())
        .isCloseTo(computed.get("theta_per_day").asDouble(), within(6e-5));
    assertThat(greeks.rhoPerPercent())
        .isCloseTo(computed.get("rho_per_point").asDouble(), within(6e-6));
    assertThat(new InverseOption(price, forward).delta(DeltaConvention.COIN))
        .isCloseTo(sample.get("check").get("delta_minus_price").asDouble(), within(6e-6));
  }
}
