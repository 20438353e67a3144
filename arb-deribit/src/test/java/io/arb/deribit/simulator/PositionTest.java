package io.arb.deribit.simulator;

import static io.arb.deribit.simulator.Vectors.decimal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.model.Perpetual;
import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Averages and profits of positions. */
final class PositionTest {
  private static final Product INVERSE = Product.of(Perpetual.of("ETH"), Flavour.INVERSE, 1);
  private static final Product LINEAR = Product.of(Perpetual.of("ETH"), Flavour.LINEAR, 2);

  static Stream<JsonNode> profits() {
    return Vectors.all(Vectors.read("deribit-delta").path("inverse_future_pnl").path("cases"));
  }

  private static Position opened(Product product, String size, String price) {
    return Position.FLAT.trade(product, new BigDecimal(size), new BigDecimal(price)).after();
  }

  @ParameterizedTest
  @MethodSource("profits")
  void earnsTheDifferenceOfReciprocals(JsonNode each) {
    BigDecimal size = decimal(each, "size_usd");
    Position position = Position.FLAT.trade(INVERSE, size, decimal(each, "entry")).after();
    Position.Traded closed = position.trade(INVERSE, size.negate(), decimal(each, "exit"));

    assertThat(Coins.round(closed.profit())).isEqualByComparingTo(decimal(each, "pnl_coin"));
    assertThat(Coins.round(position.openProfit(INVERSE, decimal(each, "exit"))))
        .isEqualByComparingTo(decimal(each, "pnl_coin"));
    assertThat(closed.after().isFlat()).isTrue();
  }

  @Test
  void averagesInverseFuturesHarmonically() {
    Position position =
        opened(INVERSE, "1000", "2000")
            .trade(INVERSE, new BigDecimal("1000"), new BigDecimal("4000"))
            .after();

    // 2000 USD for 0.5 + 0.25 coins
    assertThat(position.averagePrice(INVERSE))
        .isCloseTo(new BigDecimal("2666.66666667"), within(new BigDecimal("0.00000001")));
  }

  @Test
  void averagesLinearFuturesArithmetically() {
    Position position =
        opened(LINEAR, "1", "2000").trade(LINEAR, BigDecimal.ONE, new BigDecimal("4000")).after();

    assertThat(position.averagePrice(LINEAR)).isEqualByComparingTo("3000");
  }

  @Test
  void keepsTheAverageWhenAPositionShrinksAndStartsAnewWhenItTurns() {
    Position shrunk =
        opened(INVERSE, "1000", "2000")
            .trade(INVERSE, new BigDecimal("-400"), new BigDecimal("2500"))
            .after();
    Position turned =
        shrunk.trade(INVERSE, new BigDecimal("-1000"), new BigDecimal("2500")).after();

    assertThat(shrunk.averagePrice(INVERSE)).isEqualByComparingTo("2000");
    assertThat(turned.size()).isEqualByComparingTo("-400");
    assertThat(turned.averagePrice(INVERSE)).isEqualByComparingTo("2500");
  }

  @Test
  void countsOnlyTheSessionsProfitAfterASettlement() {
    Position settled = opened(LINEAR, "1", "2000").resettled(LINEAR, new BigDecimal("2100"));

    assertThat(settled.sessionOpenProfit(LINEAR, new BigDecimal("2150")))
        .isEqualByComparingTo("50");
    assertThat(settled.openProfit(LINEAR, new BigDecimal("2150"))).isEqualByComparingTo("150");
    assertThat(settled.averagePrice(LINEAR)).isEqualByComparingTo("2000");
  }

  @ParameterizedTest
  @EnumSource(Flavour.class)
  void losesNoMoneyHoweverAPositionIsTraded(Flavour flavour) {
    Product product = Product.of(Perpetual.of("ETH"), flavour, 1);
    for (long seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Position position = Position.FLAT;
      BigDecimal profit = BigDecimal.ZERO;
      BigDecimal worths = BigDecimal.ZERO;
      for (int i = 0; i < 20; i++) {
        BigDecimal size = BigDecimal.valueOf(random.nextInt(-50, 50));
        BigDecimal price = BigDecimal.valueOf(random.nextInt(1000, 4000));
        Position.Traded traded = position.trade(product, size, price);
        position = traded.after();
        profit = profit.add(traded.profit());
        worths = worths.add(product.worth(size, price));
      }
      // all profit so far and what is still in the position is all that was paid and received
      assertThat(profit.subtract(position.basis()).add(worths))
          .as("seed %s", seed)
          .isCloseTo(BigDecimal.ZERO, within(new BigDecimal("1e-20")));
    }
  }
}
