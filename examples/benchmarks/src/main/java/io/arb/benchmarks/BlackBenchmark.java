package io.arb.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One option a call, going round an array so that branches are as hard to predict as in use. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BlackBenchmark {
  /** Who is timed. */
  @Param public Library library = Library.ARB;

  /** Which options: see {@link Options#of}. */
  @Param({"moderate", "deep_otm", "deep_otm_solved", "short_dated"})
  public String kind = "moderate";

  private final double[] values = new double[BlackLibrary.SLOTS];
  private BlackLibrary black = Library.ARB.black();
  private Options options = Options.of("moderate");
  private int last;

  /** Called by JMH after it has set the parameters. */
  @Setup
  public void prepare() {
    black = library.black();
    options = Options.of(kind);
  }

  private int next() {
    last = last + 1 < Options.COUNT ? last + 1 : 0;
    return last;
  }

  /** The price alone. */
  @Benchmark
  public double price() {
    int i = next();
    return black.price(
        options.isCall[i], options.forward[i], options.strike[i], options.years[i], options.vol[i]);
  }

  /** Price and the greeks of {@link BlackLibrary}. */
  @Benchmark
  public double[] greeks() {
    int i = next();
    black.greeks(
        options.isCall[i],
        options.forward[i],
        options.strike[i],
        options.years[i],
        options.vol[i],
        values);
    return values;
  }

  /** The volatility of a price. */
  @Benchmark
  public double impliedVol() {
    return options.impliedVol(black, next());
  }
}
