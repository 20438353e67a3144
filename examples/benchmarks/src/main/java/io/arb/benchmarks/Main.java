package io.arb.benchmarks;

import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks and prints one table, accuracy beside speed. */
public final class Main {
  private static final TimeValue ITERATION = TimeValue.milliseconds(200);
  private static final int WARMUPS = 4;
  private static final int ITERATIONS = 8;

  private Main() {}

  /**
   * Price and greeks on moderate options, implied volatilities on all kinds.
   *
   * @param args {@code price}, {@code greeks}, {@code impliedVol} (which the batch belongs to); all
   *     if none
   */
  public static void main(String[] args) throws RunnerException {
    String wanted = args.length == 0 ? "" : "(" + String.join("|", args) + ")";
    Report report = new Report();
    report.add(run("BlackBenchmark.*" + wanted, "moderate"));
    if (wanted.isEmpty() || wanted.contains("impliedVol")) {
      report.add(run("BlackBenchmark.impliedVol", "deep_otm", "short_dated"));
      report.add(run("BatchBenchmark.*", "moderate", "deep_otm", "short_dated"));
    }
    report.print(System.out);
  }

  private static Collection<RunResult> run(String benchmarks, String... kinds)
      throws RunnerException {
    return new Runner(
            new OptionsBuilder()
                .include(benchmarks)
                .param("kind", kinds)
                .forks(1)
                .warmupIterations(WARMUPS)
                .warmupTime(ITERATION)
                .measurementIterations(ITERATIONS)
                .measurementTime(ITERATION)
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .build())
        .run();
  }
}
