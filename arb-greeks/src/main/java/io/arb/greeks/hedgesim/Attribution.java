package io.arb.greeks.hedgesim;

/** Splits the profit of a path into its parts, step by step. Owned by one thread, used once. */
final class Attribution implements StepObserver {
  private final OptionBook book;
  private final PricePath path;
  private BookGreeks start;
  private double heldOverStep;
  private double cashBefore;
  private PnlParts parts = PnlParts.NONE;

  Attribution(OptionBook book, PricePath path) {
    this.book = book;
    this.path = path;
    this.start = greeks(0);
  }

  @Override
  public void looked(int observation, HedgeAccount account) {
    heldOverStep = account.held();
    cashBefore = account.cashUsd();
  }

  @Override
  public void moved(int observation, HedgeAccount account) {
    BookGreeks end = greeks(observation);
    double before = path.priceUsd(observation - 1);
    double price = path.priceUsd(observation);
    double discount = account.discount(path.years(observation));
    double fall = account.discount(path.years(observation - 1)) - discount;
    double move = price - before;
    double years = path.years(observation) - path.years(observation - 1);
    double volMove = path.volShift(observation) - path.volShift(observation - 1);
    double gamma = start.gamma() * move * move / 2;
    double theta = start.theta() * years;
    double vega = start.vega() * volMove;
    double explained = start.delta() * move + gamma + theta + vega;
    double filled = account.held() - heldOverStep;
    double fills = account.cashUsd() - cashBefore + discount * filled * price;
    parts =
        parts.plus(
            new PnlParts(
                discount * (start.delta() + heldOverStep) * move,
                discount * gamma,
                discount * theta,
                discount * vega,
                discount * (end.valueUsd() - start.valueUsd() - explained),
                fills,
                -fall * (start.valueUsd() + heldOverStep * before),
                0,
                0));
    start = end;
  }

  /** All parts, once the path has ended. */
  PnlParts parts(PathResult result) {
    return parts.plus(new PnlParts(0, 0, 0, 0, 0, 0, 0, result.fundingUsd(), -result.costUsd()));
  }

  private BookGreeks greeks(int observation) {
    return book.at(path.priceUsd(observation), path.years(observation), path.volShift(observation));
  }
}
