package io.arb.greeks.surface;

import io.arb.greeks.surface.SmileFitter.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Fits the smiles of all expiries together. Each is fitted alone first. Where two cross, the
 * shorter one gives way, from the last expiry to the first: its wings are where nobody quotes it,
 * while the longer one is quoted there. An expiry that cannot give way without leaving its quotes
 * is then fitted as if it were the last, and the later ones are lifted over it; failing that, it
 * and a neighbour are each held to their side of a line between the two fitted alone. Either is
 * kept only if more expiries come out good and no more with arbitrage. Owned by the one thread that
 * fits.
 */
final class SurfaceFitter {
  /** Where between two expiries alone the line is drawn that both must keep to. */
  private static final double[] MEETINGS = {0.5, 0.25, 0.75};

  private final List<SmileFitter> fitters;
  private final List<Candidate> alone;
  private List<Candidate> fits;

  private SurfaceFitter(List<SliceQuotes> slices) {
    fitters = slices.stream().map(SmileFitter::new).toList();
    alone = fitters.stream().map(fitter -> fitter.fit(List.of())).toList();
    fits = new ArrayList<>(alone);
  }

  /** A smile for each slice. */
  static List<Smile> fit(List<SliceQuotes> slices) {
    SurfaceFitter fitter = new SurfaceFitter(slices);
    fitter.lowerShorter();
    fitter.improve(fitter::liftLater);
    fitter.improve(fitter::meet);
    fitter.improve(fitter::settle);
    return fitter.fits.stream().map(Candidate::smile).toList();
  }

  private void improve(IntConsumer way) {
    for (int i = 0; i < fits.size(); i++) {
      if (!fits.get(i).isGood()) {
        way.accept(i);
      }
    }
  }

  private void lowerShorter() {
    for (int i = fits.size() - 2; i >= 0; i--) {
      Neighbours above = new Neighbours(null, fits.get(i + 1).smile());
      if (!above.allow(fits.get(i).smile())) {
        fits.set(i, refit(i, above, fits.get(i)));
      }
    }
  }

  private void liftLater(int from) {
    List<Candidate> lifted = new ArrayList<>(fits);
    Neighbours below = new Neighbours(smile(from - 1), null);
    lifted.set(from, refit(from, below, fits.get(from)));
    if (!lifted.get(from).isGood()) {
      return;
    }
    for (int i = from + 1; i < fits.size(); i++) {
      Neighbours under = new Neighbours(lifted.get(i - 1).smile(), null);
      if (under.allow(fits.get(i).smile())) {
        break;
      }
      lifted.set(i, lift(i, under));
    }
    keepIfBetter(lifted);
  }

  /** With the neighbour before or after, each on its side of a line between the two. */
  private void meet(int i) {
    for (int lower = Math.max(0, i - 1); lower <= i && lower + 1 < fits.size(); lower++) {
      for (double weight : MEETINGS) {
        if (!fits.get(i).isGood()) {
          keepIfBetter(divided(lower, weight));
        }
      }
    }
  }

  private List<Candidate> divided(int lower, double weightOfUpper) {
    int upper = lower + 1;
    Smile line = SviSum.blend(alone.get(lower).smile(), alone.get(upper).smile(), weightOfUpper);
    List<Candidate> divided = new ArrayList<>(fits);
    divided.set(lower, refit(lower, new Neighbours(smile(lower - 1), line), fits.get(lower)));
    divided.set(upper, refit(upper, new Neighbours(line, smile(upper + 1)), fits.get(upper)));
    return divided;
  }

  private @Nullable Smile smile(int i) {
    return i < 0 || i >= fits.size() ? null : fits.get(i).smile();
  }

  private void keepIfBetter(List<Candidate> others) {
    if (countGood(others) > countGood(fits) && countArbitrage(others) <= countArbitrage(fits)) {
      fits = others;
    }
  }

  /** Between its neighbours if that is good, else only over the earlier one. */
  private Candidate lift(int i, Neighbours under) {
    if (i + 1 < fits.size()) {
      Neighbours around = new Neighbours(under.earlier(), fits.get(i + 1).smile());
      Candidate between = refit(i, around, fits.get(i));
      if (between.isGood()) {
        return between;
      }
    }
    return refit(i, under, fits.get(i));
  }

  /** Once more between the neighbours as they have become. */
  private void settle(int i) {
    Neighbours around = new Neighbours(smile(i - 1), smile(i + 1));
    fits.set(i, fits.get(i).orBetter(refit(i, around, fits.get(i))));
  }

  private Candidate refit(int i, Neighbours neighbours, Candidate hint) {
    return fitters.get(i).between(neighbours).fit(List.of(hint.smile(), alone.get(i).smile()));
  }

  private static long countArbitrage(List<Candidate> candidates) {
    return candidates.stream().filter(candidate -> !candidate.isArbitrageFree()).count();
  }

  private static long countGood(List<Candidate> candidates) {
    return candidates.stream().filter(Candidate::isGood).count();
  }
}
