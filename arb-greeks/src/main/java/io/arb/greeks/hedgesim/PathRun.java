package io.arb.greeks.hedgesim;

/** Hedges one path from its start to its end. Owned by one thread, used once. */
final class PathRun {
  private final HedgeSimulation simulation;
  private final PricePath path;
  private final StepObserver observer;

  PathRun(HedgeSimulation simulation, PricePath path, StepObserver observer) {
    this.simulation = simulation;
    this.path = path;
    this.observer = observer;
  }

  PathResult run() {
    HedgeAccount account = new HedgeAccount(simulation.costs(), simulation.discountRate());
    HedgeDesk desk = HedgeDesk.open(simulation.hedger(), simulation.book(), path);
    for (int i = 0; i < path.steps(); i++) {
      desk.look(path, i, account);
      observer.looked(i, account);
      account.carry(path.priceUsd(i), path.years(i), path.years(i + 1));
      desk.onMove(path, i + 1, account);
      observer.moved(i + 1, account);
    }
    account.liquidate(path.priceUsd(path.steps()), path.horizonYears());
    double options = account.discount(path.horizonYears()) * bookValue(path.steps()) - bookValue(0);
    return new PathResult(
        options + account.cashUsd() + account.fundingUsd() - account.costUsd(),
        account.costUsd(),
        account.fundingUsd(),
        account.turnoverUsd(),
        account.trades(),
        account.makerFills());
  }

  private double bookValue(int observation) {
    return simulation
        .book()
        .at(path.priceUsd(observation), path.years(observation), path.volShift(observation))
        .valueUsd();
  }
}
