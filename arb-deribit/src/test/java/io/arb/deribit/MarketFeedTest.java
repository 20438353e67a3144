package io.arb.deribit;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.ExchangeEvent.InstrumentsListed;
import io.arb.core.model.InstrumentSpec;
import io.arb.core.model.Level;
import io.arb.core.model.Liquidity;
import io.arb.core.model.MarketEvent.BookChanged;
import io.arb.core.model.MarketEvent.TickerChanged;
import io.arb.core.model.Money;
import io.arb.core.model.Option;
import io.arb.core.model.OptionGreeks;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class MarketFeedTest {
  private static final String BOOK = "book.ETH_USDC-PERPETUAL.raw";
  private static final String TICKER = "ticker.ETH_USDC-PERPETUAL.100ms";
  private static final String SUBSCRIBE = "public/subscribe";

  private final VenueFixture fixture = new VenueFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void listsWhatIsConfiguredWithItsRules() throws InterruptedException {
    fixture.start();

    List<InstrumentSpec> specs = fixture.await(InstrumentsListed.class).specs();
    assertThat(specs)
        .extracting(InstrumentSpec::instrument)
        .containsExactly(Sample.PERP, Sample.CALL);
    assertThat(specs.getFirst().tick()).isEqualTo(Price.of("0.05"));
    assertThat(specs.getFirst().step()).isEqualTo(Quantity.of("0.001"));
    assertThat(specs.getLast().minQuantity()).isEqualTo(Quantity.of("0.1"));
    assertThat(specs.getLast().active()).isTrue();
  }

  @Test
  void optionFeeIsCappedAtAnEighthOfThePremium() throws InterruptedException {
    fixture.start();

    InstrumentSpec call = fixture.await(InstrumentsListed.class).specs().getLast();
    assertThat(
            call.fees().fee(Liquidity.TAKER, Price.of("2000"), Price.of("100"), Quantity.of("0.5")))
        .isEqualTo(Money.of("0.3"));
    assertThat(
            call.fees().fee(Liquidity.TAKER, Price.of("2000"), Price.of("1"), Quantity.of("0.5")))
        .isEqualTo(Money.of("0.0625"));
  }

  @Test
  void instrumentThatIsNotWhatItsNameSaysIsLeftOut() throws InterruptedException {
    fixture
        .venue()
        .onRest(
            "get_instruments",
            call -> ScriptedVenue.instruments(call).replace("\"strike\":2500.0", "\"strike\":26"));
    fixture.start();

    assertThat(fixture.await(InstrumentsListed.class).specs())
        .extracting(InstrumentSpec::instrument)
        .containsExactly(Sample.PERP);
  }

  @Test
  void listIsAskedForAgainUntilItIsWhole() throws InterruptedException {
    fixture
        .venue()
        .onRest(
            "get_instruments",
            call -> {
              fixture.venue().onRest("get_instruments", ScriptedVenue::instruments);
              return "{\"error\":{\"code\":10047,\"message\":\"busy\"}}";
            });
    fixture.start();

    assertThat(fixture.await(InstrumentsListed.class).specs()).hasSize(2);
  }

  @Test
  void closedBookIsListedAsInactive() throws InterruptedException {
    fixture
        .venue()
        .onRest(
            "get_instruments",
            call ->
                ScriptedVenue.instruments(call).replace("\"state\":\"open\"", "\"state\":\"x\""));
    fixture.start();

    assertThat(fixture.await(InstrumentsListed.class).specs()).noneMatch(InstrumentSpec::active);
  }

  @Test
  void changesAreAppliedToTheSnapshot() throws InterruptedException {
    watchPerpetual();
    fixture.venue().publish(BOOK, Sample.snapshot(Sample.PERP_NAME, 100, "1992.3", "1992.4"));
    assertThat(fixture.await(BookChanged.class).book().bids())
        .containsExactly(Level.of("1992.3", "2"));

    fixture.venue().publish(BOOK, Sample.change(100, 117, "new", "1.99235e3", "0.5"));

    assertThat(fixture.await(BookChanged.class).book().bids())
        .containsExactly(Level.of("1992.35", "0.5"), Level.of("1992.3", "2"));
  }

  @Test
  void gapMakesTheBookUnusableAndTheChannelBeginsAnew() throws InterruptedException {
    watchPerpetual();
    fixture.venue().publish(BOOK, Sample.snapshot(Sample.PERP_NAME, 100, "1992.3", "1992.4"));
    assertThat(fixture.await(BookChanged.class).book().isUsable()).isTrue();

    fixture.venue().publish(BOOK, Sample.change(101, 117, "new", "1992.35", "0.5"));

    assertThat(fixture.await(BookChanged.class).book().isUsable()).isFalse();
    assertThat(fixture.venue().awaitRequest("public/unsubscribe").params().get("channels"))
        .hasToString("[\"" + BOOK + "\"]");
    assertThat(fixture.venue().awaitRequest(SUBSCRIBE).params().get("channels"))
        .hasToString("[\"" + BOOK + "\"]");
    fixture.venue().publish(BOOK, Sample.snapshot(Sample.PERP_NAME, 200, "1992.3", "1992.4"));
    assertThat(fixture.await(BookChanged.class).book().isUsable()).isTrue();
  }

  @Test
  void crossedBookIsTreatedAsAGap() throws InterruptedException {
    watchPerpetual();
    fixture.venue().publish(BOOK, Sample.snapshot(Sample.PERP_NAME, 100, "1992.3", "1992.4"));
    fixture.await(BookChanged.class);

    fixture.venue().publish(BOOK, Sample.change(100, 117, "new", "1992.4", "0.5"));

    assertThat(fixture.await(BookChanged.class).book().isUsable()).isFalse();
    fixture.venue().awaitRequest("public/unsubscribe");
  }

  @Test
  void perpetualTickerHasMarkAndIndex() throws InterruptedException {
    watchPerpetual();

    fixture.venue().publish(TICKER, Sample.perpTicker("1992.3", "1992.4"));

    TickerChanged changed = fixture.await(TickerChanged.class);
    assertThat(changed.ticker().mark()).isEqualTo(Price.of("1992.49"));
    assertThat(changed.ticker().index()).isEqualTo(Price.of("1991.79"));
    assertThat(changed.ticker().greeks()).isEmpty();
  }

  @Test
  void optionTickerHasGreeksInTheModelsUnits() throws InterruptedException {
    watch(Sample.CALL);

    fixture
        .venue()
        .publish(
            "ticker." + Sample.CALL_NAME + ".100ms", Sample.callTicker(Sample.CALL_NAME, "44.2"));

    TickerChanged changed = fixture.await(TickerChanged.class);
    OptionGreeks greeks = changed.ticker().greeks().orElseThrow();
    assertThat(changed.ticker().mark()).isEqualTo(Price.of("44.2"));
    assertThat(greeks.delta()).isEqualByComparingTo("0.50833");
    assertThat(greeks.gamma()).isEqualByComparingTo("0.00007");
    assertThat(greeks.volFraction()).isEqualByComparingTo(new BigDecimal("0.3821"));
    assertThat(greeks.forward()).isEqualTo(Price.of("2000"));
  }

  @Test
  void unreadableNewsIsPassedOver() throws InterruptedException {
    watchPerpetual();

    fixture.venue().publish(TICKER, "{\"mark_price\":\"odd\"}");
    fixture.venue().publish(BOOK, "[]");
    fixture.venue().send("{\"jsonrpc\":");
    fixture.venue().send("{\"method\":\"brand_new\",\"params\":{}}");
    fixture.venue().publish(TICKER, Sample.perpTicker("1992.3", "1992.4"));

    fixture.await(TickerChanged.class);
  }

  @Test
  void channelThatIsNotGrantedIsTriedAgain() throws InterruptedException {
    fixture
        .venue()
        .on(
            SUBSCRIBE,
            request -> {
              fixture.venue().result(SUBSCRIBE, ScriptedVenue::granted);
              request.result("[\"" + TICKER + "\"]");
            });
    watchPerpetual();

    assertThat(fixture.venue().awaitRequest(SUBSCRIBE).params().get("channels"))
        .hasToString("[\"" + BOOK + "\"]");
  }

  @Test
  void whatIsNoLongerWatchedIsGivenBack() throws InterruptedException {
    DeribitExchange exchange = watchPerpetual();

    exchange.watch(Set.of(Sample.CALL));

    assertThat(fixture.venue().awaitRequest("public/unsubscribe").params().get("channels"))
        .hasSize(2);
    assertThat(fixture.venue().awaitRequest(SUBSCRIBE).params().get("channels").toString())
        .contains(Sample.CALL_NAME)
        .doesNotContain(Sample.PERP_NAME);
  }

  @Test
  void silentMarketStartsTheSessionAgain() throws InterruptedException {
    fixture.with("market_silence_ms", "300");
    watchPerpetual();

    fixture.awaitDown();
    fixture.awaitLive();
  }

  @Test
  void unlistedInstrumentIsNotSubscribed() throws InterruptedException {
    Option unlisted = Option.call("ETH", Sample.CALL.expiry(), "99999");
    DeribitExchange exchange = fixture.startLive();

    exchange.watch(Set.of(unlisted, Sample.PERP));

    assertThat(fixture.venue().awaitRequest(SUBSCRIBE).params().get("channels").toString())
        .doesNotContain("99999");
  }

  private DeribitExchange watchPerpetual() throws InterruptedException {
    return watch(Sample.PERP);
  }

  private DeribitExchange watch(io.arb.core.model.Instrument instrument)
      throws InterruptedException {
    DeribitExchange exchange = fixture.startLive();
    exchange.watch(Set.of(instrument));
    fixture.venue().awaitRequest(SUBSCRIBE);
    return exchange;
  }
}
