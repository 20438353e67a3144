package io.arb.greeks;

import java.util.Objects;

/**
 * Prices and greeks of many options at once: the numbers of {@link Black76#fill}, bit for bit, in
 * about half of the time per option, because the loops inside compute several options per
 * instruction. It pays from some dozens of options on. Nothing is allocated after construction.
 * Mutable; owned by one thread.
 */
public final class Black76Batch {
  private final Black76Lanes lanes = new Black76Lanes();
  private final GreeksBuffer one = new GreeksBuffer();

  /**
   * Fills the first {@code count} rows.
   *
   * @param out has room for {@code count} rows; left as it was if an input is refused
   * @param in inputs, in the ranges of {@link Black76}
   * @param count from 0 to the smaller of both sizes
   * @throws IllegalArgumentException if an input is out of range, NaN or infinite, naming its row,
   *     its column and its value
   * @throws IndexOutOfBoundsException if there is no room for that many rows
   */
  public void fill(GreeksColumns out, OptionColumns in, int count) {
    Objects.checkFromIndexSize(0, count, Math.min(in.size(), out.size()));
    for (int row = 0; row < count; row++) {
      check(in, row);
    }
    for (int from = 0; from < count; from += Black76Lanes.SIZE) {
      block(out, in, from, Math.min(Black76Lanes.SIZE, count - from));
    }
  }

  private static void check(OptionColumns in, int row) {
    try {
      Domain.check(
          in.forwardUsd[row], in.strikeUsd[row], in.years[row], in.volFraction[row], in.rate[row]);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("row " + row + ": " + e.getMessage(), e);
    }
  }

  private void block(GreeksColumns out, OptionColumns in, int from, int count) {
    lanes.fill(in, from, count);
    for (int lane = 0; lane < count; lane++) {
      if (!lanes.isOrdinary(lane)) {
        alone(in, from + lane, lane);
      }
    }
    lanes.values.copyTo(out, from, count);
  }

  private void alone(OptionColumns in, int row, int lane) {
    Black76.fill(
        one,
        in.type[row],
        in.forwardUsd[row],
        in.strikeUsd[row],
        in.years[row],
        in.volFraction[row],
        in.rate[row]);
    lanes.values.set(lane, one);
  }
}
