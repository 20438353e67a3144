package io.arb.cli.greeks.hedging;

import io.arb.cli.greeks.hedging.PolicyOptions.Policy;
import io.arb.cli.input.FieldException;
import io.arb.cli.input.Fields;
import io.arb.cli.input.NowOption;
import io.arb.cli.output.Column;
import io.arb.cli.output.Layout;
import io.arb.cli.output.OutputOptions;
import io.arb.cli.output.RowWriter;
import io.arb.greeks.hedgesim.HedgeCosts;
import io.arb.greeks.hedgesim.HedgeSimulation;
import io.arb.greeks.hedgesim.Hedger;
import io.arb.greeks.hedgesim.Interest;
import io.arb.greeks.hedgesim.OptionBook;
import io.arb.greeks.hedgesim.PathSource;
import io.arb.greeks.hedgesim.PricePath;
import io.arb.greeks.hedgesim.PublishedRow;
import io.arb.greeks.hedgesim.PublishedTable;
import io.arb.greeks.hedgesim.SimulationResult;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code arb greeks hedge-sim}: what hedging rules cost, and the risk that they leave. */
@Command(
    name = "hedge-sim",
    description = {
      "Hedges options along random or recorded price paths and measures cost and risk.",
      "The same command and seed give the same digits, whatever the number of threads.",
      "Example: arb greeks hedge-sim --leg -1,C,100,365d,25%% --spot 100 --cost 1%%",
      "  --policy fixed-time,whalley-wilmott,zakamouline --risk-aversion 1 --steps 500"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0: simulated", "2: the command line or the price file is wrong"})
public final class HedgeSimCommand implements Callable<Integer> {
  private static final int MISUSED = 2;
  private static final int MOST_PATHS = 10_000_000;
  private static final int MOST_THREADS = 256;
  private static final int USUAL_PATHS = 10_000;

  @Spec private CommandSpec spec;
  @Mixin private MarketOptions market;
  @Mixin private PolicyOptions policies;

  @Option(names = "--paths", paramLabel = "N", description = "Random paths. Default: 10000.")
  private String paths = "";

  @Option(names = "--seed", paramLabel = "N", description = "Of the random numbers. Default: 1.")
  private long seed = 1;

  @Option(names = "--threads", paramLabel = "N", description = "Default: one for each processor.")
  private String threads = "";

  @Option(
      names = "--parts",
      description = "Show where the profit came from: gamma, theta, vega, costs and others.")
  private boolean parts;

  @Option(
      names = "--table",
      paramLabel = "NAME",
      description = {
        "Instead of all that, run a published table again and print it beside the original:",
        "hull, derman-kamal or bands. With --paths, --seed and --threads."
      })
  private String table = "";

  @Mixin private NowOption now;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    try {
      Fields fields = fields();
      if (fields.has("table")) {
        table(fields);
      } else {
        policies(fields);
      }
      return 0;
    } catch (FieldException e) {
      return misused(e.problem());
    } catch (IllegalArgumentException e) {
      return misused("these options do not go together: " + e.getMessage());
    }
  }

  private int misused(String problem) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(problem);
    err.flush();
    return MISUSED;
  }

  private Fields fields() {
    Map<String, String> texts = new HashMap<>();
    texts.put("paths", paths);
    texts.put("threads", threads);
    texts.put("table", table);
    return Fields.ofOptions(texts);
  }

  private void table(Fields fields) throws FieldException {
    if (market.isGiven() || policies.isGiven() || parts) {
      throw fields.problem("table", "no options beside --paths, --seed, --threads");
    }
    PublishedTable published = fields.word("table", PublishedTable.class);
    int count = Numbers.whole(fields, "paths", 2, MOST_PATHS, USUAL_PATHS);
    int workers = threads(fields);
    try (RowWriter<TableRow> rows = open(TableRow.columns())) {
      for (PublishedRow row : published.rows(count, seed)) {
        TableRow.of(row, row.simulation().run(workers)).forEach(rows::write);
      }
    }
  }

  private void policies(Fields fields) throws FieldException {
    OptionBook book = market.book(now.now());
    HedgeCosts costs = market.costs();
    List<Policy> rules = policies.policies();
    int count = Numbers.whole(fields, "paths", 1, MOST_PATHS, USUAL_PATHS);
    int workers = threads(fields);
    PathSource source = market.paths(book, count, seed);
    PricePath first = source.block(0).get();
    double stepYears = first.horizonYears() / first.steps();
    try (RowWriter<PolicyRow> rows = open(PolicyRow.columns(parts))) {
      for (Policy rule : rules) {
        Hedger hedger = policies.hedger(rule, costs, stepYears, first.priceUsd(0));
        var simulation = new HedgeSimulation(book, source, hedger, costs, Interest.EARNED);
        SimulationResult result =
            parts ? simulation.runWithParts(workers) : simulation.run(workers);
        rows.write(new PolicyRow(spelled(rule), result));
      }
    }
  }

  private <T> RowWriter<T> open(List<Column<T>> columns) {
    return output.open(spec.commandLine().getOut(), Layout.TABLE, columns);
  }

  private static int threads(Fields fields) throws FieldException {
    int processors = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    return Numbers.whole(fields, "threads", 1, MOST_THREADS, processors);
  }

  private static String spelled(Policy policy) {
    return policy.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
