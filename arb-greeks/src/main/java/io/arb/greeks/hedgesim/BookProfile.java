package io.arb.greeks.hedgesim;

import io.arb.greeks.ddh.GammaProfile;

/** The book with its hedge at one moment, for the decisions that reprice along a move. */
record BookProfile(OptionBook book, double elapsedYears, double volShift, double held)
    implements GammaProfile {
  @Override
  public double deltaAt(double priceUsd) {
    return held + book.at(priceUsd, elapsedYears, volShift).delta();
  }

  @Override
  public double gammaAt(double priceUsd) {
    return book.at(priceUsd, elapsedYears, volShift).gamma();
  }
}
