package io.arb.greeks.hedgesim;

import static io.arb.greeks.OptionType.CALL;

import io.arb.greeks.band.BandPolicy;
import io.arb.greeks.band.FixedBand;
import io.arb.greeks.band.HedgeBand;
import io.arb.greeks.band.Leland;
import io.arb.greeks.band.WhalleyWilmott;
import io.arb.greeks.band.Zakamouline;
import java.util.ArrayList;
import java.util.List;

/** Tables of hedging results that can be reproduced: same set-up, own random numbers. */
public enum PublishedTable {
  /**
   * J. C. Hull, "Options, Futures, and Other Derivatives", Tables 19.1 (stop-loss) and 19.4 (delta
   * hedging): standard deviation of the cost of hedging a short call over its price, for
   * rebalancing every 5 weeks to twice a week. Interest is left out, as printed.
   */
  HULL(1_200_000) {
    @Override
    public List<PublishedRow> rows(int paths, long seed) {
      List<PublishedRow> rows = new ArrayList<>();
      for (double[] row : HULL_ROWS) {
        int steps = (int) Math.round(20 / row[0]);
        rows.add(hull("delta", row[0], BandHedger.fixedTime(1), row[1], steps, paths, seed));
      }
      for (double[] row : HULL_ROWS) {
        int steps = (int) Math.round(20 / row[0]);
        rows.add(hull("stop-loss", row[0], new StopLossHedger(1), row[2], steps, paths, seed));
      }
      return rows;
    }
  },

  /**
   * E. Derman and M. Kamal, "When You Cannot Hedge Continuously" (1999): what is left after
   * replicating a one-month option at the money 21 and 84 times, in money of the expiry, not
   * discounted. The values are a simulation of 400,000 paths; the paper's rule {@code sqrt(pi /
   * (4n)) vega vol} gives 0.4432 and 0.2216.
   */
  DERMAN_KAMAL(400_000) {
    @Override
    public List<PublishedRow> rows(int paths, long seed) {
      return List.of(
          dermanKamal(21, 0.4272, -0.331, paths, seed),
          dermanKamal(84, 0.2187, -0.178, paths, seed));
    }
  },

  /**
   * Cost against risk of hedging a short one-year call at the money at 1% one-way cost, looked at
   * 500 times: fixed time, Leland, fixed band, Whalley-Wilmott, Zakamouline. The order at equal
   * cost is the finding of V. Zakamouline (2006); the values are a simulation of 60,000 paths.
   */
  BANDS(60_000) {
    @Override
    public List<PublishedRow> rows(int paths, long seed) {
      List<PublishedRow> rows = new ArrayList<>();
      BAND_ROWS.forEach(row -> rows.add(band(row, paths, seed)));
      return rows;
    }
  };

  /** Weeks between hedges, delta hedging, stop-loss. */
  private static final double[][] HULL_ROWS = {
    {5, 0.42, 0.98},
    {4, 0.38, 0.93},
    {2, 0.28, 0.83},
    {1, 0.21, 0.79},
    {0.5, 0.16, 0.77},
    {0.25, 0.13, 0.76}
  };

  private enum Rule {
    FIXED_TIME("fixed time, every %.0f steps"),
    LELAND("Leland, every %.0f steps"),
    FIXED_BAND("fixed band %s"),
    WHALLEY_WILMOTT("Whalley-Wilmott, risk aversion %s"),
    ZAKAMOULINE("Zakamouline, risk aversion %s");

    private final String words;

    Rule(String words) {
      this.words = words;
    }

    private String words(double parameter) {
      return words.formatted(parameter);
    }
  }

  private record BandRow(Rule rule, double parameter, double meanCost, double stdPnl) {}

