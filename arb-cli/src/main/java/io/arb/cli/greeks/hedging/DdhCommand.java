package io.arb.cli.greeks.hedging;

import io.arb.cli.input.FieldException;
import io.arb.cli.input.NowOption;
import io.arb.cli.output.Layout;
import io.arb.cli.output.NumberText;
import io.arb.cli.output.OutputOptions;
import io.arb.cli.output.RowWriter;
import io.arb.greeks.ddh.LadderReference;
import io.arb.greeks.ddh.PortfolioProfile;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code arb greeks ddh}: what the gamma DDH would have in the book now. */
@Command(
    name = "ddh",
    description = {
      "What the gamma DDH would rest or take in the perpetual now, for a book of options.",
      "delta_there is the delta of the book at that price if nothing has filled."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0: decided", "2: the command line is wrong"})
public final class DdhCommand implements Callable<Integer> {
  private static final int MISUSED = 2;

  /** What is left of a delta of zero after adding up. */
  private static final double ROUNDING = 1e-12;

  private static final double SECONDS_PER_YEAR = 365 * 86_400;

  @Spec private CommandSpec spec;
  @Mixin private DdhOptions options;
  @Mixin private NowOption now;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    try {
      DdhQuestion question = DdhQuestion.read(options, now.now());
      PrintWriter out = spec.commandLine().getOut();
      if (output.isForPeople()) {
        summary(question, out);
      }
      try (RowWriter<DdhAnswer> rows = output.open(out, Layout.TABLE, DdhAnswer.columns())) {
        DdhAnswer.to(question).forEach(rows::write);
      }
      return 0;
    } catch (FieldException e) {
      spec.commandLine().getErr().println(e.problem());
      spec.commandLine().getErr().flush();
      return MISUSED;
    }
  }

  private static void summary(DdhQuestion question, PrintWriter out) {
    PortfolioProfile profile = question.profile();
    double mark = question.market().markUsd();
    double charm = (profile.aged(1).deltaAt(mark) - profile.deltaAt(mark)) * SECONDS_PER_YEAR;
    double seconds =
        SECONDS_PER_YEAR
            * LadderReference.yearsUntilOutdated(
                charm, question.band(), LadderReference.USUAL_DRIFT);
    line(out, "delta", profile.deltaAt(mark), "units");
    line(out, "gamma", profile.gammaAt(mark), "units per USD");
    line(out, "band", question.band(), "units");
    if (Double.isFinite(seconds)) {
      line(out, "solve again after", seconds, "seconds, for time alone");
    }
    out.println();
  }

  private static void line(PrintWriter out, String name, double value, String unit) {
    double shown = Math.abs(value) < ROUNDING ? 0 : value;
    out.printf("%-18s %12s %s%n", name, NumberText.rounded(shown), unit);
  }
}
