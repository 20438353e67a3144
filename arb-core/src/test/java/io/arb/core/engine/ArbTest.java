package io.arb.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arb.core.evm.BouncyCastleSigner;
import io.arb.core.evm.PrivateKey;
import io.arb.core.hedge.GammaDdhConfig;
import io.arb.core.hedge.HedgeConfig;
import io.arb.core.hedge.OrderTiming;
import io.arb.core.model.Confirmation;
import io.arb.core.model.ConnectionStatus;
import io.arb.core.model.LedgerEntry;
import io.arb.core.model.Money;
import io.arb.core.model.Notice;
import io.arb.core.model.Option;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Quantity;
import io.arb.core.model.QuoteNonce;
import io.arb.core.model.RiskState;
import io.arb.core.model.Side;
import io.arb.core.model.SourceEvent;
import io.arb.core.model.SourceId;
import io.arb.core.model.TradeState;
import io.arb.core.model.Underlying;
import io.arb.core.paper.AccountId;
import io.arb.core.paper.LiquidityProfile;
import io.arb.core.paper.PaperClockwork;
import io.arb.core.paper.PaperExchange;
import io.arb.core.paper.PaperExchangeProvider;
import io.arb.core.paper.PaperLink;
import io.arb.core.paper.PaperMarket;
import io.arb.core.paper.PaperMarketConfig;
import io.arb.core.paper.PaperVenue;
import io.arb.core.paper.VenueRules;
import io.arb.core.quote.QuoteConfig;
import io.arb.core.risk.RiskLimits;
import io.arb.core.spi.AdapterContext;
import io.arb.core.spi.Capability;
import io.arb.core.spi.EventSink;
import io.arb.core.spi.Exchange;
import io.arb.core.spi.ExchangeProvider;
import io.arb.core.spi.SettingKey;
import io.arb.core.spi.Settings;
import io.arb.core.wire.TyrusSocketFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * An embedding program: the real engine on the paper venue, with trades that the program reports
 * itself.
 */
class ArbTest {
  private static final AccountId ACCOUNT = new AccountId("us");
  private static final SourceId DESK = new SourceId("desk");
  private static final Perpetual PERP = Perpetual.of("ETH");
  private static final InstantSource CLOCK = InstantSource.system();

  private final PaperVenue venue =
      new PaperVenue(
          new PaperMarket(new PaperMarketConfig(new Underlying("ETH"), 3, 1, Duration.ZERO), CLOCK),
          VenueRules.standard(),
          LiquidityProfile.standard(),
          3);
  private final PaperClockwork clockwork = PaperClockwork.start(venue, Duration.ofMillis(50));
  private final MemoryLedger ledger = new MemoryLedger();
  private final BlockingQueue<Notice> notices = new LinkedBlockingQueue<>();

  ArbTest() {
    venue.deposit(ACCOUNT, Money.of("1000000"));
  }

  @AfterEach
  void stopTheMarket() {
    clockwork.close();
  }

  private static EngineConfig config() {
    HedgeConfig d = HedgeConfig.DEFAULTS;
    return new EngineConfig(
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        QuoteConfig.DEFAULTS,
        new HedgeConfig(
            HedgeConfig.OrderType.IOC,
            d.maxSpreadBps(),
            d.retryAttempts(),
            d.retryPause(),
            d.repegInterval(),
            d.repegToleranceTicks(),
            d.escalateAfter(),
            d.crossingBoundBps(),
            d.perpetualBoundBps(),
            d.maxLossBps(),
            d.giveUpAfter()),
        OrderTiming.DEFAULTS,
        GammaDdhConfig.defaults(PERP),
        new RiskLimits(
            Quantity.of("20"),
            Quantity.of("10"),
            Money.of("100000"),
            BigDecimal.TEN,
            Duration.ofSeconds(5)));
  }

  /** The paper exchange on the venue of this test. */
  private final class Paper implements ExchangeProvider {
    @Override
    public String id() {
      return "paper";
    }

    @Override
    public Set<Capability> capabilities() {
      return new PaperExchangeProvider().capabilities();
    }

    @Override
    public List<SettingKey> settings() {
      return List.of();
    }

    @Override
    public Exchange open(Settings settings, AdapterContext context, EventSink events) {
      return new PaperExchange(venue, ACCOUNT, events, new PaperLink());
    }
  }

  private Arb.Builder builder() {
    Arb.Builder builder = Arb.builder(config(), CLOCK, ledger);
    return builder
        .exchange(new Paper(), Settings.of(List.of(), Map.of()), context(builder))
        .listener((notice, at) -> notices.add(notice));
  }

  private static AdapterContext context(Arb.Builder builder) {
    byte[] seed = "test".getBytes(StandardCharsets.UTF_8);
    return new AdapterContext(
        CLOCK,
        connection -> new TyrusSocketFactory(),
        new BouncyCastleSigner(PrivateKey.derive(seed)),
        builder.ids(),
        1);
  }

