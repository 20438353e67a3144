package io.arb.derive.simulator;

import io.arb.core.model.Instrument;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a channel's name asks for. Source: Derive API, "Channels". */
sealed interface Channel {
  Set<String> GROUPS = Set.of("1", "10", "100");
  Set<String> DEPTHS = Set.of("1", "10", "20", "100");
  Set<String> INTERVALS = Set.of("100", "1000");
  Set<String> PRIVATE = Set.of("orders", "trades", "balances", "quotes");

  /** An order book, with levels of {@code group} ticks. */
  record Book(Instrument instrument, int group, int depth) implements Channel {}

  record Slim(Instrument instrument, int intervalMillis) implements Channel {}

  record SpotFeed(String currency) implements Channel {}

  /** Public trades of one instrument or of a kind: the names under which they are published. */
  record Trades() implements Channel {}

  record Own(long subaccountId) implements Channel {}

  /** The channel, or why there is none. */
  record Read(Optional<Channel> channel, String fault) {
    static Read of(Channel channel) {
      return new Read(Optional.of(channel), "");
    }

    static Read fault(String text) {
      return new Read(Optional.empty(), text);
    }
  }

  /**
   * Reads a name.
   *
   * @throws RpcError for a channel that was withdrawn
   */
  static Read read(String name, Listing listing, String currency, boolean allFeeds) {
    List<String> parts = List.of(name.split("\\.", -1));
    return switch (parts.getFirst()) {
      case "orderbook" -> book(parts, listing);
      case "ticker_slim" -> slim(parts, listing);
      case "ticker" ->
          throw RpcError.invalid("ticker channel has been deprecated. Please use ticker_slim");
      case "trades" -> trades(parts, listing, currency);
      case "spot_feed" -> spotFeed(parts, currency, allFeeds);
      default -> own(parts);
    };
  }

  private static Read book(List<String> parts, Listing listing) {
    if (parts.size() != 4 || !GROUPS.contains(parts.get(2)) || !DEPTHS.contains(parts.get(3))) {
      return Read.fault("{'_schema': ['Invalid group or depth']}");
    }
    return listing
        .find(parts.get(1))
        .map(
            instrument ->
                Read.of(
                    new Book(
                        instrument,
                        Integer.parseInt(parts.get(2)),
                        Integer.parseInt(parts.get(3)))))
        .orElseGet(() -> unknown(parts.get(1)));
  }

  private static Read slim(List<String> parts, Listing listing) {
    if (parts.size() != 3 || !INTERVALS.contains(parts.get(2))) {
      return Read.fault("{'interval': ['Must be one of: 100, 1000.']}");
    }
    return listing
        .find(parts.get(1))
        .map(instrument -> Read.of(new Slim(instrument, Integer.parseInt(parts.get(2)))))
        .orElseGet(() -> unknown(parts.get(1)));
  }

  private static Read trades(List<String> parts, Listing listing, String currency) {
    if (parts.size() == 2) {
      return listing.find(parts.get(1)).isPresent() ? Read.of(new Trades()) : unknown(parts.get(1));
    }
    if (parts.size() < 3 || !Set.of("perp", "option", "erc20").contains(parts.get(1))) {
      String type = parts.size() < 2 ? "" : parts.get(1);
      return Read.fault("{'instrument_type': ['Invalid enum value " + type + "']}");
    }
    return parts.get(2).equals(currency)
        ? Read.of(new Trades())
        : Read.fault("{'currency': ['Invalid currency " + parts.get(2) + "']}");
  }

  private static Read spotFeed(List<String> parts, String currency, boolean allFeeds) {
    boolean known =
        parts.size() == 2
            && (parts.get(1).equals(currency) || (allFeeds && parts.get(1).equals("ALL")));
    return known
        ? Read.of(new SpotFeed(parts.get(1)))
        : Read.fault("{'currency': ['Invalid currency']}");
  }

  private static Read own(List<String> parts) {
    boolean isOwn =
        parts.size() >= 2
            && parts.getFirst().matches("[0-9]{1,18}")
            && PRIVATE.contains(parts.get(1));
    return isOwn
        ? Read.of(new Own(Long.parseLong(parts.getFirst())))
        : Read.fault("Unknown channel");
  }

  private static Read unknown(String instrument) {
    return Read.fault("{'instrument_name': ['Unknown instrument " + instrument + "']}");
  }
}
