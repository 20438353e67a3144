package io.arb.greeks.surface;

import java.util.ArrayList;
import java.util.List;

/**
 * A sum of raw SVI curves in the coordinates it is fitted in, with all derivatives the fit needs.
 * The coordinates are one common {@code a} and, for each bend, the slopes of its two wings {@code
 * left = b (1 - rho)} and {@code right = b (1 + rho)}, {@code m} and {@code ln sigma}: the curve is
 * linear in {@code a} and the slopes, and Lee's bound on one bend is a box. Mutable; owned by the
 * one thread that fits.
 */
final class SviJet {
  /** Index of {@code a}; bend i has its four from {@code 1 + 4 i}. */
  static final int A = 0;

  static final int LEFT = 1;
  static final int RIGHT = 2;
  static final int M = 3;
  static final int LOG_SIGMA = 4;
  static final int PER_BEND = 4;

  private final int bends;
  private final double[] at;
  private final double[] sigmas;

  double w;
  double slope;
  double curvature;

  /** Derivatives of {@link #w}, {@link #slope} and {@link #curvature} by the coordinates. */
  final double[] byW;

  final double[] bySlope;
  final double[] byCurvature;

  SviJet(int coordinates) {
    bends = (coordinates - 1) / PER_BEND;
    at = new double[coordinates];
    sigmas = new double[bends];
    byW = new double[coordinates];
    bySlope = new double[coordinates];
    byCurvature = new double[coordinates];
  }

  static double[] coordinates(Smile smile) {
    List<RawSvi> parts = smile.toSum().parts();
    double[] coordinates = new double[1 + PER_BEND * parts.size()];
    for (int i = 0; i < parts.size(); i++) {
      RawSvi part = parts.get(i);
      coordinates[A] += part.a();
      int from = PER_BEND * i;
      coordinates[from + LEFT] = part.leftWingSlope();
      coordinates[from + RIGHT] = part.rightWingSlope();
      coordinates[from + M] = part.m();
      coordinates[from + LOG_SIGMA] = Math.log(part.sigma());
    }
    return coordinates;
  }

  static Smile smile(double[] coordinates) {
    List<RawSvi> parts = new ArrayList<>();
    for (int from = 0; from + PER_BEND < coordinates.length; from += PER_BEND) {
      parts.add(bend(from == 0 ? coordinates[A] : 0, coordinates, from));
    }
    return parts.size() == 1 ? parts.getFirst() : new SviSum(parts);
  }

  /** The smile of one bend. */
  static RawSvi bend(double[] coordinates) {
    return bend(coordinates[A], coordinates, 0);
  }

  private static RawSvi bend(double a, double[] coordinates, int from) {
    double left = coordinates[from + LEFT];
    double right = coordinates[from + RIGHT];
    double rho = left + right > 0 ? (right - left) / (right + left) : 0;
    double limit = Math.nextDown(1.0);
    return new RawSvi(
        a,
        (left + right) / 2,
        Math.clamp(rho, -limit, limit),
        coordinates[from + M],
        Math.exp(coordinates[from + LOG_SIGMA]));
  }

  int coordinates() {
    return at.length;
  }

  int bends() {
    return bends;
  }

  void set(double[] coordinates) {
    System.arraycopy(coordinates, 0, at, 0, at.length);
    for (int i = 0; i < bends; i++) {
      sigmas[i] = Math.exp(at[PER_BEND * i + LOG_SIGMA]);
    }
  }

  double m(int bend) {
    return at[PER_BEND * bend + M];
  }

  double sigma(int bend) {
    return sigmas[bend];
  }

  /** Value, slope and the derivatives of {@link #w} at {@code k}. */
  void at(double k) {
    w = at[A];
    slope = 0;
    byW[A] = 1;
    for (int from = 0; from < PER_BEND * bends; from += PER_BEND) {
      double sigma = sigmas[from / PER_BEND];
      double left = at[from + LEFT];
      double right = at[from + RIGHT];
      double y = k - at[from + M];
      double root = Math.sqrt(y * y + sigma * sigma);
      double tilt = (left * (y / root - 1) + right * (y / root + 1)) / 2;
      byW[from + LEFT] = (root - y) / 2;
      byW[from + RIGHT] = (root + y) / 2;
      byW[from + M] = -tilt;
      byW[from + LOG_SIGMA] = (left + right) / 2 * sigma * sigma / root;
      w += left * byW[from + LEFT] + right * byW[from + RIGHT];
      slope += tilt;
    }
  }

  /** As {@link #at}, and curvature and the derivatives of both. */
  void jetAt(double k) {
    at(k);
    curvature = 0;
    for (int from = 0; from < PER_BEND * bends; from += PER_BEND) {
      double sigma = sigmas[from / PER_BEND];
      double b = (at[from + LEFT] + at[from + RIGHT]) / 2;
      double y = k - at[from + M];
      double square = y * y + sigma * sigma;
      double root = Math.sqrt(square);
      double bend = sigma * sigma / (square * root);
      bySlope[from + LEFT] = (y / root - 1) / 2;
      bySlope[from + RIGHT] = (y / root + 1) / 2;
      bySlope[from + M] = -b * bend;
      bySlope[from + LOG_SIGMA] = -b * bend * y;
      byCurvature[from + LEFT] = bend / 2;
      byCurvature[from + RIGHT] = bend / 2;
      byCurvature[from + M] = 3 * b * bend * y / square;
      byCurvature[from + LOG_SIGMA] = b * bend * (2 - 3 * sigma * sigma / square);
      curvature += b * bend;
    }
  }

  /** Sum of the slopes of all left ({@link #LEFT}) or right ({@link #RIGHT}) wings. */
  double wing(int side) {
    double sum = 0;
    for (int from = 0; from < PER_BEND * bends; from += PER_BEND) {
      sum += at[from + side];
    }
    return sum;
  }

  /** Derivatives of {@link #wing} by the coordinates. */
  double[] byWing(int side) {
    double[] gradient = new double[at.length];
    for (int from = 0; from < PER_BEND * bends; from += PER_BEND) {
      gradient[from + side] = 1;
    }
    return gradient;
  }
}
