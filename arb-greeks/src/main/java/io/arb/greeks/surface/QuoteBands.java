package io.arb.greeks.surface;

import java.util.Arrays;
import java.util.List;

/**
 * The quotes of a slice as bands of total variance. A residual is zero-ish inside the band and
 * grows outside: the smile is asked to be between bid and offer, and only whispered to be in the
 * middle. Far outside the pull of a quote fades, so that one stale quote does not bend the smile.
 * Owned by the one thread that fits.
 */
final class QuoteBands implements Residuals {
  private final double[] k;
  private final double[] middle;
  private final double[] half;
  private final double[] trust;
  private final double whisper;
  private final double inner;

  /**
   * @param whisper pull to the middle, per half spread
   * @param inner fraction of the half spread beyond which a quote pulls in earnest
   */
  QuoteBands(List<SmileQuote> quotes, double years, double whisper, double inner) {
    int count = quotes.size();
    k = quotes.stream().mapToDouble(SmileQuote::k).toArray();
    middle = new double[count];
    half = new double[count];
    trust = new double[count];
    for (int i = 0; i < count; i++) {
      double bid = quotes.get(i).bidVol();
      double ask = quotes.get(i).askVol();
      middle[i] = (ask * ask + bid * bid) / 2 * years;
      half[i] = (ask * ask - bid * bid) / 2 * years;
    }
    Arrays.fill(trust, 1);
    this.whisper = whisper;
    this.inner = inner;
  }

  double[] k() {
    return k.clone();
  }

  double[] middle() {
    return middle.clone();
  }

  double[] rootWeights() {
    return Arrays.stream(half).map(h -> 1 / h).toArray();
  }

  double medianHalf() {
    double[] sorted = half.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Trusts each quote by how far outside of it the smile is. */
  void reweigh(Smile smile) {
    for (int i = 0; i < k.length; i++) {
      double outside = Math.max(0, Math.abs(distance(smile, i)) - 1);
      trust[i] = 1 / (1 + outside);
    }
  }

  private double distance(Smile smile, int i) {
    return (smile.totalVariance(k[i]) - middle[i]) / half[i];
  }

  /** Fraction of the quotes the smile passes through. */
  double shareInside(Smile smile) {
    int inside = 0;
    for (int i = 0; i < k.length; i++) {
      inside += Math.abs(distance(smile, i)) <= 1 ? 1 : 0;
    }
    return (double) inside / k.length;
  }

  @Override
  public void addTo(Sink sink, SviJet jet) {
    for (int i = 0; i < k.length; i++) {
      jet.at(k[i]);
      double x = (jet.w - middle[i]) / half[i];
      sink.add(whisper * x, whisper / half[i], jet.byW);
      double beyond = Math.abs(x) - inner;
      if (beyond > 0) {
        double scale = trust[i] / half[i];
        sink.add(trust[i] * Math.copySign(beyond, x), scale, jet.byW);
      }
    }
  }
}
