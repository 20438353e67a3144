package io.arb.core.recovery;

import io.arb.core.model.Option;
import io.arb.core.model.Quantity;
import io.arb.core.model.Quote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the options that one trade source holds for us with our book, and finds the quotes that
 * must have been taken while its messages did not reach us: sources do not repeat a trade message.
 * A surplus is believed after it was reported equally several times, because a message may only be
 * late. Owned by the engine thread.
 */
public final class SourceReconciliation {
  /** Equal reports in a row after which a surplus is believed. */
  private static final int BELIEVED_AFTER = 3;

  /** More quotes than this are not tried in all combinations. */
  private static final int MOST_CANDIDATES = 16;

  private Map<Option, Quantity> lastSurplus = Map.of();
  private int repeats;

  /**
   * What a report proves.
   *
   * @param taken quotes that explain a surplus; their trades are missing in our book
   * @param unexplained surplus that no quote of ours explains
   */
  public record Finding(List<Quote> taken, Map<Option, Quantity> unexplained) {
    private static final Finding NOTHING = new Finding(List.of(), Map.of());

    public Finding {
      taken = List.copyOf(taken);
      unexplained = Map.copyOf(unexplained);
    }
  }

  /** True while a surplus was reported and is not settled: ask again soon. */
  public boolean isPending() {
    return !lastSurplus.isEmpty() && repeats < BELIEVED_AFTER;
  }

  /**
   * Takes a report.
   *
   * @param theirs what the source holds for us
   * @param ours what we believe it holds
   * @param untraded our quotes without a trade, oldest first
   */
  public Finding on(
      Map<Option, Quantity> theirs, Map<Option, Quantity> ours, List<Quote> untraded) {
    Map<Option, Quantity> surplus = surplus(theirs, ours);
    repeats = surplus.equals(lastSurplus) ? repeats + 1 : 1;
    lastSurplus = surplus;
    return surplus.isEmpty() || repeats != BELIEVED_AFTER
        ? Finding.NOTHING
        : explain(surplus, untraded);
  }

  private static Map<Option, Quantity> surplus(
      Map<Option, Quantity> theirs, Map<Option, Quantity> ours) {
    Map<Option, Quantity> surplus = new LinkedHashMap<>();
    theirs.forEach(
        (option, held) -> {
          Quantity more = held.minus(ours.getOrDefault(option, Quantity.ZERO));
          if (more.isPositive()) {
            surplus.put(option, more);
          }
        });
    return surplus;
  }

  private static Finding explain(Map<Option, Quantity> surplus, List<Quote> untraded) {
    List<Quote> taken = new ArrayList<>();
    Map<Option, Quantity> unexplained = new HashMap<>();
    surplus.forEach(
        (option, quantity) ->
            combination(candidates(option, untraded), 0, quantity)
                .ifPresentOrElse(taken::addAll, () -> unexplained.put(option, quantity)));
    return new Finding(taken, unexplained);
  }

  /** The best bid of each auction for the option, newest first: only one of an auction is taken. */
  private static List<Quote> candidates(Option option, List<Quote> untraded) {
    Map<Object, Quote> best = new LinkedHashMap<>();
    untraded.stream()
        .filter(quote -> quote.option().equals(option))
        .forEach(
            quote ->
                best.merge(quote.rfq(), quote, (a, b) -> a.bid().compareTo(b.bid()) >= 0 ? a : b));
    return best.values().stream()
        .sorted(Comparator.comparing(Quote::validUntil).reversed())
        .limit(MOST_CANDIDATES)
        .toList();
  }

  /** Quotes from {@code from} on that add up to {@code quantity} exactly, newest preferred. */
  private static Optional<List<Quote>> combination(
      List<Quote> quotes, int from, Quantity quantity) {
    if (quantity.isZero()) {
      return Optional.of(new ArrayList<>());
    }
    for (int i = from; i < quotes.size(); i++) {
      Quote quote = quotes.get(i);
      Quantity rest = quantity.minus(quote.quantity());
      Optional<List<Quote>> others =
          rest.isNegative() ? Optional.empty() : combination(quotes, i + 1, rest);
      if (others.isPresent()) {
        others.get().add(quote);
        return others;
      }
    }
    return Optional.empty();
  }
}