  private static final List<BandRow> BAND_ROWS =
      List.of(
          new BandRow(Rule.FIXED_TIME, 5, 4.2635, 1.4791),
          new BandRow(Rule.FIXED_TIME, 10, 3.3712, 1.5302),
          new BandRow(Rule.FIXED_TIME, 25, 2.567, 2.0267),
          new BandRow(Rule.FIXED_TIME, 50, 2.1451, 2.6899),
          new BandRow(Rule.FIXED_TIME, 125, 1.7373, 3.9956),
          new BandRow(Rule.LELAND, 5, 3.9019, 1.1176),
          new BandRow(Rule.LELAND, 10, 3.179, 1.4067),
          new BandRow(Rule.LELAND, 25, 2.4857, 2.0141),
          new BandRow(Rule.LELAND, 50, 2.1034, 2.6977),
          new BandRow(Rule.LELAND, 125, 1.7203, 4.0047),
          new BandRow(Rule.FIXED_BAND, 0.02, 4.1307, 1.6006),
          new BandRow(Rule.FIXED_BAND, 0.05, 2.7948, 1.3993),
          new BandRow(Rule.FIXED_BAND, 0.1, 2.0664, 2.0923),
          new BandRow(Rule.FIXED_BAND, 0.15, 1.7341, 3.0695),
          new BandRow(Rule.FIXED_BAND, 0.2, 1.5239, 4.1241),
          new BandRow(Rule.FIXED_BAND, 0.3, 1.2413, 6.275),
          new BandRow(Rule.WHALLEY_WILMOTT, 10, 3.1135, 1.225),
          new BandRow(Rule.WHALLEY_WILMOTT, 3, 2.6337, 1.2909),
          new BandRow(Rule.WHALLEY_WILMOTT, 1, 2.2933, 1.5049),
          new BandRow(Rule.WHALLEY_WILMOTT, 0.3, 2.0162, 1.9319),
          new BandRow(Rule.WHALLEY_WILMOTT, 0.1, 1.8357, 2.5357),
          new BandRow(Rule.WHALLEY_WILMOTT, 0.03, 1.6958, 3.5324),
          new BandRow(Rule.ZAKAMOULINE, 10, 3.8965, 0.8824),
          new BandRow(Rule.ZAKAMOULINE, 3, 3.0361, 1.0257),
          new BandRow(Rule.ZAKAMOULINE, 1, 2.3915, 1.3675),
          new BandRow(Rule.ZAKAMOULINE, 0.3, 1.8733, 2.1457),
          new BandRow(Rule.ZAKAMOULINE, 0.1, 1.5395, 3.5315),
          new BandRow(Rule.ZAKAMOULINE, 0.03, 1.1987, 6.3125));

  private static final double BAND_COST = 0.01;
  private static final int BAND_STEPS = 500;

  private final int publishedPaths;

  PublishedTable(int publishedPaths) {
    this.publishedPaths = publishedPaths;
  }

  /** How many paths stand behind the reference values. */
  public int publishedPaths() {
    return publishedPaths;
  }

  /** The rows in their order, to be run with so many paths from this seed. */
  public abstract List<PublishedRow> rows(int paths, long seed);

  private static PublishedRow hull(
      String rule, double weeks, Hedger hedger, double published, int steps, int paths, long seed) {
    double years = 20 / 52.0;
    OptionBook book = new OptionBook(List.of(new BookLeg(-1, CALL, 50, years, 0.2)), 0.05);
    double price = -book.at(49, 0, 0).valueUsd();
    var simulation =
        new HedgeSimulation(
            book,
            new GbmPaths(49, 0.13, 0.2, years, steps, paths, seed, false),
            hedger,
            HedgeCosts.NONE,
            Interest.IGNORED);
    var value =
        new PublishedValue("std / price", published, result -> result.stdPnl().times(1 / price));
    return new PublishedRow(
        "%s, every %s weeks".formatted(rule, weeks), simulation, List.of(value));
  }

  private static PublishedRow dermanKamal(
      int trades, double std, double skewness, int paths, long seed) {
    var simulation =
        new HedgeSimulation(
            new OptionBook(List.of(new BookLeg(-1, CALL, 100, 1 / 12.0, 0.2)), 0.05),
            new GbmPaths(100, 0.05, 0.2, 1 / 12.0, trades, paths, seed, false),
            BandHedger.fixedTime(1),
            HedgeCosts.NONE,
            Interest.EARNED);
    return new PublishedRow(
        "delta, %d times".formatted(trades),
        simulation,
        List.of(
            new PublishedValue(
                "std of P&L", std, result -> result.stdPnl().times(Math.exp(0.05 / 12))),
            new PublishedValue("skewness", skewness, SimulationResult::skewness)));
  }

  private static PublishedRow band(BandRow row, int paths, long seed) {
    var simulation =
        new HedgeSimulation(
            new OptionBook(List.of(new BookLeg(-1, CALL, 100, 1, 0.25)), 0.05),
            new GbmPaths(100, 0.05, 0.25, 1, BAND_STEPS, paths, seed, false),
            hedger(row),
            HedgeCosts.proportional(BAND_COST),
            Interest.EARNED);
    return new PublishedRow(
        row.rule().words(row.parameter()),
        simulation,
        List.of(
            new PublishedValue("mean cost", row.meanCost(), SimulationResult::meanCost),
            new PublishedValue("std of P&L", row.stdPnl(), SimulationResult::stdPnl)));
  }

  private static Hedger hedger(BandRow row) {
    double parameter = row.parameter();
    return switch (row.rule()) {
      case FIXED_TIME -> BandHedger.fixedTime((int) parameter);
      case LELAND -> hedger(new Leland(BAND_COST, parameter / BAND_STEPS), (int) parameter);
      case FIXED_BAND -> hedger(new FixedBand(parameter), 1);
      case WHALLEY_WILMOTT -> hedger(new WhalleyWilmott(BAND_COST, parameter), 1);
      case ZAKAMOULINE -> hedger(new Zakamouline(BAND_COST, parameter), 1);
    };
  }

  private static Hedger hedger(HedgeBand band, int everySteps) {
    return new BandHedger(BandPolicy.of(band), everySteps);
  }
}
