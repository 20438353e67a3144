package io.arb.benchmarks;

import io.arb.greeks.Black76Batch;
import io.arb.greeks.GreeksColumns;
import io.arb.greeks.ImpliedVolBatch;
import io.arb.greeks.OptionColumns;
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
  @Param({"moderate", "deep_otm", "deep_otm_solved", "short_dated"})
  public String kind = "moderate";

  private final Black76Batch prices = new Black76Batch();
  private final ImpliedVolBatch vols = new ImpliedVolBatch();
  private final OptionColumns columns = new OptionColumns(Options.COUNT);
  private final GreeksColumns values = new GreeksColumns(Options.COUNT);
  private final double[] results = new double[Options.COUNT];
  private Options options = Options.of("moderate");

  /** Called by JMH after it has set the parameters. */
  @Setup
  public void prepare() {
    Options o = Options.of(kind);
    options = o;
    for (int i = 0; i < Options.COUNT; i++) {
      columns.set(
          i, ArbBlack.type(o.isCall[i]), o.forward[i], o.strike[i], o.years[i], o.vol[i], 0);
    }
  }

  /** Prices and seven greeks of all options. */
  @Benchmark
  @OperationsPerInvocation(Options.COUNT)
  public GreeksColumns greeks() {
    prices.fill(values, columns, Options.COUNT);
    return values;
  }

  /** The volatilities of all prices. */
  @Benchmark
  @OperationsPerInvocation(Options.COUNT)
  public double[] impliedVol() {
    vols.solve(results, columns, options.price, Options.COUNT);
    return results;
  }
}
