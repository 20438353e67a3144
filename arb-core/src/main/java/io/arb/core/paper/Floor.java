package io.arb.core.paper;

import io.arb.core.model.Instrument;
import io.arb.core.model.InstrumentSpec;
import io.arb.core.model.Money;
import io.arb.core.model.Option;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Price;
import io.arb.core.model.VenueOrderId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything that a venue remembers. Owned by the venue's lock. */
final class Floor {
  private static final int TAPE_LENGTH = 1000;

  private final PaperMarket market;
  private final VenueRules rules;
  private final VenueIds ids;
  private final Outbox outbox = new Outbox();
  private final Map<AccountId, Account> accounts = new LinkedHashMap<>();
  private final Map<Instrument, InstrumentSpec> specs = new LinkedHashMap<>();
  private final Map<Instrument, Book> books = new LinkedHashMap<>();
  private final Map<Instrument, Deque<PublicTrade>> tapes = new LinkedHashMap<>();
  private final Map<Instant, Price> settlements = new LinkedHashMap<>();
  private final Set<Instrument> tradedSinceQuoted = new LinkedHashSet<>();

  private Money feesCollected = Money.ZERO;

  Floor(PaperMarket market, VenueRules rules, long seed) {
    this.market = market;
    this.rules = rules;
    this.ids = new VenueIds(seed);
  }

  PaperMarket market() {
    return market;
  }

  VenueRules rules() {
    return rules;
  }

  VenueIds ids() {
    return ids;
  }

  Outbox outbox() {
    return outbox;
  }

  Map<Instrument, InstrumentSpec> specs() {
    return specs;
  }

  Map<Instrument, Book> books() {
    return books;
  }

  Map<Instant, Price> settlements() {
    return settlements;
  }

  Set<Instrument> tradedSinceQuoted() {
    return tradedSinceQuoted;
  }

  void addFee(Money fee) {
    feesCollected = feesCollected.plus(fee);
  }

  Money feesCollected() {
    return feesCollected;
  }

  void list(Instrument instrument) {
    specs.put(instrument, spec(instrument, true));
    books.put(instrument, new Book(instrument));
  }

  /** Takes an instrument off the books; its specification stays, not active. */
  void close(Instrument instrument) {
    specs.put(instrument, spec(instrument, false));
    books.remove(instrument);
    tradedSinceQuoted.remove(instrument);
    outbox.closed(instrument);
  }

  private InstrumentSpec spec(Instrument instrument, boolean active) {
    VenueRules.Terms terms = rules.terms(instrument);
    return new InstrumentSpec(
        instrument,
        terms.tick(),
        terms.step(),
        terms.minQuantity(),
        terms.maxQuantity(),
        terms.fees(),
        active);
  }

  /** The book of an instrument that is traded at {@code now}. */
  Optional<Book> openBook(Instrument instrument, Instant now) {
    boolean expired = instrument instanceof Option option && option.isExpired(now);
    return expired ? Optional.empty() : Optional.ofNullable(books.get(instrument));
  }

  Account account(AccountId id) {
    Account account = accounts.get(id);
    if (account == null) {
      throw new IllegalArgumentException("no account '" + id + "', deposit first");
    }
    return account;
  }

  Account openAccount(AccountId id, boolean synthetic) {
    return accounts.computeIfAbsent(id, key -> new Account(key, synthetic));
  }

  List<AccountId> accountIds() {
    return List.copyOf(accounts.keySet());
  }

  Iterable<Account> accounts() {
    return accounts.values();
  }

  Optional<LiveOrder> order(VenueOrderId id) {
    return accounts.values().stream()
        .flatMap(account -> Optional.ofNullable(account.orders().get(id)).stream())
        .findFirst();
  }

  void print(PublicTrade trade) {
    Deque<PublicTrade> tape = tape(trade.instrument());
    tape.addLast(trade);
    if (tape.size() > TAPE_LENGTH) {
      tape.removeFirst();
    }
    tradedSinceQuoted.add(trade.instrument());
    outbox.trade(trade);
    outbox.book(trade.instrument());
  }

  Deque<PublicTrade> tape(Instrument instrument) {
    return tapes.computeIfAbsent(instrument, key -> new ArrayDeque<>());
  }

  LevelSharing sharing(Instrument instrument) {
    return switch (instrument) {
      case Perpetual p -> LevelSharing.byTime();
      case Option o -> LevelSharing.proRata(rules.proRata(), rules.option().step());
    };
  }

  /**
   * How far from the mark orders may trade; both bounds are on the tick, the lower at least one.
   */
  PriceBand band(Instrument instrument, Instant now) {
    Price mark = market.fair(instrument, now);
    Price tick = rules.terms(instrument).tick();
    BigDecimal width =
        switch (instrument) {
          case Perpetual p -> mark.usd().multiply(rules.perpetualBand());
          case Option o ->
              mark.usd().multiply(rules.optionBandFraction()).max(rules.optionBandUsd());
        };
    BigDecimal rounded = width.setScale(Price.MAX_SCALE, RoundingMode.HALF_EVEN);
    return new PriceBand(
        mark.plusClamped(rounded.negate()).ceilTo(tick).max(tick),
        mark.plusClamped(rounded).floorTo(tick).max(tick));
  }
}
