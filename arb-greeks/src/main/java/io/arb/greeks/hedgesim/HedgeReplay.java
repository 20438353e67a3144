package io.arb.greeks.hedgesim;

import java.util.ArrayList;
import java.util.List;

/**
 * One path, hedged, row by row: what a textbook prints.
 *
 * @param rows one for each observation; what resting orders did since the last is in it
 * @param hedgeCostUsd what offsetting the options has cost at the end, not discounted: the money
 *     put into the hedge with interest, less what the hedge is worth, plus what is owed on the
 *     options
 * @param parts where the profit came from
 * @param pnlUsd profit of options and hedge together
 */
public record HedgeReplay(List<Row> rows, double hedgeCostUsd, PnlParts parts, double pnlUsd) {

  /**
   * One observation.
   *
   * @param years since the first
   * @param delta of the options to the spot; at the last observation what would be exercised
   * @param held of the hedge after trading; at the last observation before it is closed
   * @param tradedUsd paid for what was bought, negative for what was sold
   * @param cumulativeCostUsd all of that so far, with interest
   * @param interestUsd that this costs until the next observation
   */
  public record Row(
      double years,
      double priceUsd,
      double delta,
      double held,
      double tradedUsd,
      double cumulativeCostUsd,
      double interestUsd) {}

  public HedgeReplay {
    rows = List.copyOf(rows);
  }

  static HedgeReplay of(HedgeSimulation simulation, PricePath path) {
    Recorder recorder = new Recorder(simulation, path);
    PathResult result = new PathRun(simulation, path, recorder).run();
    recorder.end();
    Row last = recorder.rows.getLast();
    double owed = -recorder.greeks(path.steps()).valueUsd();
    double hedgeCost = last.cumulativeCostUsd() - last.held() * last.priceUsd() + owed;
    return new HedgeReplay(
        recorder.rows, hedgeCost, recorder.attribution.parts(result), result.pnlUsd());
  }

  private static final class Recorder implements StepObserver {
    private final HedgeSimulation simulation;
    private final PricePath path;
    private final Attribution attribution;
    private final List<Row> rows = new ArrayList<>();
    private double cumulative;
    private double held;
    private double cash;
    private double filledUsd;

    Recorder(HedgeSimulation simulation, PricePath path) {
      this.simulation = simulation;
      this.path = path;
      this.attribution = new Attribution(simulation.book(), path);
    }

    BookGreeks greeks(int observation) {
      return simulation
          .book()
          .at(path.priceUsd(observation), path.years(observation), path.volShift(observation));
    }

    @Override
    public void looked(int observation, HedgeAccount account) {
      attribution.looked(observation, account);
      record(observation, account);
    }

    @Override
    public void moved(int observation, HedgeAccount account) {
      attribution.moved(observation, account);
      held = account.held();
      filledUsd = (cash - account.cashUsd()) / account.discount(path.years(observation));
    }

    void end() {
      add(path.steps(), filledUsd);
    }

    private void record(int observation, HedgeAccount account) {
      double traded = (cash - account.cashUsd()) / account.discount(path.years(observation));
      cash = account.cashUsd();
      held = account.held();
      add(observation, traded);
    }

    private void add(int observation, double traded) {
      double grown = rows.isEmpty() ? 0 : rows.getLast().interestUsd();
      cumulative += grown + traded;
      rows.add(
          new Row(
              path.years(observation),
              path.priceUsd(observation),
              greeks(observation).delta(),
              held,
              traded,
              cumulative,
              cumulative * interestUntilNext(observation)));
    }

    private double interestUntilNext(int observation) {
      if (observation == path.steps()) {
        return 0;
      }
      double years = path.years(observation + 1) - path.years(observation);
      return Math.expm1(simulation.discountRate() * years);
    }
  }
}
