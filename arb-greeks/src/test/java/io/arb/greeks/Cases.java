package io.arb.greeks;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Runs a property on random cases; a failure names the seed that alone repeats its case. */
public final class Cases {
  private static final long FIRST_SEED = 20_260_401;

  private Cases() {}

  /** {@code count} cases, the same ones on every run. */
  public static void forAll(int count, Consumer<SplittableRandom> property) {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + count; seed++) {
      run(seed, property);
    }
  }

  /** One case: what to call with the seed a failure has named. */
  public static void run(long seed, Consumer<SplittableRandom> property) {
    try {
      property.accept(new SplittableRandom(seed));
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError("property failed with seed " + seed + ": " + e.getMessage(), e);
    }
  }

  /** A number spread evenly over the magnitudes between two bounds above zero. */
  public static double magnitude(SplittableRandom random, double from, double to) {
    return Math.exp(random.nextDouble(Math.log(from), Math.log(to)));
  }
}
