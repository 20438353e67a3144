package io.arb.cli.greeks.hedging;

import io.arb.cli.input.FieldException;
import io.arb.cli.input.Fields;
import io.arb.greeks.band.AsymmetricBand;
import io.arb.greeks.band.BandPolicy;
import io.arb.greeks.band.FixedBand;
import io.arb.greeks.band.HedgeBand;
import io.arb.greeks.band.Leland;
import io.arb.greeks.band.WhalleyWilmott;
import io.arb.greeks.band.Zakamouline;
import io.arb.greeks.ddh.DdhParameters;
import io.arb.greeks.ddh.HardLimit;
import io.arb.greeks.ddh.LadderDecision;
import io.arb.greeks.ddh.LadderParameters;
import io.arb.greeks.ddh.LadderReference;
import io.arb.greeks.ddh.PerpRules;
import io.arb.greeks.hedgesim.BandHedger;
import io.arb.greeks.hedgesim.HedgeCosts;
import io.arb.greeks.hedgesim.Hedger;
import io.arb.greeks.hedgesim.LadderHedger;
import io.arb.greeks.hedgesim.StopLossHedger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The hedging rules to be simulated, as they were written. */
final class PolicyOptions {
  private static final double HOURS_PER_YEAR = 365 * 24;
  private static final double FAR = 1e12;

  /** The rules. */
  enum Policy {
    FIXED_TIME,
    BAND,
    ASYMMETRIC,
    WHALLEY_WILMOTT,
    ZAKAMOULINE,
    LELAND,
    STOP_LOSS,
    LADDER
  }

  @Option(
      names = "--policy",
      split = ",",
      paramLabel = "POLICY",
      description = {
        "One or more of fixed-time, band, asymmetric, whalley-wilmott, zakamouline, leland,",
        "stop-loss, ladder; with commas between them they meet the same paths."
      })
  private List<String> policies = List.of();

  @Option(
      names = "--every",
      paramLabel = "N",
      description = "Look at every Nth step only. Default: 1.")
  private String every = "";

  @Option(
      names = "--band",
      paramLabel = "N",
      description = "Half width of band, size of a rung of ladder.")
  private String band = "";

  @Option(
      names = "--may-be-short",
      paramLabel = "N",
      description = "For asymmetric: net delta may fall to minus this.")
  private String mayBeShort = "";

  @Option(
      names = "--may-be-long",
      paramLabel = "N",
      description = "For asymmetric: net delta may rise to this.")
  private String mayBeLong = "";

  @Option(
      names = "--risk-aversion",
      paramLabel = "R",
      description = "For whalley-wilmott and zakamouline, per USD.")
  private String riskAversion = "";

  @Option(
      names = "--cap-hours",
      paramLabel = "N",
      description = "For zakamouline: cap the band in the last hours. Default: 0, never.")
  private String capHours = "";

  @Option(
      names = "--hedge-ratio",
      paramLabel = "F",
      description = "Share of delta that is offset, 0 to 1. Default: 1.")
  private String hedgeRatio = "";

  @Option(
      names = "--min-move",
      paramLabel = "F",
      description = "No hedge before the price has moved this far, 0.001 or 0.1%%. Default: 0.")
  private String minMove = "";

  @Option(
      names = "--inset",
      paramLabel = "F",
      description = "Trade so far inside the edge of a band; 1 is its middle. Default: 0.")
  private String inset = "";

  @Option(names = "--rungs", paramLabel = "N", description = "For ladder, a side. Default: 5.")
  private String rungs = "";

  @Option(names = "--tick", paramLabel = "USD", description = "For ladder. Default: 0.01.")
  private String tick = "";

  @Option(
      names = "--hard-limit",
      paramLabel = "N",
      description = "For ladder: a delta beyond this is taken away. Default: never.")
  private String hardLimit = "";

