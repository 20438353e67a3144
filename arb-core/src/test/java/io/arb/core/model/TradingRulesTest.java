package io.arb.core.model;

import static io.arb.core.market.MarketFixture.CALL;
import static io.arb.core.market.MarketFixture.NOW;
import static io.arb.core.market.MarketFixture.OPTION_FEES;
import static io.arb.core.market.MarketFixture.PERP;
import static io.arb.core.market.MarketFixture.PERP_FEES;
import static io.arb.core.market.MarketFixture.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TradingRulesTest {
  @Test
  void theRatePartOfAnOptionFeeIsCappedByThePremium() {
    Money cheap =
        OPTION_FEES.fee(Liquidity.TAKER, Price.of("2500"), Price.of("2"), Quantity.of("10"));
    Money dear =
        OPTION_FEES.fee(Liquidity.TAKER, Price.of("2500"), Price.of("80"), Quantity.of("10"));

    assertThat(cheap).isEqualTo(Money.of("3")); // 12.5 % of 20, plus 0.50
    assertThat(dear).isEqualTo(Money.of("8")); // 0.03 % of 25,000, plus 0.50
  }

  @Test
  void aMakerPaysNoBaseFee() {
    assertThat(PERP_FEES.fee(Liquidity.MAKER, Price.of("2500"), Price.of("2500"), Quantity.of("2")))
        .isEqualTo(Money.of("0.5"));
  }

  @Test
  void anOrderableSizeIsAMultipleOfStepBetweenMinimumAndMaximum() {
    InstrumentSpec spec = spec(PERP);

    assertThat(spec.orderable(Quantity.of("0.999"))).isEqualTo(Quantity.of("0.99"));
    assertThat(spec.orderable(Quantity.of("0.0999"))).isEqualTo(Quantity.ZERO);
    assertThat(spec.orderable(Quantity.of("5000"))).isEqualTo(Quantity.of("1000"));
  }

  @Test
  void anOrderIsForSomethingAtSomePrice() {
    assertThatThrownBy(() -> order("0", "1")).hasMessageContaining("quantity");
    assertThatThrownBy(() -> order("1", "0")).hasMessageContaining("limit");
  }

  private static OrderRequest order(String quantity, String limit) {
    return new OrderRequest(
        new ClientOrderId(1000),
        CALL,
        Side.SELL,
        Quantity.of(quantity),
        Price.of(limit),
        TimeInForce.POST_ONLY,
        false,
        NOW);
  }

  @Test
  void anOrderCannotTradeMoreThanItsSize() {
    assertThatThrownBy(
            () ->
                new OrderUpdate(
                    Optional.empty(),
                    new VenueOrderId("x"),
                    CALL,
                    Side.SELL,
                    Quantity.of("1"),
                    Quantity.of("1.01"),
                    Price.of("80"),
                    OrderStatus.OPEN,
                    "",
                    NOW))
        .hasMessageContaining("filled");
  }
}
