package io.arb.cli.greeks.surface;

import io.arb.cli.greeks.surface.ChainFile.BadChainException;
import io.arb.cli.output.Layout;
import io.arb.cli.output.OutputOptions;
import io.arb.cli.output.RowWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code arb greeks surface}: fits option chains. */
@Command(
    name = "surface",
    description = {
      "Fits a volatility surface to an option chain: parameters, arbitrage checks, errors.",
      "A smile is good if it lies inside bid and ask of 90 %% of its quotes, without arbitrage."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nColumns of FILE (CSV with a heading, or JSON lines; .gz is unpacked):%n",
    footer = {
      "  ts_ms       when, epoch milliseconds; each value is a snapshot",
      "  instrument  such as ETH-27FEB26-2000-P; then bid and ask are in coins of fwd",
      "  type, strike, expiry   instead of instrument; then bid and ask are in USD",
      "  fwd         forward of the expiry, USD;  index  of the underlying, default fwd",
      "  bid, ask    empty if nobody quotes that side;  tick  smallest step, USD, default 0",
      "  underlying, mark, mark_iv, delta, vega, oi, vol24h   may be there, are not used"
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0: every smile is good; with --report, at least 95 %% of them",
      "1: fitted, but not so",
      "2: the command line, the file or a row is wrong; nothing was fitted"
    })
public final class SurfaceCommand implements Callable<Integer> {
  private static final int FINE = 0;
  private static final int NOT_GOOD = 1;
  private static final int MISUSED = 2;
  private static final double REPORT_PASSES = 0.95;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "0..1", description = "The chain.")
  private @Nullable Path file;

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description =
          "The last snapshot not after this, such as 2026-02-05T12:00:00Z. Default: last.")
  private @Nullable Instant at;

  @Option(
      names = "--png",
      paramLabel = "PNG",
      description = "Draw smiles and total variances into this file.")
  private @Nullable Path png;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = {
        "Fit all chains of a folder, and count the expiries that are good out of those",
        "with at least eight two-sided quotes. With --csv or --json: every expiry."
      })
  private @Nullable Path folder;

  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    if ((file == null) == (folder == null)) {
      throw new ParameterException(spec.commandLine(), "Expected either FILE or --report DIR");
    }
    try {
      return file == null ? report(folder) : show(file);
    } catch (BadChainException e) {
      return complain(e.problem(), MISUSED);
    } catch (IllegalArgumentException e) {
      return complain("no expiry has enough usable quotes: " + e.getMessage(), NOT_GOOD);
    } catch (IOException e) {
      return complain("cannot be read or written: " + e.getMessage(), MISUSED);
    }
  }

  private int show(Path chain) throws BadChainException, IOException {
    Snapshot snapshot = chosen(ChainFile.read(chain));
    List<FittedSlice> slices = FittedSlice.all(snapshot);
    if (output.isForPeople()) {
      out()
          .printf(
              "%s, index %.2f USD%n",
              Instant.ofEpochMilli(snapshot.takenAtMillis()), snapshot.indexUsd());
    }
    try (RowWriter<FittedSlice> rows =
        output.open(
            out(),
            Layout.TABLE,
            output.isForPeople() ? SliceColumns.forPeople() : SliceColumns.forPrograms())) {
      slices.forEach(rows::write);
    }
    if (png != null) {
      SurfacePicture.write(slices, png);
    }
    return slices.stream().allMatch(FittedSlice::isGood) ? FINE : NOT_GOOD;
  }

  private Snapshot chosen(List<Snapshot> snapshots) throws BadChainException {
    if (at == null) {
      return snapshots.getLast();
    }
    long latest = at.toEpochMilli();
    return snapshots.stream()
        .filter(snapshot -> snapshot.takenAtMillis() <= latest)
        .reduce((first, second) -> second)
        .orElseThrow(
            () ->
                new BadChainException(
                    "--at: expected an instant from "
                        + Instant.ofEpochMilli(snapshots.getFirst().takenAtMillis())
                        + " on, got '"
                        + at
                        + "'"));
  }

  private int report(Path directory) throws BadChainException, IOException {
    FolderReport report = new FolderReport();
    List<Path> files = chains(directory);
    if (files.isEmpty()) {
      throw new BadChainException(
          "--report: expected a folder with .csv or .csv.gz files, got '" + directory + "'");
    }
    for (Path chain : files) {
      report.add(chain);
    }
    report.print(out(), output);
    out().flush();
    return report.shareGood() >= REPORT_PASSES ? FINE : NOT_GOOD;
  }

  private static List<Path> chains(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(path -> path.toString().matches(".*\\.csv(\\.gz)?")).sorted().toList();
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private int complain(String problem, int code) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(problem);
    err.flush();
    return code;
  }
}