  Fields fields() {
    Map<String, String> texts = new HashMap<>();
    texts.put("every", every);
    texts.put("band", band);
    texts.put("may_be_short", mayBeShort);
    texts.put("may_be_long", mayBeLong);
    texts.put("risk_aversion", riskAversion);
    texts.put("cap_hours", capHours);
    texts.put("hedge_ratio", hedgeRatio);
    texts.put("min_move", minMove);
    texts.put("inset", inset);
    texts.put("rungs", rungs);
    texts.put("tick", tick);
    texts.put("hard_limit", hardLimit);
    return Fields.ofOptions(texts);
  }

  /** True if an option was written that a published table fixes itself. */
  boolean isGiven() {
    return !fields().isEmpty() || !policies.isEmpty();
  }

  /** The rules in their order, each once. */
  List<Policy> policies() throws FieldException {
    List<Policy> read = new ArrayList<>();
    for (String text : policies) {
      Policy policy = Fields.ofOptions(Map.of("policy", text)).word("policy", Policy.class);
      if (!read.contains(policy)) {
        read.add(policy);
      }
    }
    if (read.isEmpty()) {
      Fields.ofOptions(Map.of()).word("policy", Policy.class);
    }
    return read;
  }

  /**
   * The rule at work.
   *
   * @param stepYears between two looks at the price
   * @param spotUsd where paths start; rungs rest within half of it
   */
  Hedger hedger(Policy policy, HedgeCosts costs, double stepYears, double spotUsd)
      throws FieldException {
    Fields fields = fields();
    int looks = Numbers.whole(fields, "every", 1, Integer.MAX_VALUE, 1);
    double cost = costs.takerFraction();
    return switch (policy) {
      case FIXED_TIME -> banded(fields, new FixedBand(0), looks);
      case BAND -> banded(fields, new FixedBand(fields.notNegative("band")), looks);
      case ASYMMETRIC ->
          banded(
              fields,
              new AsymmetricBand(
                  fields.notNegative("may_be_short"), fields.notNegative("may_be_long")),
              looks);
      case WHALLEY_WILMOTT ->
          banded(fields, new WhalleyWilmott(cost, fields.positive("risk_aversion")), looks);
      case ZAKAMOULINE -> {
        double cap = Numbers.notNegative(fields, "cap_hours", 0) / HOURS_PER_YEAR;
        yield banded(fields, new Zakamouline(cost, fields.positive("risk_aversion"), cap), looks);
      }
      case LELAND -> banded(fields, new Leland(cost, looks * stepYears), looks);
      case STOP_LOSS -> new StopLossHedger(looks);
      case LADDER -> ladder(fields, costs, spotUsd / 2);
    };
  }

  private static BandHedger banded(Fields fields, HedgeBand band, int looks) throws FieldException {
    return new BandHedger(
        new BandPolicy(
            band,
            Numbers.between(fields, "hedge_ratio", 0, 1, 1),
            Numbers.notNegative(fields, "min_move", 0),
            Numbers.between(fields, "inset", 0, 1, 0)),
        looks);
  }

  private static LadderHedger ladder(Fields fields, HedgeCosts costs, double reachUsd)
      throws FieldException {
    double size = fields.positive("band");
    HardLimit limit = HardLimit.NEVER;
    if (fields.has("hard_limit")) {
      double most =
          fields.number("hard_limit", "a delta above the band " + size, value -> value > size);
      limit = new HardLimit(most, 0, FAR);
    }
    var parameters =
        new LadderParameters(
            size,
            Numbers.whole(fields, "rungs", 1, 50, 5),
            reachUsd,
            LadderParameters.Solution.EXACT);
    double step = costs.amountStep() > 0 ? costs.amountStep() : size / 1e6;
    var rules = new PerpRules(Numbers.positive(fields, "tick", 0.01), step, step, FAR);
    return new LadderHedger(
        new LadderDecision(parameters, new DdhParameters(size, reachUsd, 0, 0, 0), limit),
        LadderReference.USUAL_DRIFT,
        rules);
  }
}
