package io.arb.deribit.simulator;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a channel's name stands for. Source: Deribit API, "Subscriptions". Immutable. */
sealed interface Channel {
  Set<String> KINDS = Set.of("any", "future", "option");
  Set<String> GROUPS = Set.of("none", "1", "2", "5", "10", "25", "100", "250");

  /** The whole book, with changes. */
  record WholeBook(Product product, Interval interval) implements Channel {}

  /** The best levels, always whole; {@code group} is not applied but for {@code none}. */
  record Window(Product product, int depth, Interval interval) implements Channel {}

  record TickerOf(Product product, Interval interval) implements Channel {}

  record QuoteOf(Product product) implements Channel {}

  record Index(String name) implements Channel {}

  record Trades(Filter filter, Interval interval) implements Channel {}

  record PlatformState() implements Channel {}

  record InstrumentState(Filter filter) implements Channel {}

  record UserOrders(Filter filter, Interval interval) implements Channel {}

  record UserTrades(Filter filter, Interval interval) implements Channel {}

  record UserChanges(Filter filter, Interval interval) implements Channel {}

  /** {@code any} or one currency. */
  record Portfolio(String currency) implements Channel {}

  record Lock() implements Channel {}

  /**
   * Which products are meant.
   *
   * @param product one; empty: those of a kind and settlement currency, either of which may be
   *     {@code any}
   */
  record Filter(Optional<Product> product, String kind, String currency) {
    boolean matches(Product candidate) {
      return product
          .map(candidate::equals)
          .orElseGet(
              () ->
                  (kind.equals("any") || kind.equals(candidate.kind()))
                      && (currency.equals("any")
                          || currency.equalsIgnoreCase(candidate.settlement())));
    }
  }

  /** True if only somebody who is logged in may have it. */
  default boolean isPrivate() {
    return switch (this) {
      case UserOrders o -> true;
      case UserTrades t -> true;
      case UserChanges c -> true;
      case Portfolio p -> true;
      case Lock l -> true;
      case WholeBook b -> false;
      case Window w -> false;
      case TickerOf t -> false;
      case QuoteOf q -> false;
      case Index i -> false;
      case Trades t -> false;
      case PlatformState s -> false;
      case InstrumentState s -> false;
    };
  }

  /** True for market data of every single event. */
  default boolean isRawMarketData() {
    return switch (this) {
      case WholeBook b -> b.interval() == Interval.RAW;
      case TickerOf t -> t.interval() == Interval.RAW;
      case Trades t -> t.interval() == Interval.RAW;
      default -> false;
    };
  }

  /** The channel of a name; empty if there is none. */
  static Optional<Channel> parse(String name, Listing listing) {
    List<String> words = List.of(name.split("\\.", -1));
    return switch (words.getFirst()) {
      case "book" -> book(words, listing);
      case "ticker" ->
          words.size() == 3
              ? both(open(words.get(1), listing), Interval.of(words.get(2)), TickerOf::new)
              : Optional.empty();
      case "quote" ->
          words.size() == 2 ? open(words.get(1), listing).map(QuoteOf::new) : Optional.empty();
      case "deribit_price_index" -> index(words, listing);
      case "trades" -> both(filter(words, 1, listing), last(words), Trades::new);
      case "platform_state" ->
          words.size() == 1 ? Optional.of(new PlatformState()) : Optional.empty();
      case "instrument" -> state(words, listing);
      case "user" -> user(words, listing);
      default -> Optional.empty();
    };
  }

  private static <A, B> Optional<Channel> both(
      Optional<A> first,
      Optional<B> second,
      java.util.function.BiFunction<A, B, ? extends Channel> make) {
    return first.flatMap(a -> second.map(b -> make.apply(a, b)));
  }

  private static Optional<Product> open(String name, Listing listing) {
    return listing.find(name).filter(listing::isOpen);
  }

  private static Optional<Interval> last(List<String> words) {
    return Interval.of(words.getLast());
  }

  private static Optional<Channel> book(List<String> words, Listing listing) {
    if (words.size() == 3) {
      return both(open(words.get(1), listing), last(words), WholeBook::new);
    }
    boolean good =
        words.size() == 5
            && GROUPS.contains(words.get(2))
            && words.get(3).matches("1|10|20")
            && last(words).filter(interval -> interval != Interval.RAW).isPresent();
    return good
        ? both(
            open(words.get(1), listing),
            last(words),
            (product, interval) -> new Window(product, Integer.parseInt(words.get(3)), interval))
        : Optional.empty();
  }

  private static Optional<Channel> index(List<String> words, Listing listing) {
    boolean known =
        words.size() == 2
            && listing.all().stream().anyMatch(p -> p.indexName().equals(words.get(1)));
    return known ? Optional.of(new Index(words.get(1))) : Optional.empty();
  }

  private static Optional<Channel> state(List<String> words, Listing listing) {
    boolean good = words.size() == 4 && words.get(1).equals("state");
    return good
        ? kindAndCurrency(words.get(2), words.get(3), listing).map(InstrumentState::new)
        : Optional.empty();
  }

  private static Optional<Channel> user(List<String> words, Listing listing) {
    String what = words.size() > 1 ? words.get(1) : "";
    Optional<Interval> interval = last(words);
    return switch (what) {
      case "orders" -> both(filter(words, 2, listing), interval, UserOrders::new);
      case "trades" -> both(filter(words, 2, listing), interval, UserTrades::new);
      case "changes" -> both(filter(words, 2, listing), interval, UserChanges::new);
      case "portfolio" ->
          words.size() == 3 && isCurrency(words.get(2), listing)
              ? Optional.of(new Portfolio(words.get(2).toLowerCase(Locale.ROOT)))
              : Optional.empty();
      case "lock" -> words.size() == 2 ? Optional.of(new Lock()) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** Either an instrument or kind and currency, then the interval. */
  private static Optional<Filter> filter(List<String> words, int from, Listing listing) {
    if (words.size() == from + 2) {
      return open(words.get(from), listing)
          .map(product -> new Filter(Optional.of(product), "", ""));
    }
    return words.size() == from + 3
        ? kindAndCurrency(words.get(from), words.get(from + 1), listing)
        : Optional.empty();
  }

  private static Optional<Filter> kindAndCurrency(String kind, String currency, Listing listing) {
    return KINDS.contains(kind) && isCurrency(currency, listing)
        ? Optional.of(new Filter(Optional.empty(), kind, currency))
        : Optional.empty();
  }

  private static boolean isCurrency(String currency, Listing listing) {
    return currency.equals("any") || listing.isCoin(currency.toUpperCase(Locale.ROOT));
  }
}