  private Arb start() throws InterruptedException {
    Arb arb = builder().start();
    await(
        Notice.StatusSeen.class,
        seen -> seen.venue().equals("exchange") && seen.status() == ConnectionStatus.LIVE);
    return arb;
  }

  private <T extends Notice> T await(Class<T> kind, Predicate<T> condition)
      throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (System.nanoTime() < deadline) {
      Notice next = notices.poll(1, TimeUnit.SECONDS);
      if (kind.isInstance(next) && condition.test(kind.cast(next))) {
        return kind.cast(next);
      }
    }
    throw new AssertionError("no " + kind.getSimpleName() + " within 30 s");
  }

  private Option option() {
    Instant now = CLOCK.instant();
    return venue.market().options(now).stream()
        .filter(option -> option.expiry().isAfter(now.plus(Duration.ofDays(3))))
        .filter(option -> venue.book(option, 5).isUsable())
        .filter(option -> venue.market().fair(option, now).usd().doubleValue() > 50)
        .findFirst()
        .orElseThrow();
  }

  private Confirmation bought(Option option, long nonce) {
    return new Confirmation(
        DESK,
        new QuoteNonce(nonce),
        option,
        Side.BUY,
        Quantity.of("1"),
        venue.market().fair(option, CLOCK.instant()),
        Money.ZERO,
        "by phone",
        CLOCK.instant());
  }

  private void awaitRefusedHedge() throws InterruptedException {
    LedgerEntry refused = ledger.refused().poll(30, TimeUnit.SECONDS);
    while (refused != null && !(refused instanceof LedgerEntry.OrderIntended)) {
      refused = ledger.refused().poll(30, TimeUnit.SECONDS);
    }
    assertThat(refused).as("a hedge was tried within 30 s").isNotNull();
  }

  private Quantity held(Option option) {
    return Objects.requireNonNull(venue.positions(ACCOUNT).get(option)).quantity();
  }

  @Test
  void aTradeOfTheEmbeddingProgramIsHedgedOnTheVenue() throws InterruptedException {
    Option option = option();
    try (Arb arb = start()) {
      arb.events().accept(new SourceEvent.TradeConfirmed(bought(option, 1)));
      await(Notice.TradeMoved.class, moved -> moved.state() == TradeState.HEDGED);
    }

    assertThat(held(option)).isEqualTo(Quantity.of("-1"));
  }

  @Test
  void nothingLeavesThatTheLedgerDoesNotHold() throws InterruptedException {
    Option option = option();
    try (Arb arb = start()) {
      ledger.fillDisk(true);
      arb.events().accept(new SourceEvent.TradeConfirmed(bought(option, 1)));
      await(Notice.RiskMoved.class, moved -> moved.state() == RiskState.HALTED);
      awaitRefusedHedge();
    }

    assertThat(venue.orderHistory(ACCOUNT)).isEmpty();
    assertThat(venue.positions(ACCOUNT)).isEmpty();
  }

  @Test
  void aRestartKnowsWhatWasTradedAndHedgesNothingTwice() throws InterruptedException {
    Option option = option();
    try (Arb arb = start()) {
      arb.events().accept(new SourceEvent.TradeConfirmed(bought(option, 1)));
      await(Notice.TradeMoved.class, moved -> moved.state() == TradeState.HEDGED);
    }
    notices.clear();

    Arb again = start();
    again.events().accept(new SourceEvent.TradeConfirmed(bought(option, 1)));
    again.events().accept(new SourceEvent.TradeConfirmed(bought(option, 2)));
    await(Notice.TradeMoved.class, moved -> moved.state() == TradeState.HEDGED);
    again.close();

    assertThat(again.status().atSource()).containsEntry(option, Quantity.of("2"));
    assertThat(held(option)).isEqualTo(Quantity.of("-2"));
  }

  @Test
  void closingTwiceIsClosingOnce() throws InterruptedException {
    Arb arb = start();

    arb.close();
    arb.close();

    assertThat(venue.openOrders(ACCOUNT)).isEmpty();
    assertThat(arb.status().openIntents()).isZero();
  }

  @Test
  void oneInstanceHasOneVenue() {
    Arb.Builder builder = builder();
    AdapterContext context = context(builder);

    assertThatThrownBy(
            () -> builder.exchange(new Paper(), Settings.of(List.of(), Map.of()), context))
        .hasMessageContaining("one venue");
  }

  @Test
  void anInstanceWithoutAVenueDoesNotStart() {
    assertThatThrownBy(() -> Arb.builder(config(), CLOCK, ledger).start())
        .hasMessageContaining("no hedge exchange");
  }
}
