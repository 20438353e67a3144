package io.arb.cli.greeks.surface;

import io.arb.cli.greeks.surface.ChainFile.BadChainException;
import io.arb.cli.output.Layout;
import io.arb.cli.output.NumberText;
import io.arb.cli.output.OutputOptions;
import io.arb.cli.output.RowWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fits every snapshot of many files and counts how many expiries come out good. An expiry counts if
 * at least {@link #COUNTED_FROM} of its quotes had two sides, before any was dropped; one without
 * enough usable quotes counts as not good. Owned by one thread.
 */
final class FolderReport {
  /** Expiries with fewer two-sided quotes are fitted, and shape the others, but are not counted. */
  static final int COUNTED_FROM = 8;

  private static final double NANOS_PER_MILLI = 1e6;
  private static final double DAYS = 365;
  private static final double PERCENT = 100;

  private final List<FittedSlice> counted = new ArrayList<>();
  private final List<Double> millisPerSlice = new ArrayList<>();
  private int snapshots;

  /** Reads and fits one file. */
  void add(Path file) throws BadChainException {
    for (Snapshot snapshot : ChainFile.read(file)) {
      long start = System.nanoTime();
      List<FittedSlice> slices = FittedSlice.all(snapshot);
      millisPerSlice.add((System.nanoTime() - start) / NANOS_PER_MILLI / slices.size());
      snapshots++;
      slices.stream().filter(slice -> slice.twoSided() >= COUNTED_FROM).forEach(counted::add);
    }
  }

  /** Share of the counted expiries that are good; NaN if none was counted. */
  double shareGood() {
    return (double) counted.stream().filter(FittedSlice::isGood).count() / counted.size();
  }

  /** For people the shares and what failed; for programs every expiry. */
  void print(PrintWriter out, OutputOptions output) {
    if (output.isForPeople()) {
      printShares(out);
    }
    try (RowWriter<FittedSlice> rows =
        output.open(
            out,
            Layout.TABLE,
            output.isForPeople() ? SliceColumns.forReport() : SliceColumns.forPrograms())) {
      counted.stream()
          .filter(slice -> !output.isForPeople() || !slice.isGood())
          .forEach(rows::write);
    }
  }

  private void printShares(PrintWriter out) {
    out.printf(
        "%d snapshots, %d expiries with at least %d two-sided quotes, good: %d (%s %%)%n",
        snapshots,
        counted.size(),
        COUNTED_FROM,
        counted.stream().filter(FittedSlice::isGood).count(),
        NumberText.rounded(PERCENT * shareGood()));
    out.printf(
        "milliseconds an expiry: median %s, 95th percentile %s%n%n",
        percentile(0.5), percentile(0.95));
    verdicts().forEach((verdict, count) -> out.printf("%-16s %6d%n", verdict, count));
    out.println();
    byTime()
        .forEach(
            (time, counts) -> out.printf("%-16s %6d of %6d good%n", time, counts[0], counts[1]));
    out.println();
  }

  private String percentile(double fraction) {
    List<Double> sorted = millisPerSlice.stream().sorted().toList();
    return NumberText.rounded(sorted.get((int) (fraction * (sorted.size() - 1))));
  }

  private Map<String, Integer> verdicts() {
    Map<String, Integer> verdicts = new TreeMap<>();
    counted.forEach(slice -> verdicts.merge(slice.verdict(), 1, Integer::sum));
    return verdicts;
  }

  private Map<String, int[]> byTime() {
    Map<String, int[]> byTime = new TreeMap<>();
    for (FittedSlice slice : counted) {
      int[] counts = byTime.computeIfAbsent(bucket(slice.quotes().years()), name -> new int[2]);
      counts[0] += slice.isGood() ? 1 : 0;
      counts[1]++;
    }
    return byTime;
  }

  private static String bucket(double years) {
    double days = years * DAYS;
    if (days < 1) {
      return "under 1 day";
    }
    return days < 8 ? "1 to 8 days" : days < 35 ? "8 to 35 days" : "over 35 days";
  }
}
