package io.arb.greeks.hedgesim;

/** A hedging rule at work on one path: called observation by observation, by one thread. */
interface HedgeDesk {
  /** Looks at the market and trades; not called at the last observation. */
  void look(PricePath path, int observation, HedgeAccount account);

  /** The price has moved on to the next observation: orders that rested may fill. */
  default void onMove(PricePath path, int observation, HedgeAccount account) {}

  /** A desk for one path. */
  static HedgeDesk open(Hedger hedger, OptionBook book, PricePath path) {
    return switch (hedger) {
      case BandHedger band ->
          (same, observation, account) -> look(band, book, same, observation, account);
      case StopLossHedger stopLoss ->
          (same, observation, account) -> look(stopLoss, book, same, observation, account);
      case LadderHedger ladder -> new LadderDesk(ladder, book, path.extremes());
    };
  }

  private static void look(
      BandHedger hedger, OptionBook book, PricePath path, int observation, HedgeAccount account) {
    if (observation % hedger.everySteps() == 0) {
      double price = path.priceUsd(observation);
      double years = path.years(observation);
      var position = book.position(price, years, path.volShift(observation));
      double held = account.held();
      double wanted = hedger.policy().holding(position, held, account.lastHedgeUsd());
      account.takeTo(wanted, price, years);
    }
  }

  private static void look(
      StopLossHedger hedger,
      OptionBook book,
      PricePath path,
      int observation,
      HedgeAccount account) {
    if (observation % hedger.everySteps() == 0) {
      double price = path.priceUsd(observation);
      account.takeTo(-book.inTheMoney(price), price, path.years(observation));
    }
  }
}
