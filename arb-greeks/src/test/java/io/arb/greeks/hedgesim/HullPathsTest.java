package io.arb.greeks.hedgesim;

import static io.arb.greeks.OptionType.CALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.greeks.JsonVectors;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The two worked paths of Hull's chapter on the greeks, Tables 19.2 and 19.3. */
class HullPathsTest {
  private static final JsonNode FILE = JsonVectors.read("hedge-sim.json.gz").get("hull_paths");
  private static final double WEEK = 1 / 52.0;
  private static final OptionBook BOOK =
      new OptionBook(List.of(new BookLeg(-100_000, CALL, 50, 20 * WEEK, 0.2)), 0.05);

  @ParameterizedTest
  @CsvSource({"table_19_2, 263300", "table_19_3, 256600"})
  void reproducesEveryRowWithDeltasOfThreeDecimals(String table, double publishedTotal) {
    HedgeReplay replay = replay(table, 100);

    for (int week = 0; week < 20; week++) {
      double[] printed = JsonVectors.doubles(FILE.get(table).get(week));
      HedgeReplay.Row row = replay.rows().get(week);
      assertThat(row.priceUsd()).isEqualTo(printed[0]);
      assertThat(row.held() / 100_000).isCloseTo(printed[1], within(1e-9));
      assertThat(-row.delta() / 100_000).isCloseTo(printed[1], within(0.0005));
      assertThat(row.tradedUsd() / 1000).isCloseTo(printed[2], within(0.06));
      // The printed column adds up interest rounded to 0.1 every week.
      assertThat(row.cumulativeCostUsd() / 1000).isCloseTo(printed[3], within(0.3));
      assertThat(row.interestUsd() / 1000).isCloseTo(printed[4], within(0.06));
    }
    assertThat(replay.hedgeCostUsd()).isCloseTo(publishedTotal, within(300.0));
  }

  @ParameterizedTest
  @CsvSource({"table_19_2, 263241.6", "table_19_3, 256541.9"})
  void reproducesTheTotalOfExactDeltas(String table, double total) {
    assertThat(replay(table, 0).hedgeCostUsd()).isCloseTo(total, within(0.05));
  }

  @ParameterizedTest
  @CsvSource({"table_19_2, 263338.49", "table_19_3, 256337.59"})
  void reproducesTheTotalOfDisplayedDeltas(String table, double total) {
    assertThat(replay(table, 100).hedgeCostUsd()).isCloseTo(total, within(0.01));
  }

  @ParameterizedTest
  @ValueSource(strings = {"table_19_2", "table_19_3"})
  void theProfitIsThePremiumLessTheCostOfHedging(String table) {
    HedgeReplay replay = replay(table, 0);

    double premium = FILE.get("option").get("bs_price_total").asDouble();
    double discounted = replay.hedgeCostUsd() * Math.exp(-0.05 * 20 * WEEK);
    assertThat(replay.pnlUsd()).isCloseTo(premium - discounted, within(0.01));
    assertThat(replay.parts().totalUsd()).isCloseTo(replay.pnlUsd(), within(1e-6));
  }

  private static HedgeReplay replay(String table, double amountStep) {
    double[] prices =
        JsonVectors.elements(FILE.get(table)).mapToDouble(row -> row.get(0).asDouble()).toArray();
    var paths = HistoricalPaths.whole(PricePath.evenly(WEEK, prices));
    var costs = new HedgeCosts(0, 0, 0, amountStep);
    return new HedgeSimulation(BOOK, paths, BandHedger.fixedTime(1), costs, Interest.EARNED)
        .replay();
  }
}
