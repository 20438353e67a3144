package io.arb.rysk.simulator;

/**
 * What the synthetic taker does with the best quote.
 *
 * @param confirmProbability 0: never takes it, 1: always
 * @param confirmAfter how long it thinks
 */
public record TakerProfile(double confirmProbability, DelayRange confirmAfter) {
  public TakerProfile {
    if (!(confirmProbability >= 0 && confirmProbability <= 1)) {
      throw new IllegalArgumentException(
          "confirmProbability must be from 0 to 1, got " + confirmProbability);
    }
  }

  /** Takes four of five after one to two seconds. */
  public static TakerProfile standard() {
    return new TakerProfile(0.8, DelayRange.ofMillis(1_000, 2_000));
  }
}
