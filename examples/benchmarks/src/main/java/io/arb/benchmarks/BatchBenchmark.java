package io.arb.benchmarks;

import io.arb.greeks.ImpliedVolBatch;
import io.arb.greeks.OptionType;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** All options of a kind in one call; the time is that of one option. Only arb has such calls. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BatchBenchmark {
  /** Which options: see {@link Options#of}. */
  @Param({"moderate", "deep_otm", "short_dated"})
  public String kind = "moderate";

  private final ImpliedVolBatch batch = new ImpliedVolBatch();
  private final OptionType[] types = new OptionType[Options.COUNT];
  private final double[] results = new double[Options.COUNT];
  private Options options = Options.of("moderate");

  /** Called by JMH after it has set the parameters. */
  @Setup
  public void prepare() {
    options = Options.of(kind);
    Arrays.setAll(types, i -> ArbBlack.type(options.isCall[i]));
  }

  /** The volatilities of all prices. */
  @Benchmark
  @OperationsPerInvocation(Options.COUNT)
  public double[] impliedVol() {
    batch.solve(
        types,
        options.price,
        options.forward,
        options.strike,
        options.years,
        results,
        Options.COUNT);
    return results;
  }
}
