package io.arb.greeks.surface;

import io.arb.greeks.Arguments;
import io.arb.greeks.ImpliedVol;
import io.arb.greeks.OptionType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The quotes of one expiry that are fit to be fitted, and why the others are not. Immutable.
 *
 * @param years to expiry, above 0
 * @param forwardUsd forward of the expiry, above 0: the median over its quotes
 * @param quotes ascending in {@code k}, at most one for a strike
 * @param dropped how many quotes each reason kept out
 */
public record SliceQuotes(
    double years, double forwardUsd, List<SmileQuote> quotes, Map<DropReason, Integer> dropped) {
  /** An offer at more than this multiple of the bid's volatility tells of nobody's opinion. */
  private static final double WIDEST_RATIO = 3;

  /** Sides closer than this fraction of the price are one price, converted to USD. */
  private static final double ROUNDING = 1e-9;

  public SliceQuotes {
    Arguments.positive("years", years);
    Arguments.positive("forwardUsd", forwardUsd);
    quotes = List.copyOf(quotes);
    Map<DropReason, Integer> counts = new EnumMap<>(DropReason.class);
    counts.putAll(dropped);
    dropped = Collections.unmodifiableMap(counts);
  }

  /**
   * Keeps the out-of-the-money quotes that have two sides in the right order and worth more than
   * half a tick. Each is seen against its own forward.
   *
   * @param listed all options of one expiry, at least one
   * @param years to expiry, above 0
   */
  public static SliceQuotes of(List<OptionQuote> listed, double years) {
    if (listed.isEmpty()) {
      throw new IllegalArgumentException("listed must hold at least one quote, got none");
    }
    Map<DropReason, Integer> dropped = new EnumMap<>(DropReason.class);
    List<SmileQuote> kept = new ArrayList<>();
    for (OptionQuote quote : listed) {
      DropReason before = structuralReason(quote);
      if (before != null) {
        dropped.merge(before, 1, Integer::sum);
        continue;
      }
      switch (band(quote, years)) {
        case Band.Usable usable -> kept.add(usable.quote());
        case Band.Useless useless -> dropped.merge(useless.reason(), 1, Integer::sum);
      }
    }
    kept.sort(Comparator.comparingDouble(SmileQuote::k));
    return new SliceQuotes(years, medianForward(listed), kept, dropped);
  }

  /** How many of all quotes had two sides, before any was dropped. */
  public static long countTwoSided(List<OptionQuote> listed) {
    return listed.stream().filter(OptionQuote::isTwoSided).count();
  }

  /** Lowest log-moneyness quoted; NaN without quotes. */
  public double lowestK() {
    return quotes.isEmpty() ? Double.NaN : quotes.getFirst().k();
  }

  /** Highest log-moneyness quoted; NaN without quotes. */
  public double highestK() {
    return quotes.isEmpty() ? Double.NaN : quotes.getLast().k();
  }

  private static double medianForward(List<OptionQuote> listed) {
    double[] sorted = listed.stream().mapToDouble(OptionQuote::forwardUsd).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static @Nullable DropReason structuralReason(OptionQuote quote) {
    boolean isPut = quote.strikeUsd() < quote.forwardUsd();
    if (quote.type() != (isPut ? OptionType.PUT : OptionType.CALL)) {
      return DropReason.IN_THE_MONEY;
    }
    if (!(quote.bidUsd() > 0)) {
      return DropReason.NO_BID;
    }
    if (!(quote.askUsd() > 0)) {
      return DropReason.NO_ASK;
    }
    if (quote.askUsd() - quote.bidUsd() <= ROUNDING * quote.askUsd()) {
      return DropReason.CROSSED;
    }
    boolean tiny = quote.bidUsd() + quote.askUsd() < quote.tickUsd() * (1 - ROUNDING);
    return tiny ? DropReason.UNDER_HALF_TICK : null;
  }

  private static Band band(OptionQuote quote, double years) {
    ImpliedVol bid = vol(quote, quote.bidUsd(), years);
    ImpliedVol ask = vol(quote, quote.askUsd(), years);
    if (!(bid instanceof ImpliedVol.Solved low)
        || !(ask instanceof ImpliedVol.Solved high)
        || low.volFraction() >= high.volFraction()) {
      return new Band.Useless(DropReason.NO_VOLATILITY);
    }
    if (high.volFraction() > WIDEST_RATIO * low.volFraction()) {
      return new Band.Useless(DropReason.WIDE);
    }
    double k = Math.log(quote.strikeUsd() / quote.forwardUsd());
    return new Band.Usable(
        new SmileQuote(quote.strikeUsd(), k, low.volFraction(), high.volFraction()));
  }

  private static ImpliedVol vol(OptionQuote quote, double price, double years) {
    return ImpliedVol.solve(quote.type(), price, quote.forwardUsd(), quote.strikeUsd(), years);
  }

  private sealed interface Band {
    record Usable(SmileQuote quote) implements Band {}

    record Useless(DropReason reason) implements Band {}
  }
}
