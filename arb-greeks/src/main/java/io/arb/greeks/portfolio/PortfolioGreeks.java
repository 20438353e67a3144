package io.arb.greeks.portfolio;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Greeks of a portfolio. They are those of the counted legs: unless {@link #isComplete()}, the
 * exposure of the skipped ones is unknown and has to be judged by the caller.
 *
 * @param underlyings those with a counted leg, by name
 * @param skipped legs left out, by underlying and name
 */
public record PortfolioGreeks(List<UnderlyingGreeks> underlyings, List<SkippedLeg> skipped) {
  public PortfolioGreeks {
    underlyings = List.copyOf(underlyings);
    skipped = List.copyOf(skipped);
  }

  /** True if every leg was counted. */
  public boolean isComplete() {
    return skipped.isEmpty();
  }

  /** Greeks of one underlying; empty where no leg of it was counted. */
  public Optional<UnderlyingGreeks> of(String underlying) {
    return underlyings.stream().filter(each -> each.underlying().equals(underlying)).findFirst();
  }

  /** USD that move with the market: sum of {@code delta * S}. */
  public double deltaUsd() {
    return sum(UnderlyingGreeks::deltaUsd);
  }

  /** Change of {@link #deltaUsd} if every underlying moves by 1%. */
  public double gammaUsdPerPercent() {
    return sum(UnderlyingGreeks::gammaUsdPerPercent);
  }

  /** USD per 1.00 of volatility of everything at the reference expiry. */
  public double weightedVega() {
    return sum(each -> each.greeks().weightedVega());
  }

  /** USD per year. */
  public double theta() {
    return sum(each -> each.greeks().theta());
  }

  private double sum(ToDoubleFunction<UnderlyingGreeks> field) {
    return CompensatedSum.of(underlyings.stream().mapToDouble(field));
  }
}
