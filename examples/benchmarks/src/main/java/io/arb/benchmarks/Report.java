package io.arb.benchmarks;

import static java.util.Objects.requireNonNull;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/**
 * The table: nanoseconds an option (median and minimum of the iterations), how many times as long
 * as arb each library took (by the median and by the minimum), bytes allocated, and the share of
 * rows answered right. Owned by one thread.
 */
final class Report {
  private record Line(
      String question,
      String kind,
      Library library,
      boolean isBatch,
      double median,
      double minimum,
      double bytes) {

    static Line of(RunResult result) {
      var parameters = result.getParams();
      String benchmark = parameters.getBenchmark();
      String library = parameters.getParam("library");
      Statistics times = result.getPrimaryResult().getStatistics();
      return new Line(
          benchmark.substring(benchmark.lastIndexOf('.') + 1),
          parameters.getParam("kind"),
          library == null ? Library.ARB : Library.valueOf(library),
          library == null,
          times.getPercentile(50),
          times.getMin(),
          bytes(result));
    }

    private static double bytes(RunResult result) {
      String name = "gc.alloc.rate.norm";
      return requireNonNull(result.getSecondaryResults().get(name), name).getScore();
    }

    String label() {
      return isBatch ? library.label() + ", batch" : library.label();
    }

    boolean isReferenceOf(Line other) {
      return library == Library.ARB
          && !isBatch
          && question.equals(other.question)
          && kind.equals(other.kind);
    }

    double accuracy() {
      return switch (question) {
        case "price" -> Accuracy.ofPrice(library.black());
        case "greeks" -> Accuracy.ofGreeks(library.black());
        default -> Accuracy.ofImpliedVol(library.black(), kind);
      };
    }
  }

  private final List<Line> lines = new ArrayList<>();

  void add(Collection<RunResult> results) {
    Comparator<Line> order =
        Comparator.comparing(Line::kind).thenComparing(Line::library).thenComparing(Line::isBatch);
    results.stream().map(Line::of).sorted(order).forEach(lines::add);
  }

  void print(PrintStream out) {
    out.printf(
        "Java %s, %s, %d processors%n%n",
        System.getProperty("java.version"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors());
    out.printf(
        "%-10s %-15s %-19s %9s %9s %7s %7s %6s %7s%n",
        "what", "kind", "library", "median ns", "min ns", "x med", "x min", "B/op", "right");
    for (Line line : lines) {
      Line reference =
          lines.stream().filter(arb -> arb.isReferenceOf(line)).findFirst().orElse(line);
      out.printf(
          Locale.ROOT,
          "%-10s %-15s %-19s %9.1f %9.1f %7.2f %7.2f %6.0f %6.1f%%%n",
          line.question(),
          line.kind(),
          line.label(),
          line.median(),
          line.minimum(),
          line.median() / reference.median(),
          line.minimum() / reference.minimum(),
          line.bytes(),
          100 * line.accuracy());
    }
  }
}
