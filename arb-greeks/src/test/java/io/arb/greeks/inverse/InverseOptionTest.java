package io.arb.greeks.inverse;

import static io.arb.greeks.OptionType.CALL;
import static io.arb.greeks.OptionType.PUT;
import static io.arb.greeks.inverse.DeltaConvention.COIN;
import static io.arb.greeks.inverse.DeltaConvention.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.greeks.Black76;
import io.arb.greeks.Greeks;
import io.arb.greeks.OptionPrice;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InverseOptionTest {
  private static final double FORWARD = 100_000;
  private static final OptionPrice CALL_USD =
      Black76.price(CALL, FORWARD, 105_000, 30 / 365.0, 0.55);

  private final InverseOption call = new InverseOption(CALL_USD, FORWARD);

  @Test
  void isWorthItsUsdValueOverTheForward() {
    assertThat(call.priceCoins()).isCloseTo(0.0424631833556, within(5e-14));
  }

  @Test
  void theCoinDeltaLeavesThePremiumOut() {
    assertThat(call.delta(USD)).isCloseTo(0.408818631547, within(5e-13));
    assertThat(call.delta(COIN)).isCloseTo(0.366355448192, within(5e-13));
  }

  @Test
  void slopeAndConvexityInCoinsMatchTheWorkedExample() {
    assertThat(call.coinsPerUsd()).isCloseTo(3.66355448192e-6, within(5e-18));
    assertThat(call.convexity()).isCloseTo(1.73098777228e-10, within(5e-22));
  }

  @Test
  void vegaIsPerPointAndThetaPerDayInCoins() {
    assertThat(call.vegaPerPoint()).isCloseTo(0.001113726795, within(5e-13));
    assertThat(call.thetaPerDay()).isCloseTo(-0.001020916229, within(5e-13));
  }

  @Test
  void aCallStruckAtZeroIsTheCoinItself() {
    var coin = new InverseOption(Black76.price(CALL, FORWARD, 0, 1, 0.55), FORWARD);

    assertThat(coin.priceCoins()).isEqualTo(1);
    assertThat(coin.delta(USD)).isEqualTo(1);
    assertThat(coin.delta(COIN)).isZero();
    assertThat(coin.convexity()).isZero();
  }

  static Stream<JsonNode> netTransactionDeltas() {
    return InverseVectors.deltaCases("net_transaction_delta");
  }

  @ParameterizedTest
  @MethodSource("netTransactionDeltas")
  void theCoinDeltaIsTheVenuesNetTransactionDelta(JsonNode row) {
    var usd =
        OptionPrice.of(
            row.get("mark_price").asDouble() * FORWARD,
            0.5,
            new Greeks(row.get("bs_delta").asDouble(), 0, 0, 0, 0));

    assertThat(new InverseOption(usd, FORWARD).delta(COIN))
        .isCloseTo(row.get("net_transaction_delta").asDouble(), within(1e-15));
  }

  @Test
  void aPutFarInTheMoneyHasACoinDeltaBelowMinusOne() {
    var put = new InverseOption(Black76.price(PUT, FORWARD, 200_000, 30 / 365.0, 0.55), FORWARD);

    assertThat(put.delta(COIN)).isBetween(-2.0, -1.99);
  }

  @Test
  void refusesAForwardOfZero() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InverseOption(CALL_USD, 0))
        .withMessage("forwardUsd must be a finite number above 0, got 0.0");
  }
}
