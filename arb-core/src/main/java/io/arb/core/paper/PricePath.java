package io.arb.core.paper;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A recorded price, continuous in time.
 *
 * <p>Inside a bar the price goes in straight legs from the previous close to the bar's two extremes
 * and to its close; the seed chooses which extreme comes first and when. So it stays between the
 * bar's low and high, except for the gap to the previous close, which is closed inside the later
 * bar. After the last bar the path is walked backwards, then forwards again, for ever. Immutable.
 */
public final class PricePath {
  private static final double BAR_SECONDS = 60;
  private static final long BAR_SALT = 0x9E3779B97F4A7C15L;

  /** Prices of one minute, USD. */
  public record Bar(double open, double high, double low, double close) {
    public Bar {
      if (!(low > 0 && low <= open && low <= close && high >= open && high >= close)) {
        throw new IllegalArgumentException(
            "expected 0 < low <= open, close <= high, got " + List.of(open, high, low, close));
      }
    }
  }

  private final List<Bar> bars;
  private final long seed;

  /**
   * A path over consecutive minutes.
   *
   * @param bars at least one
   */
  public PricePath(List<Bar> bars, long seed) {
    if (bars.isEmpty()) {
      throw new IllegalArgumentException("bars must not be empty");
    }
    this.bars = List.copyOf(bars);
    this.seed = seed;
  }

  /** ETHUSDT on Binance, 29 October to 1 November 2025, 4320 minutes. */
  public static PricePath recordedEth(long seed) {
    return new PricePath(
        RecordedTable.read("eth_usdt_1m_binance_2025-10-29_2025-11-01.csv.gz").stream()
            .map(PricePath::bar)
            .toList(),
        seed);
  }

  private static Bar bar(Map<String, String> row) {
    return new Bar(
        number(row, "open"), number(row, "high"), number(row, "low"), number(row, "close"));
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.getOrDefault(column, ""));
  }

  public List<Bar> bars() {
    return bars;
  }

  /** From the first price to the first turn. */
  public Duration length() {
    return Duration.ofSeconds((long) (bars.size() * BAR_SECONDS));
  }

  /**
   * The price at a time of the path.
   *
   * @param seconds since the path's start; before it the path is mirrored
   * @return USD, positive
   */
  public double priceUsd(double seconds) {
    double length = bars.size() * BAR_SECONDS;
    double phase = Math.abs(seconds) % (2 * length);
    double at = phase <= length ? phase : 2 * length - phase;
    int index = Math.min((int) (at / BAR_SECONDS), bars.size() - 1);
    return inside(index, at / BAR_SECONDS - index);
  }

  private double inside(int index, double fraction) {
    Bar bar = bars.get(index);
    double start = index == 0 ? bar.open() : bars.get(index - 1).close();
    SplittableRandom random = new SplittableRandom(seed + index * BAR_SALT);
    boolean highFirst = random.nextBoolean();
    double firstTurn = random.nextDouble(0.1, 0.45);
    double secondTurn = random.nextDouble(0.55, 0.9);
    double first = highFirst ? bar.high() : bar.low();
    double second = highFirst ? bar.low() : bar.high();
    if (fraction < firstTurn) {
      return between(start, first, fraction / firstTurn);
    }
    return fraction < secondTurn
        ? between(first, second, (fraction - firstTurn) / (secondTurn - firstTurn))
        : between(second, bar.close(), (fraction - secondTurn) / (1 - secondTurn));
  }

  private static double between(double from, double to, double fraction) {
    return from + (to - from) * fraction;
  }
}
