package io.arb.benchmarks;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks and prints one table, accuracy beside speed. */
public final class Main {
  private static final List<String> QUESTIONS = List.of("price", "greeks", "impliedVol");
  private static final TimeValue ITERATION = TimeValue.milliseconds(250);

  /** On a busy machine the compiler would otherwise still be at work when measuring begins. */
  private static final String WAIT_FOR_COMPILER = "-Xbatch";

  private static final int WARMUPS = 5;
  private static final int ITERATIONS = 8;

  private Main() {}

  /**
   * Price and greeks of moderate options, implied volatilities of all kinds.
   *
   * @param args {@code price}, {@code greeks}, {@code impliedVol}; all of them if none
   */
  public static void main(String[] args) throws RunnerException {
    List<String> wanted = args.length == 0 ? QUESTIONS : List.of(args);
    if (!QUESTIONS.containsAll(wanted)) {
      throw new IllegalArgumentException("expected some of " + QUESTIONS + ", got " + wanted);
    }
    Report report = new Report();
    for (String question : wanted) {
      report.add(run(question));
    }
    report.print(System.out);
  }

  private static Collection<RunResult> run(String question) throws RunnerException {
    String[] kinds =
        question.equals("impliedVol")
            ? new String[] {"moderate", "deep_otm", "deep_otm_solved", "short_dated"}
            : new String[] {"moderate"};
    return new Runner(
            new OptionsBuilder()
                .include("Benchmark." + question + "$")
                .param("kind", kinds)
                .forks(1)
                .jvmArgsAppend(WAIT_FOR_COMPILER)
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
