package io.arb.greeks.surface;

import io.arb.greeks.Arguments;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a new fit replaces the surface in use, or that one is kept for a while. An expiry
 * objects to the new fit if it has arbitrage now, or misses its quotes by too many half spreads,
 * and had not before; or if its volatility at the money jumped further than its spread and the move
 * of the index explain. Objections of a surface that has become too old do not count: then the
 * market, not the fit, has changed. Immutable; safe from any thread.
 *
 * @param errorHalfSpreads an error of more half spreads is an objection, above 0
 * @param jumpHalfSpreads a jump of as many half spreads needs no move of the index, at least 0
 * @param jumpPerMove further jump allowed, in {@code vol * sqrt(years)} per log move of the index,
 *     at least 0: with 1, a move of 1% explains 1 point of volatility of a year, 2 of three months
 * @param objectsForMillis longest time an old surface is kept, at least 0
 */
public record SurfaceKeeper(
    double errorHalfSpreads, double jumpHalfSpreads, double jumpPerMove, long objectsForMillis) {
  /** Error beyond one half spread; jump beyond three and the index move; for ten seconds. */
  public static final SurfaceKeeper CAUTIOUS = new SurfaceKeeper(1, 3, 1, 10_000);

  private static final double MILLIS_PER_YEAR = 365 * 86_400_000.0;

  public SurfaceKeeper {
    Arguments.positive("errorHalfSpreads", errorHalfSpreads);
    Arguments.notNegative("jumpHalfSpreads", jumpHalfSpreads);
    Arguments.notNegative("jumpPerMove", jumpPerMove);
    Arguments.notNegative("objectsForMillis", (double) objectsForMillis);
  }

  /** Which surface is in use from now on. */
  public sealed interface Choice {
    /** The surface to price with. */
    VolSurface surface();

    /** The new one. */
    record Accepted(VolSurface surface) implements Choice {
      public Accepted {
        Objects.requireNonNull(surface, "surface");
      }
    }

    /**
     * Still the previous one.
     *
     * @param ageMillis how much older it is than the quotes of the fit it is kept against
     * @param objection of the earliest expiry that has one
     */
    record Kept(VolSurface surface, long ageMillis, Objection objection) implements Choice {
      public Kept {
        Objects.requireNonNull(surface, "surface");
        Objects.requireNonNull(objection, "objection");
      }
    }
  }

  /**
   * What speaks against a new fit.
   *
   * @param reason why
   * @param years to the expiry that objects, from when the new quotes were taken
   * @param value the number that decided it, in the reason's unit
   * @param limit what it would have had to keep
   */
  public record Objection(Reason reason, double years, double value, double limit) {
    public Objection {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /** Why a fit is not taken. */
  public enum Reason {
    /** Its quotes are not newer; milliseconds they are older, and 0. */
    OUTDATED,
    /** It has arbitrage that was not there before; 1, and 0. */
    ARBITRAGE,
    /** It misses quotes it had met; root mean square error and its limit in half spreads. */
    ERROR,
    /** It jumps at the money; jump and its limit in volatility. */
    JUMP
  }

  /**
   * Compares a new fit with the surface in use.
   *
   * @param previous in use so far; null if there is none, then the new one is taken as it is
   */
  public Choice choose(@Nullable VolSurface previous, VolSurface next) {
    if (previous == null) {
      return new Choice.Accepted(next);
    }
    long ageMillis = next.takenAtMillis() - previous.takenAtMillis();
    if (ageMillis > objectsForMillis) {
      return new Choice.Accepted(next);
    }
    Optional<Objection> objection =
        ageMillis <= 0
            ? Optional.of(new Objection(Reason.OUTDATED, 0, -(double) ageMillis, 0))
            : next.slices().stream()
                .flatMap(slice -> objection(previous, next, slice).stream())
                .findFirst();
    return objection
        .<Choice>map(found -> new Choice.Kept(previous, ageMillis, found))
        .orElseGet(() -> new Choice.Accepted(next));
  }

  private Optional<Objection> objection(VolSurface previous, VolSurface next, SliceFit slice) {
    double elapsedYears = (next.takenAtMillis() - previous.takenAtMillis()) / MILLIS_PER_YEAR;
    Bracket bracket = Bracket.of(previous.slices(), slice.years() + elapsedYears);
    if (!(bracket instanceof Bracket.On(SliceFit before))) {
      return Optional.empty();
    }
    double move = Math.abs(Math.log(next.indexUsd() / previous.indexUsd()));
    return Stream.of(arbitrage(before, slice), error(before, slice), jump(before, slice, move))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Objection> arbitrage(SliceFit before, SliceFit after) {
    return when(
        before.isArbitrageFree() && !after.isArbitrageFree(),
        new Objection(Reason.ARBITRAGE, after.years(), 1, 0));
  }

  private Optional<Objection> error(SliceFit before, SliceFit after) {
    double error = after.rmsErrorVol() / typicalHalfSpread(after);
    boolean wasMet = before.rmsErrorVol() <= errorHalfSpreads * typicalHalfSpread(before);
    return when(
        wasMet && error > errorHalfSpreads,
        new Objection(Reason.ERROR, after.years(), error, errorHalfSpreads));
  }

  private Optional<Objection> jump(SliceFit before, SliceFit after, double indexMove) {
    double jump =
        Math.abs(
            after.smile().volFraction(0, after.years())
                - before.smile().volFraction(0, before.years()));
    double limit =
        jumpHalfSpreads * Math.max(typicalHalfSpread(before), typicalHalfSpread(after))
            + jumpPerMove * indexMove / Math.sqrt(after.years());
    return when(!(jump <= limit), new Objection(Reason.JUMP, after.years(), jump, limit));
  }

  private static Optional<Objection> when(boolean holds, Objection objection) {
    return holds ? Optional.of(objection) : Optional.empty();
  }

  /** With the weights of the error, so that their ratio is the error in half spreads. */
  private static double typicalHalfSpread(SliceFit slice) {
    return 1
        / Math.sqrt(
            slice.quotes().quotes().stream()
                .mapToDouble(quote -> 1 / (quote.halfSpreadVol() * quote.halfSpreadVol()))
                .average()
                .orElse(Double.NaN));
  }
}
