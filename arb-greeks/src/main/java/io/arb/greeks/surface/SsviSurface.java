package io.arb.greeks.surface;

import java.util.Objects;

/**
 * A surface of one tilt and one law of sharpness: a slice for every level. Immutable.
 *
 * @param rho tilt of all slices, strictly between -1 and 1
 * @param sharpness {@code phi} of {@code theta}
 */
public record SsviSurface(double rho, SsviSharpness sharpness) {
  /** Relative step of the numerical derivative: the cube root of a double's resolution. */
  private static final double STEP = 6e-6;

  public SsviSurface {
    Objects.requireNonNull(sharpness, "sharpness");
    if (!(Math.abs(rho) < 1)) {
      throw new IllegalArgumentException("rho must lie strictly between -1 and 1, got " + rho);
    }
  }

  /** The smile whose total variance at the money is {@code theta}, above 0. */
  public SsviSlice slice(double theta) {
    return new SsviSlice(theta, rho, sharpness.phi(theta));
  }

  /**
   * Whether total variance does not fall as {@code theta} grows past this level: {@code 0 <=
   * d(theta phi)/d(theta) <= (1 + sqrt(1 - rho^2)) phi / rho^2} (Gatheral and Jacquier, theorem
   * 4.1), the derivative taken numerically. Necessary and enough, given that theta rises in time.
   */
  public boolean isCalendarFreeAt(double theta) {
    double up = theta * (1 + STEP);
    double down = theta * (1 - STEP);
    double growth = (up * sharpness.phi(up) - down * sharpness.phi(down)) / (up - down);
    double limit = (1 + Math.sqrt((1 - rho) * (1 + rho))) * sharpness.phi(theta) / (rho * rho);
    return growth >= 0 && growth <= limit;
  }
}
