package io.arb.cli.greeks.hedging;

import io.arb.cli.greeks.hedging.DdhOptions.Mode;
import io.arb.cli.input.FieldException;
import io.arb.cli.input.Fields;
import io.arb.greeks.band.HedgedPosition;
import io.arb.greeks.band.WhalleyWilmott;
import io.arb.greeks.ddh.DdhMarket;
import io.arb.greeks.ddh.HardLimit;
import io.arb.greeks.ddh.LadderParameters.Solution;
import io.arb.greeks.ddh.OptionLeg;
import io.arb.greeks.ddh.PerpRules;
import io.arb.greeks.ddh.PortfolioProfile;
import io.arb.greeks.ddh.RungSizing;
import io.arb.greeks.ddh.Touch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What the hedger is asked, read and checked.
 *
 * @param band half width of the no-trade band and size of a rung
 * @param patienceMillis how long an order may rest before the spread is paid
 * @param crossUsd how far from the mark
 * @param breachedMillis for how long delta has been beyond its limit
 */
record DdhQuestion(
    PortfolioProfile profile,
    DdhMarket market,
    double band,
    double maxSpreadUsd,
    int rungs,
    Solution solution,
    Mode mode,
    HardLimit hardLimit,
    long patienceMillis,
    double crossUsd,
    long breachedMillis) {
  private static final double GREATEST = 1e15;
  private static final double MILLIS = 1000;
  private static final double LONGEST_SECONDS = 86_400;
  private static final int MOST_RUNGS = 50;

  static DdhQuestion read(DdhOptions options, Instant now) throws FieldException {
    Fields fields = options.fields();
    List<LegText> legs = LegText.readAll(options.legs(), now);
    double index = fields.positive("index");
    double mark = Numbers.positive(fields, "mark", index);
    double ratio = Numbers.positive(fields, "forward", index) / mark;
    double perp = Numbers.between(fields, "perp", -GREATEST, GREATEST, 0);
    PortfolioProfile profile = profile(legs, ratio, perp);
    DdhMarket market = market(fields, mark);
    double band = band(fields, legs, profile, market);
    Mode mode = fields.has("mode") ? fields.word("mode", Mode.class) : Mode.PASSIVE;
    double cross = Numbers.positive(fields, "cross", mark / 200);
    long patience = millis(fields, "patience", 10);
    return new DdhQuestion(
        profile,
        market,
        band,
        Numbers.positive(fields, "max_spread", mark / 50),
        Numbers.whole(fields, "rungs", 1, MOST_RUNGS, 1),
        options.isFirstOrder() ? Solution.FIRST_ORDER : Solution.EXACT,
        mode,
        hardLimit(fields, mode, band, patience, cross),
        patience,
        cross,
        millis(fields, "breached", 0));
  }

  private static PortfolioProfile profile(List<LegText> legs, double ratio, double perp) {
    List<OptionLeg> priced = new ArrayList<>();
    for (LegText leg : legs) {
      priced.add(
          new OptionLeg(
              leg.quantity(),
              leg.type(),
              leg.strikeUsd(),
              leg.secondsToExpiry(),
              leg.volFraction(),
              ratio));
    }
    return new PortfolioProfile(priced, perp);
  }

  private static DdhMarket market(Fields fields, double mark) throws FieldException {
    double step = Numbers.positive(fields, "step", 0.001);
    double minimum = Numbers.positive(fields, "min_amount", step);
    double maximum = Numbers.positive(fields, "max_amount", 1e9);
    if (maximum < minimum) {
      throw fields.problem("max_amount", "at least the smallest order " + minimum);
    }
    var rules = new PerpRules(Numbers.positive(fields, "tick", 0.01), step, minimum, maximum);
    OptionalDouble bid = price(fields, "bid");
    OptionalDouble ask = price(fields, "ask");
    if (bid.isPresent() && ask.isPresent() && bid.getAsDouble() >= ask.getAsDouble()) {
      throw fields.problem("ask", "a price above the bid " + bid.getAsDouble());
    }
    return new DdhMarket(mark, new Touch(bid, ask), rules);
  }

  private static OptionalDouble price(Fields fields, String name) throws FieldException {
    return fields.has(name) ? OptionalDouble.of(fields.positive(name)) : OptionalDouble.empty();
  }

  private static double band(
      Fields fields, List<LegText> legs, PortfolioProfile profile, DdhMarket market)
      throws FieldException {
    if (fields.has("band") == fields.has("risk_aversion")) {
      throw fields.problem("band", "either a band or --risk-aversion with --cost");
    }
    if (fields.has("band")) {
      return fields.positive("band");
    }
    double mark = market.markUsd();
    double gamma = profile.gammaAt(mark);
    if (gamma == 0) {
      throw fields.problem("risk_aversion", "a book with gamma; take --band");
    }
    LegText first = legs.getFirst();
    var position =
        new HedgedPosition(mark, first.years(), first.volFraction(), 0, 0, gamma, scale -> 0);
    double width =
        new WhalleyWilmott(fields.notNegative("cost"), fields.positive("risk_aversion"))
            .halfWidth(position);
    double fee = Numbers.between(fields, "maker_fee", -0.01, 0.01, 0);
    var floors = new RungSizing(market.rules().tickUsd(), market.rules().minimumAmount(), 0, fee);
    return floors.rungSize(width, Math.abs(gamma), mark);
  }

  private static HardLimit hardLimit(
      Fields fields, Mode mode, double band, long patience, double cross) throws FieldException {
    if (mode != Mode.ESCALATE) {
      return HardLimit.NEVER;
    }
    double limit =
        fields.number(
            "hard_limit",
            "a delta above the band " + band,
            value -> value > band && value < GREATEST);
    return new HardLimit(limit, patience, cross);
  }

  private static long millis(Fields fields, String name, double otherwise) throws FieldException {
    return Math.round(MILLIS * Numbers.between(fields, name, 0, LONGEST_SECONDS, otherwise));
  }
}
