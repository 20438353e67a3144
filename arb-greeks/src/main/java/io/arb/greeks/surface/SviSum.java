package io.arb.greeks.surface;

import java.util.ArrayList;
import java.util.List;

/**
 * A smile that is a sum of raw SVI curves. Two of them are a smile with two bends, for expiries one
 * bend does not fit; a smile between two expiries is a weighted sum of theirs. Immutable.
 *
 * @param parts at least one
 */
public record SviSum(List<RawSvi> parts) implements Smile {
  public SviSum {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("parts must hold at least one curve, got none");
    }
  }

  /**
   * {@code (1 - weight) first + weight second} in total variance.
   *
   * @param weight strictly between 0 and 1
   */
  static SviSum blend(Smile first, Smile second, double weight) {
    List<RawSvi> parts = new ArrayList<>(first.toSum().times(1 - weight).parts);
    parts.addAll(second.toSum().times(weight).parts);
    return new SviSum(parts);
  }

  @Override
  public SmilePoint at(double k) {
    double w = 0;
    double slope = 0;
    double curvature = 0;
    for (RawSvi part : parts) {
      SmilePoint point = part.at(k);
      w += point.totalVariance();
      slope += point.slope();
      curvature += point.curvature();
    }
    return new SmilePoint(k, w, slope, curvature);
  }

  @Override
  public double totalVariance(double k) {
    double w = 0;
    for (RawSvi part : parts) {
      w += part.totalVariance(k);
    }
    return w;
  }

  @Override
  public SviSum toSum() {
    return this;
  }

  @Override
  public SviSum times(double factor) {
    return new SviSum(parts.stream().map(part -> part.times(factor)).toList());
  }

  @Override
  public double leftWingSlope() {
    return parts.stream().mapToDouble(RawSvi::leftWingSlope).sum();
  }

  @Override
  public double rightWingSlope() {
    return parts.stream().mapToDouble(RawSvi::rightWingSlope).sum();
  }

  @Override
  public double minimumTotalVariance() {
    return LineScan.of(this::totalVariance, ScanGrid.of(this)).minimum();
  }

  /** Where the straight left wing, prolonged, meets {@code k = 0}. */
  double leftWingLevel() {
    return parts.stream().mapToDouble(p -> p.a() + p.leftWingSlope() * p.m()).sum();
  }

  /** Where the straight right wing, prolonged, meets {@code k = 0}. */
  double rightWingLevel() {
    return parts.stream().mapToDouble(p -> p.a() - p.rightWingSlope() * p.m()).sum();
  }
}
