package io.arb.greeks.inverse;

import static io.arb.greeks.OptionType.CALL;
import static io.arb.greeks.OptionType.PUT;
import static io.arb.greeks.inverse.DeltaConvention.COIN;
import static io.arb.greeks.inverse.DeltaConvention.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.greeks.Black76;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoinAccountTest {
  private static final double FORWARD = 100_000;

  private static InverseOption option(double forward) {
    return new InverseOption(Black76.price(CALL, forward, 105_000, 30 / 365.0, 0.55), forward);
  }

  @Test
  void aLongCallIsHedgedWithItsNetDeltaInCoins() {
    var account = CoinAccount.holding(0).plusOption(1, option(FORWARD));

    assertThat(account.hedge(COIN, 0, FORWARD).notionalUsd()).isCloseTo(-36_635.54, within(0.006));
    assertThat(account.linearHedgeCoins(COIN, 0)).isCloseTo(-0.366355448192, within(5e-13));
  }

  @Test
  void anAccountThatOwnsNothingButTheCallIsHedgedWithItsPlainDeltaInUsd() {
    InverseOption call = option(FORWARD);
    var account = CoinAccount.holding(call.priceCoins()).plusOption(1, call);

    assertThat(account.linearHedgeCoins(USD, 0)).isCloseTo(-0.408818631547, within(5e-13));
  }

  static Stream<JsonNode> inverseHedges() {
    return InverseVectors.deltaCases("hedge_sizes")
        .filter(row -> row.get("product").asText().equals("inverse"))
        .filter(row -> !row.get("mode").asText().equals("bs"));
  }

  @ParameterizedTest
  @MethodSource("inverseHedges")
  void hedgesTheBooksOfTheVectors(JsonNode row) {
    CoinAccount account = CoinAccount.holding(row.get("equity_coin").asDouble(0));
    for (JsonNode option : row.get("options")) {
      account =
          account.plusOption(
              option.get("size").asDouble(),
              option.get("delta").asDouble(),
              option.get("mark_price").asDouble());
    }
    for (JsonNode future : row.get("futures")) {
      var position = new InverseFuture(future.get("size_usd").asDouble());
      account = account.plusFuture(position, future.get("mark_price").asDouble());
    }
    DeltaConvention convention =
        DeltaConvention.valueOf(row.get("mode").asText().toUpperCase(Locale.ROOT));
    double target = row.get("target_coin").asDouble();
    double price = row.get("hedge_price").asDouble();

    assertThat(account.exposureCoins(COIN))
        .isCloseTo(row.get("delta_total").asDouble(), within(6e-9));
    assertThat(account.exposureCoins(convention))
        .isCloseTo(row.get("exposure_coin").asDouble(), within(6e-9));
    assertThat(account.hedge(convention, target, price).notionalUsd())
        .isCloseTo(row.get("hedge_usd_exact").asDouble(), within(6e-9 * price));
  }

  static Stream<JsonNode> accounts() {
    return InverseVectors.deltaCases("account_delta");
  }

  @ParameterizedTest
  @MethodSource("accounts")
  void theCoinExposureIsTheVenuesDeltaTotal(JsonNode row) {
    double futures =
        InverseVectors.stream(row.get("futures_size_currency"))
            .mapToDouble(JsonNode::asDouble)
            .sum();
    var account =
        new CoinAccount(
            7, row.get("options_delta").asDouble(), row.get("options_value").asDouble(), futures);

    assertThat(account.exposureCoins(COIN))
        .isCloseTo(row.get("delta_total").asDouble(), within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {2, 0, -0.5})
  void theCoinHedgeMakesTheCoinsOfTheWholeAccountStandStill(double cashCoins) {
    assertThat(coinsAfterOneDollar(COIN, cashCoins))
        .isCloseTo(coinsOfThreeCalls(cashCoins), within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(doubles = {2, 0, -0.5})
  void theUsdHedgeMakesTheDollarsOfTheWholeAccountStandStill(double cashCoins) {
    assertThat(coinsAfterOneDollar(USD, cashCoins) * (FORWARD + 1))
        .isCloseTo(coinsOfThreeCalls(cashCoins) * FORWARD, within(1e-4));
  }

  private static double coinsOfThreeCalls(double cashCoins) {
    return cashCoins + 3 * option(FORWARD).priceCoins();
  }

  private static double coinsAfterOneDollar(DeltaConvention convention, double cashCoins) {
    var account = CoinAccount.holding(coinsOfThreeCalls(cashCoins)).plusOption(3, option(FORWARD));
    InverseFuture hedge = account.hedge(convention, 0, FORWARD);
    assertThat(account.plusFuture(hedge, FORWARD).exposureCoins(convention))
        .isCloseTo(0, within(1e-15));
    double moved = FORWARD + 1;
    return cashCoins + 3 * option(moved).priceCoins() + hedge.profitCoins(FORWARD, moved);
  }

  @Test
  void aShortPutIsLong() {
    var put = new InverseOption(Black76.price(PUT, FORWARD, 95_000, 7 / 365.0, 0.55), FORWARD);

    assertThat(CoinAccount.holding(0).plusOption(-3, put).exposureCoins(COIN)).isPositive();
  }
}
