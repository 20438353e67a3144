package io.arb.deribit;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.model.AccountSnapshot;
import io.arb.core.model.ExchangeEvent.SnapshotFailed;
import io.arb.core.model.ExchangeEvent.SnapshotTaken;
import io.arb.core.spi.EventSink;
import io.arb.core.wire.WireFormatException;
import io.arb.deribit.map.AccountReader;
import io.arb.deribit.map.Naming;
import io.arb.deribit.session.Call;
import io.arb.deribit.session.DeribitSession;
import io.arb.deribit.wire.WireAccount;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the account holds. It takes several requests; if an order or a trade is heard of between
 * them, they are made again, so that positions, cash and open orders belong together. Owned by the
 * session's thread.
 */
final class Accounts {
  private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);
  private static final int MAX_ATTEMPTS = 5;

  /** A warning is due above this part of what backs the positions. */
  private static final BigDecimal MARGIN_ALARM = new BigDecimal("0.8");

  private final DeribitSession session;
  private final List<String> currencies;
  private final Naming naming;
  private final MarketFeed market;
  private final OrderNews news;
  private final InstantSource clock;
  private final EventSink events;
  private boolean alarmed;

  /**
   * An account in some currencies.
   *
   * @param currencies that positions of our families settle in
   */
  Accounts(
      DeribitSession session,
      List<String> currencies,
      Naming naming,
      MarketFeed market,
      OrderNews news,
      InstantSource clock,
      EventSink events) {
    this.session = session;
    this.currencies = List.copyOf(currencies);
    this.naming = naming;
    this.market = market;
    this.news = news;
    this.clock = clock;
    this.events = events;
  }

  /** Ends with {@code SnapshotTaken} or {@code SnapshotFailed}. */
  void snapshot() {
    read(
        Call::read,
        1,
        snapshot -> events.accept(new SnapshotTaken(snapshot)),
        reason -> events.accept(new SnapshotFailed(reason)));
  }

  /** The first look after a login, which only proves that the account can be read. */
  void check(Runnable readable, Consumer<String> unreadable) {
    read(Call::handshake, MAX_ATTEMPTS, snapshot -> readable.run(), unreadable);
  }

  private void read(
      AccountReading.Asking asking,
      int attempt,
      Consumer<AccountSnapshot> whole,
      Consumer<String> notReadable) {
    long version = news.version();
    new AccountReading(
            session,
            asking,
            currencies,
            reading -> {
              if (news.version() != version && attempt < MAX_ATTEMPTS) {
                read(asking, attempt + 1, whole, notReadable);
              } else {
                finish(reading, whole, notReadable);
              }
            },
            notReadable)
        .start();
  }

  private void finish(
      AccountReader.Reading reading,
      Consumer<AccountSnapshot> whole,
      Consumer<String> notReadable) {
    AccountSnapshot snapshot;
    try {
      snapshot = AccountReader.snapshot(reading, naming, market::unit, clock.instant());
    } catch (WireFormatException e) {
      notReadable.accept(String.valueOf(e.getMessage()));
      return;
    }
    reading.accounts().forEach(account -> account.matchingRate().ifPresent(session::granted));
    whole.accept(snapshot);
  }

  /** The data of user.portfolio: margin that runs short is worth a warning, once. */
  void onPortfolio(JsonNode data) {
    WireAccount account = WireAccount.of(data);
    BigDecimal alarm = account.marginBalance().multiply(MARGIN_ALARM);
    boolean isShort =
        account.maintenanceMargin().signum() > 0
            && account.maintenanceMargin().compareTo(alarm) > 0;
    if (isShort && !alarmed) {
      LOG.warn(
          "Margin runs short: {} {} of {} needed",
          account.maintenanceMargin(),
          account.currency(),
          account.marginBalance());
    }
    alarmed = isShort;
  }
}
