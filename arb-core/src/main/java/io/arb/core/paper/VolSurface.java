package io.arb.core.paper;

import io.arb.greeks.OptionType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Volatilities and forwards of a recorded chain, moved in time. Immutable.
 *
 * <p>Each expiry has its recorded volatilities as a function of {@code ln(strike / forward)}: they
 * move with the market. Its forward grows over the index at the recorded rate. Between expiries
 * total variance and carry are linear in time, outside them flat.
 */
public final class VolSurface {
  private final NavigableMap<Instant, VolSlice> slices = new TreeMap<>();

  /**
   * Solves the chain's marks.
   *
   * @param shift added to every recorded expiry
   */
  public VolSurface(OptionChain chain, Duration shift) {
    Map<Instant, List<OptionChain.Row>> byExpiry = new TreeMap<>();
    for (OptionChain.Row row : chain.rows()) {
      byExpiry.computeIfAbsent(row.expiry(), expiry -> new ArrayList<>()).add(row);
    }
    byExpiry.forEach(
        (expiry, rows) ->
            slices.put(
                expiry.plus(shift), new VolSlice(rows, chain.indexUsd(), chain.recordedAt())));
  }

  /** The forward of any expiry, USD. */
  public double forwardUsd(Instant expiry, double indexUsd, Instant now) {
    Neighbours near = neighbours(expiry);
    double carry =
        near.mix(near.before().carryPerYear(), near.after().carryPerYear(), near.weight(expiry));
    return indexUsd * Math.exp(carry * Math.max(VolSlice.years(now, expiry), 0));
  }

  /** Annual volatility as a fraction, positive. */
  public double volFraction(Instant expiry, double logMoneyness, Instant now) {
    Neighbours near = neighbours(expiry);
    double first = near.before().volFraction(logMoneyness);
    double years = VolSlice.years(now, expiry);
    double yearsBefore = VolSlice.years(now, near.beforeAt());
    if (near.isExact() || years <= 0 || yearsBefore <= 0) {
      return first;
    }
    double second = near.after().volFraction(logMoneyness);
    double variance =
        near.mix(
            first * first * yearsBefore,
            second * second * VolSlice.years(now, near.afterAt()),
            near.weight(expiry));
    return Math.sqrt(variance / years);
  }

  QuoteGap gap(Instant expiry, OptionType type, double logMoneyness) {
    return neighbours(expiry).before().gap(type, logMoneyness);
  }

  private Neighbours neighbours(Instant expiry) {
    Map.Entry<Instant, VolSlice> before = slices.floorEntry(expiry);
    Map.Entry<Instant, VolSlice> after = slices.ceilingEntry(expiry);
    Map.Entry<Instant, VolSlice> first = before == null ? slices.firstEntry() : before;
    Map.Entry<Instant, VolSlice> last = after == null ? first : after;
    return new Neighbours(first.getKey(), first.getValue(), last.getKey(), last.getValue());
  }

  /** The recorded expiries around one; the same twice where it is recorded or outside. */
  private record Neighbours(Instant beforeAt, VolSlice before, Instant afterAt, VolSlice after) {
    boolean isExact() {
      return beforeAt.equals(afterAt);
    }

    double weight(Instant expiry) {
      return isExact() ? 0 : VolSlice.years(beforeAt, expiry) / VolSlice.years(beforeAt, afterAt);
    }

    double mix(double first, double second, double weight) {
      return first + weight * (second - first);
    }
  }
}
