package io.arb.greeks.structure;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;

import io.arb.greeks.structure.StructureLeg.OptionLeg;
import io.arb.greeks.structure.StructureLeg.UnderlyingLeg;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Profit at expiry as a line with corners at the strikes, in exact decimals: sums and products lose
 * nothing, so whether it is zero has an answer.
 *
 * @param corners at 0 and at every strike, rising
 * @param lastSlope USD per USD above the highest strike
 */
record ProfitLine(List<Corner> corners, BigDecimal lastSlope) {

  record Corner(BigDecimal settlement, BigDecimal profit) {}

  static ProfitLine of(List<StructureLeg> legs) {
    var settlements = new TreeSet<>(List.of(ZERO)); // ordered by value: 100 and 100.0 are one
    for (StructureLeg leg : legs) {
      if (leg instanceof OptionLeg option) {
        settlements.add(BigDecimal.valueOf(option.strikeUsd()));
      }
    }
    List<Corner> corners =
        settlements.stream().map(each -> new Corner(each, profit(legs, each))).toList();
    Corner last = corners.getLast();
    BigDecimal beyond = profit(legs, last.settlement.add(ONE));
    return new ProfitLine(corners, beyond.subtract(last.profit));
  }

  private static BigDecimal profit(List<StructureLeg> legs, BigDecimal settlement) {
    return legs.stream().map(leg -> profit(leg, settlement)).reduce(ZERO, BigDecimal::add);
  }

  private static BigDecimal profit(StructureLeg leg, BigDecimal settlement) {
    BigDecimal payoff =
        switch (leg) {
          case OptionLeg option -> payoff(option, settlement);
          case UnderlyingLeg underlying -> settlement;
        };
    BigDecimal gain = payoff.subtract(BigDecimal.valueOf(leg.priceUsd()));
    return BigDecimal.valueOf(leg.quantity()).multiply(gain);
  }

  private static BigDecimal payoff(OptionLeg option, BigDecimal settlement) {
    BigDecimal distance = settlement.subtract(BigDecimal.valueOf(option.strikeUsd()));
    return distance.multiply(BigDecimal.valueOf(option.type().sign())).max(ZERO);
  }

  ProfitProfile profile() {
    BigDecimal highest =
        corners.stream().map(Corner::profit).max(Comparator.naturalOrder()).orElseThrow();
    BigDecimal lowest =
        corners.stream().map(Corner::profit).min(Comparator.naturalOrder()).orElseThrow();
    return new ProfitProfile(
        breakEvens(),
        lastSlope.signum() > 0 ? Double.POSITIVE_INFINITY : highest.doubleValue(),
        lastSlope.signum() < 0 ? Double.POSITIVE_INFINITY : -lowest.doubleValue());
  }

  private List<Double> breakEvens() {
    var breakEvens = new ArrayList<Double>();
    for (int i = 0; i < corners.size(); i++) {
      if (endsAtZero(i)) {
        breakEvens.add(corners.get(i).settlement.doubleValue());
      }
      BigDecimal rise = rise(i);
      if (corners.get(i).profit.signum() * rise.signum() < 0 && crossesBefore(i + 1)) {
        breakEvens.add(crossing(i).doubleValue());
      }
    }
    return breakEvens;
  }

  /** Zero at a corner, other than 0, unless it is zero on both sides of it too. */
  private boolean endsAtZero(int i) {
    return i > 0 && isZero(i) && !(isZero(i - 1) && rise(i).signum() == 0);
  }

  private boolean isZero(int i) {
    return corners.get(i).profit.signum() == 0;
  }

  /** Change of profit to the next corner, or per USD after the last one. */
  private BigDecimal rise(int i) {
    return isLast(i) ? lastSlope : corners.get(i + 1).profit.subtract(corners.get(i).profit);
  }

  private boolean crossesBefore(int next) {
    return next == corners.size()
        || corners.get(next).profit.signum() * corners.get(next - 1).profit.signum() < 0;
  }

  private BigDecimal crossing(int i) {
    Corner from = corners.get(i);
    BigDecimal width = isLast(i) ? ONE : corners.get(i + 1).settlement.subtract(from.settlement);
    BigDecimal steps = from.profit.negate().multiply(width);
    return from.settlement.add(steps.divide(rise(i), MathContext.DECIMAL128));
  }

  private boolean isLast(int i) {
    return i == corners.size() - 1;
  }
}
