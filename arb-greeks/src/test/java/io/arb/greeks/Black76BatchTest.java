package io.arb.greeks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Black76BatchTest {
  private final Black76Batch batch = new Black76Batch();

  private static OptionColumns random(long seed, int size) {
    var random = new SplittableRandom(seed);
    var columns = new OptionColumns(size);
    for (int row = 0; row < size; row++) {
      setAny(columns, row, random);
    }
    return columns;
  }

  /** Ordinary options, and among them those that the block cannot compute side by side. */
  private static void setAny(OptionColumns columns, int row, SplittableRandom random) {
    double forward = Cases.magnitude(random, 0.01, 200_000);
    double vol = Cases.magnitude(random, 0.05, 5);
    double years = Cases.magnitude(random, 1e-6, 5);
    double strike = forward * Math.exp(random.nextDouble(-3, 3) * vol * Math.sqrt(years));
    columns.set(
        row,
        random.nextBoolean() ? OptionType.CALL : OptionType.PUT,
        forward,
        any(random, strike, strike, forward, 0, forward * 1.5, Math.nextUp(forward)),
        any(random, years, years, years, years, years, 0),
        any(random, vol, vol, vol, vol, 0, 1e10),
        any(random, 0, 0.03, -0.02));
  }

  private static double any(SplittableRandom random, double... values) {
    return values[random.nextInt(values.length)];
  }

  private static void assertAsAlone(GreeksColumns out, OptionColumns in, int row) {
    var alone = new GreeksColumns(1);
    var buffer = new GreeksBuffer();
    Black76.fill(
        buffer,
        in.type[row],
        in.forwardUsd[row],
        in.strikeUsd[row],
        in.years[row],
        in.volFraction[row],
        in.rate[row]);
    alone.set(0, buffer);

    assertThat(rowOf(out, row)).as("row %d", row).isEqualTo(rowOf(alone, 0));
  }

  private static double[] rowOf(GreeksColumns columns, int row) {
    return new double[] {
      columns.priceUsd[row],
      columns.delta[row],
      columns.gamma[row],
      columns.vega[row],
      columns.theta[row],
      columns.rho[row],
      columns.vanna[row],
      columns.volga[row]
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 127, 128, 129, 5000})
  void givesTheSameBitsAsOneByOne(int count) {
    OptionColumns in = random(11, count);
    var out = new GreeksColumns(count);

    batch.fill(out, in, count);

    assertThat(out.size()).isEqualTo(count);
    for (int row = 0; row < count; row++) {
      assertAsAlone(out, in, row);
    }
  }

  @Test
  void fillsAgainAfterAnInputWasChangedInPlace() {
    OptionColumns in = random(12, 300);
    var out = new GreeksColumns(300);
    batch.fill(out, in, 300);

    in.forwardUsd[299] *= 1.01;
    in.volFraction[0] += 0.1;
    batch.fill(out, in, 300);

    assertAsAlone(out, in, 299);
    assertAsAlone(out, in, 0);
  }

  @Test
  void namesTheRowItRefusesAndTouchesNothing() {
    OptionColumns in = random(13, 200);
    in.volFraction[150] = Double.NaN;
    var out = new GreeksColumns(200);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> batch.fill(out, in, 200))
        .withMessage("row 150: volFraction must be a finite number of at least 0, got NaN");
    assertThat(out.priceUsd).containsOnly(0);
  }

  @Test
  void leavesRowsBeyondTheCountAlone() {
    OptionColumns in = random(14, 10);
    var out = new GreeksColumns(20);
    out.delta[10] = 7;

    batch.fill(out, in, 10);

    assertThat(out.delta[10]).isEqualTo(7);
  }

  @Test
  void refusesMoreRowsThanThereIsRoomFor() {
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> batch.fill(new GreeksColumns(3), new OptionColumns(4), 4));
  }

  @Test
  void fillsWithoutAllocating() {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    OptionColumns in = random(15, 1000);
    var out = new GreeksColumns(1000);

    long least = Long.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      batch.fill(out, in, 1000);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }

    assertThat(least).isZero();
  }
}
