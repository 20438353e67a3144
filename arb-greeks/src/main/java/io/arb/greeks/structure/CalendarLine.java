package io.arb.greeks.structure;

import static io.arb.greeks.OptionType.CALL;
import static io.arb.greeks.OptionType.PUT;
import static java.lang.Double.POSITIVE_INFINITY;

import io.arb.greeks.Black76;
import io.arb.greeks.OptionPrice;
import io.arb.greeks.OptionType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;

/**
 * Profit of one unit of a calendar at the earlier expiry, {@code g(S) = far(R S) - max(w (S - K),
 * 0) - cost}. It is convex on either side of the strike, so it turns at most once there; between
 * the turning points, the strike and the limits at 0 and infinity it is monotone and has one zero
 * where its sign changes.
 */
record CalendarLine(Calendar calendar, FarOption far) {
  /** Forwards of the later option to look at: a decade inside of what {@link Black76} accepts. */
  private static final double LOWEST_FORWARD_USD = 1e-49;

  private static final double HIGHEST_FORWARD_USD = 1e49;

  private record Point(double settlement, double profit) {}

  double unitProfitUsd(double settlement) {
    double basis = isInTheMoney(settlement) ? type().sign() * excess() * settlement : 0;
    return outOfTheMoney(settlement).priceUsd() + basis - unitCost();
  }

  ProfitProfile profile() {
    List<Point> points = points();
    double highest = points.stream().mapToDouble(Point::profit).max().orElseThrow();
    double lowest = points.stream().mapToDouble(Point::profit).min().orElseThrow();
    double quantity = calendar.quantity();
    return new ProfitProfile(
        breakEvens(points),
        quantity * (quantity > 0 ? highest : lowest),
        -quantity * (quantity > 0 ? lowest : highest));
  }

  /** Where the profit may turn, rising, the limits included. */
  private List<Point> points() {
    var points = new ArrayList<Point>();
    points.add(new Point(0, -unitCost()));
    if (type() == PUT && excess() > 0) {
      points.add(at(turningPoint(0.5)));
    }
    points.add(at(strike()));
    if (type() == CALL && excess() > 0 && slope(Math.nextUp(strike())) < 0) {
      points.add(at(turningPoint(2)));
    }
    points.add(new Point(POSITIVE_INFINITY, limitAtInfinity()));
    return points;
  }

  private double limitAtInfinity() {
    return type() == CALL && excess() != 0
        ? Math.copySign(POSITIVE_INFINITY, excess())
        : -unitCost();
  }

  private Point at(double settlement) {
    return new Point(settlement, unitProfitUsd(settlement));
  }

  /**
   * The lowest point in the money: the slope has one sign at the strike, another far out. If that
   * is too far out to look, the last point in reach, which the bisection ends at by itself.
   */
  private double turningPoint(double step) {
    double inside = step > 1 ? Math.nextUp(strike()) : Math.nextDown(strike());
    boolean falls = slope(inside) < 0;
    double outside = outwards(strike(), step, settlement -> slope(settlement) < 0 != falls);
    return Bisection.zero(this::slope, inside, outside);
  }

  /** The first of the settlement prices ever further out that is wanted, or the last in reach. */
  private double outwards(double from, double step, DoublePredicate isWanted) {
    double lowest = LOWEST_FORWARD_USD / far.forwardRatio();
    double highest = HIGHEST_FORWARD_USD / far.forwardRatio();
    double settlement = from * step;
    while (settlement > lowest && settlement < highest && !isWanted.test(settlement)) {
      settlement *= step;
    }
    return Math.clamp(settlement, lowest, highest);
  }

  private List<Double> breakEvens(List<Point> points) {
    var breakEvens = new ArrayList<Double>();
    for (int i = 0; i + 1 < points.size(); i++) {
      Point from = points.get(i);
      Point to = points.get(i + 1);
      if (from.settlement > 0 && from.profit == 0) {
        breakEvens.add(from.settlement);
      } else if (Math.signum(from.profit) * Math.signum(to.profit) < 0) {
        addBreakEven(breakEvens, near(from, to), near(to, from));
      }
    }
    return breakEvens;
  }

  /** None is in reach where even the last settlement price has not the sign of the limit. */
  private void addBreakEven(List<Double> breakEvens, double low, double high) {
    if (Math.signum(unitProfitUsd(low)) * Math.signum(unitProfitUsd(high)) < 0) {
      breakEvens.add(Bisection.zero(this::unitProfitUsd, low, high));
    }
  }

  /** The point, or, for a limit, a settlement price with its sign if one is in reach. */
  private double near(Point point, Point other) {
    if (point.settlement > 0 && point.settlement < POSITIVE_INFINITY) {
      return point.settlement;
    }
    double sign = Math.signum(point.profit);
    double step = point.settlement == 0 ? 0.5 : 2;
    return outwards(other.settlement, step, price -> Math.signum(unitProfitUsd(price)) == sign);
  }

  /** {@code g'(S)}; in the money by the option of the other type, whose small values are exact. */
  private double slope(double settlement) {
    double basis = isInTheMoney(settlement) ? type().sign() * excess() : 0;
    return far.forwardRatio() * outOfTheMoney(settlement).greeks().delta() + basis;
  }

  /** The later option out of the money of the earlier one; parity leads to the other side. */
  private OptionPrice outOfTheMoney(double settlement) {
    OptionType either = isInTheMoney(settlement) ? type().opposite() : type();
    return Black76.price(
        either,
        settlement * far.forwardRatio(),
        strike(),
        calendar.farYears() - calendar.nearYears(),
        far.volFraction());
  }

  private boolean isInTheMoney(double settlement) {
    return type().intrinsicUsd(settlement, strike()) > 0;
  }

  private OptionType type() {
    return calendar.type();
  }

  private double strike() {
    return calendar.strikeUsd();
  }

  private double unitCost() {
    return calendar.farPriceUsd() - calendar.nearPriceUsd();
  }

  /** {@code R - 1}. */
  private double excess() {
    return far.forwardRatio() - 1;
  }
}
