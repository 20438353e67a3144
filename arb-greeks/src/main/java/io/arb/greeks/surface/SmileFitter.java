package io.arb.greeks.surface;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Fits one smile to bids and offers. One bend (raw SVI) is tried from several starts; where that
 * leaves too many quotes outside, a second bend is added. From each start the penalties for
 * arbitrage are tightened step by step, quotes far outside are trusted less and less, and the best
 * smile met on the way is kept: free of arbitrage first, then through as many quotes as possible.
 * Owned by the one thread that fits.
 */
final class SmileFitter {
  /** Pull to the middle of a quote, against the pull of 1 per half spread outside of it. */
  private static final double WHISPER = 0.1;

  /** Part of the half spread inside of which a quote only whispers. */
  private static final double INNER = 0.9;

  private static final double[] STRENGTHS = {3, 30, 300};
  private static final int ROUNDS = 2;
  private static final double ENOUGH = 1e-4;
  private static final double BUTTERFLY_MARGIN = 0.003;

  /** In units of the typical half spread of the quotes. */
  private static final double CALENDAR_MARGIN = 0.02;

  private static final double FLOOR = 0.01;

  /** A fit that passes through fewer quotes is not left at one bend, even if it is good. */
  private static final double SAFE_SHARE = 0.95;

  /** Two bends have nine parameters. */
  private static final int QUOTES_FOR_TWO_BENDS = 10;

  private static final double[] SECOND_BEND_PLACES = {0.25, 0.5, 0.75};
  private static final double[] SECOND_BEND_WIDTHS = {0.1, 0.4};

  private final SliceQuotes slice;
  private final Neighbours neighbours;
  private final QuoteBands bands;
  private final double typicalHalf;
  private final LeastSquares.Box bounds;
  private final List<double[]> starts;

  /**
   * With nothing to be crossed.
   *
   * @param slice to be fitted, at least one quote
   */
  SmileFitter(SliceQuotes slice) {
    this.slice = slice;
    neighbours = Neighbours.NONE;
    bands = new QuoteBands(slice.quotes(), slice.years(), WHISPER, INNER);
    typicalHalf = bands.medianHalf();
    StartingPoints points =
        new StartingPoints(
            new QuasiExplicit(bands.k(), bands.middle(), bands.rootWeights()), bands.k());
    bounds = points.box();
    starts = points.best().stream().map(LeastSquares.Solution::coordinates).toList();
  }

  private SmileFitter(SmileFitter alone, Neighbours neighbours) {
    this.neighbours = neighbours;
    slice = alone.slice;
    bands = alone.bands;
    typicalHalf = alone.typicalHalf;
    bounds = alone.bounds;
    starts = alone.starts;
  }

  /** The same quotes between neighbours; what does not depend on these is not worked out again. */
  SmileFitter between(Neighbours neighbours) {
    return new SmileFitter(this, neighbours);
  }

  /** A smile and what speaks for it. */
  record Candidate(Smile smile, double shareInside, boolean isFree, boolean isAllowed) {
    static final Comparator<Candidate> WORST_FIRST =
        Comparator.<Candidate>comparingInt(c -> (c.isFree ? 2 : 0) + (c.isAllowed ? 1 : 0))
            .thenComparingDouble(Candidate::shareInside);

    boolean isArbitrageFree() {
      return isFree && isAllowed;
    }

    boolean isGood() {
      return isArbitrageFree() && shareInside >= SliceFit.GOOD_SHARE;
    }

    /** Good with room: a last digit of a quote does not decide. */
    boolean isSafelyGood() {
      return isGood() && shareInside >= SAFE_SHARE;
    }

    boolean isPerfect() {
      return isGood() && shareInside == 1;
    }

    Candidate orBetter(Candidate other) {
      return WORST_FIRST.compare(other, this) > 0 ? other : this;
    }
  }

  /**
   * The best smile found.
   *
   * @param hints smiles to start from before all others
   */
  Candidate fit(List<Smile> hints) {
    List<double[]> from = new ArrayList<>();
    hints.forEach(hint -> from.add(SviJet.coordinates(hint)));
    from.addAll(starts);
    Candidate best = descend(from);
    if (!best.isSafelyGood() && slice.quotes().size() >= QUOTES_FOR_TWO_BENDS) {
      best = best.orBetter(descend(twoBends(best.smile())));
    }
    return best.isFree() ? best : best.orBetter(repaired(best.smile()));
  }

  private Candidate descend(List<double[]> from) {
    Candidate best = descend(from.getFirst());
    for (int i = 1; i < from.size() && !best.isGood(); i++) {
      best = best.orBetter(descend(from.get(i)));
    }
    return best;
  }

  private Candidate descend(double[] start) {
    LeastSquares.Box box = neighbours.within(bounds.forBendsOf(start));
    double[] at = box.clamp(start);
    Candidate best = judge(SviJet.smile(at));
    bands.reweigh(best.smile());
    for (double strength : STRENGTHS) {
      LeastSquares search = new LeastSquares(terms(strength), box, ENOUGH);
      for (int i = 0; i < ROUNDS && !best.isPerfect(); i++) {
        at = search.solve(at).coordinates();
        Candidate candidate = judge(SviJet.smile(at));
        bands.reweigh(candidate.smile());
        best = best.orBetter(candidate);
      }
    }
    return best;
  }

  private List<Residuals> terms(double strength) {
    double perVariance = strength / typicalHalf;
    List<Residuals> terms = new ArrayList<>();
    terms.add(bands);
    terms.add(new ButterflyPenalty(BUTTERFLY_MARGIN, strength, FLOOR * typicalHalf, perVariance));
    terms.addAll(neighbours.penalties(perVariance, CALENDAR_MARGIN * typicalHalf, perVariance));
    return terms;
  }

  private Candidate judge(Smile smile) {
    return new Candidate(
        smile,
        bands.shareInside(smile),
        ButterflyCheck.of(smile).isFree(),
        neighbours.allow(smile));
  }

  /** Half of the smile stays, the other half bends elsewhere: each place and width is a start. */
  private List<double[]> twoBends(Smile smile) {
    RawSvi half = smile.toSum().parts().getFirst().times(0.5);
    double low = slice.lowestK();
    double range = slice.highestK() - low;
    return Arrays.stream(SECOND_BEND_PLACES)
        .boxed()
        .flatMap(
            place ->
                Arrays.stream(SECOND_BEND_WIDTHS)
                    .mapToObj(
                        width ->
                            new RawSvi(
                                half.a(),
                                half.b(),
                                half.rho(),
                                low + place * range,
                                width * range)))
        .map(second -> SviJet.coordinates(new SviSum(List.of(half, second))))
        .toList();
  }

  /** For quotes so few or so odd that no penalty helps. */
  private Candidate repaired(Smile smile) {
    RawSvi one = smile.toSum().parts().getFirst();
    boolean canBeRepaired = one.totalVariance(0) > 0 && one.b() > 0;
    return judge(canBeRepaired ? ButterflyRepair.repair(one, slice.years()) : smile);
  }
}
