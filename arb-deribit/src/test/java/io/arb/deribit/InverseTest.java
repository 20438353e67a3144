package io.arb.deribit;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.ExchangeEvent.OrderFilled;
import io.arb.core.model.ExchangeEvent.OrderRejected;
import io.arb.core.model.ExchangeEvent.SnapshotTaken;
import io.arb.core.model.Fill;
import io.arb.core.model.MarketEvent.BookChanged;
import io.arb.core.model.MarketEvent.TickerChanged;
import io.arb.core.model.Money;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.Price;
import io.arb.core.model.Rejection;
import io.arb.core.model.Side;
import io.arb.core.model.TimeInForce;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options priced in coins: the forward of the ticker is 2000 USD, the index 1991.79. */
@Execution(ExecutionMode.CONCURRENT)
class InverseTest {
  private static final String NAME = Sample.INVERSE_CALL_NAME;

  private final VenueFixture fixture = new VenueFixture().with("option_family", "inverse");

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void markIsTheCoinPriceTimesTheForward() throws InterruptedException {
    watch();

    TickerChanged changed = showTicker("0.0221");

    assertThat(changed.ticker().mark()).isEqualTo(Price.of("44.2"));
    assertThat(changed.ticker().index()).isEqualTo(Price.of("1991.79"));
    assertThat(changed.ticker().greeks().orElseThrow().delta()).isEqualByComparingTo("0.50833");
  }

  @Test
  void bookIsInUsd() throws InterruptedException {
    watch();
    showTicker("0.0221");

    fixture.venue().publish("book." + NAME + ".raw", Sample.snapshot(NAME, 7, "0.0215", "0.0225"));

    BookChanged changed = fixture.await(BookChanged.class);
    assertThat(changed.book().bestBid().orElseThrow().price()).isEqualTo(Price.of("43"));
    assertThat(changed.book().bestAsk().orElseThrow().price()).isEqualTo(Price.of("45"));
  }

  @ParameterizedTest
  @CsvSource({
    "BUY, 44.21, 0.022, private/buy", "SELL, 44.21, 0.0225, private/sell",
    "BUY, 44, 0.022, private/buy", "SELL, 44, 0.022, private/sell",
    "SELL, 0.01, 0.0001, private/sell"
  })
  void limitBecomesACoinPriceThatIsNeverWorse(Side side, String limit, String coins, String method)
      throws InterruptedException {
    DeribitExchange exchange = watch();
    showTicker("0.0221");

    exchange.place(order(side, limit));

    BigDecimal price = fixture.venue().awaitRequest(method).params().get("price").decimalValue();
    assertThat(price).isEqualByComparingTo(coins);
  }

  @Test
  void buyBelowTheFirstTickIsImpossible() throws InterruptedException {
    DeribitExchange exchange = watch();
    showTicker("0.0221");

    exchange.place(order(Side.BUY, "0.1"));

    assertThat(fixture.await(OrderRejected.class).rejection()).isEqualTo(Rejection.INVALID_PRICE);
  }

  @Test
  void nothingIsOrderedBeforeTheForwardIsKnown() throws InterruptedException {
    DeribitExchange exchange = watch();

    exchange.place(order(Side.BUY, "44"));

    assertThat(fixture.await(OrderRejected.class).rejection()).isEqualTo(Rejection.NOT_SENT);
  }

  @Test
  void fillIsInUsdAtTheForwardAndItsFeeAtTheIndexOfTheTrade() throws InterruptedException {
    startLive();
    String trade =
        Sample.trade(Sample.ID.label(), "ETH-15", "1.0")
            .put("instrument_name", NAME)
            .put("price", new BigDecimal("0.0225"))
            .put("underlying_price", new BigDecimal("2010.0"))
            .put("fee", new BigDecimal("0.0003"))
            .put("fee_currency", "ETH")
            .toString();

    fixture.venue().publish("user.changes.any.any.raw", Sample.changes("", trade));

    Fill fill = fixture.await(OrderFilled.class).fill();
    assertThat(fill.instrument()).isEqualTo(Sample.CALL);
    assertThat(fill.price()).isEqualTo(Price.of("45.225"));
    assertThat(fill.fee()).isEqualTo(Money.of("0.597537"));
  }

  @Test
  void cashIsWhatBothCurrenciesAreWorth() throws InterruptedException {
    startLive().snapshot();

    assertThat(fixture.await(SnapshotTaken.class).snapshot().cash())
        .isEqualTo(Money.of("20009499.75"));
  }

  /** The positions of the sample are in linear options, which this account does not hold. */
  private DeribitExchange startLive() throws InterruptedException {
    fixture.venue().result("private/get_positions", params -> "[]");
    return fixture.startLive();
  }

  private DeribitExchange watch() throws InterruptedException {
    DeribitExchange exchange = startLive();
    exchange.watch(Set.of(Sample.CALL));
    fixture.venue().awaitRequest("public/subscribe");
    return exchange;
  }

  private TickerChanged showTicker(String mark) throws InterruptedException {
    fixture.venue().publish("ticker." + NAME + ".100ms", Sample.callTicker(NAME, mark));
    return fixture.await(TickerChanged.class);
  }

  private static OrderRequest order(Side side, String limit) {
    return Sample.request(
        Sample.ID,
        Sample.CALL,
        side,
        "1",
        limit,
        TimeInForce.POST_ONLY,
        Instant.now().plusSeconds(60));
  }
}
