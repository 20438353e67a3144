package io.arb.derive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.model.ConnectionStatus;
import io.arb.core.model.ExchangeEvent.ExchangeStatusChanged;
import io.arb.core.model.ExchangeEvent.InstrumentsListed;
import io.arb.core.model.InstrumentSpec;
import io.arb.core.model.Level;
import io.arb.core.model.MarketEvent.BookChanged;
import io.arb.core.model.MarketEvent.TickerChanged;
import io.arb.core.model.Option;
import io.arb.core.model.Price;
import io.arb.core.wire.Json;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MarketFeedTest {
  private static final String BOOK = "orderbook.ETH-PERP.1.20";
  private static final String TICKER = "ticker_slim.ETH-PERP.100";

  private final VenueFixture fixture = new VenueFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  private DeriveExchange watchPerpetual() throws InterruptedException {
    DeriveExchange exchange = fixture.startLive();
    fixture.venue().awaitRequest("private/get_subaccount");
    exchange.watch(Set.of(Sample.PERP));
    fixture.venue().awaitRequest("subscribe");
    return exchange;
  }

  @Test
  void subscribesBookAndTickerOfWhatIsWatched() throws InterruptedException {
    DeriveExchange exchange = fixture.startLive();
    fixture.venue().awaitRequest("private/get_subaccount");
    exchange.watch(Set.of(Sample.PERP, Sample.CALL));

    assertThat(fixture.venue().awaitRequest("subscribe").params().get("channels"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder(
            BOOK,
            TICKER,
            "orderbook.ETH-20261127-2500-C.1.20",
            "ticker_slim.ETH-20261127-2500-C.1000");
  }

  @Test
  void unlistedInstrumentsAreIgnored() throws InterruptedException {
    Option unlisted = Option.put("ETH", Instant.ofEpochSecond(1795766400), "1");
    DeriveExchange exchange = fixture.startLive();
    fixture.venue().awaitRequest("private/get_subaccount");
    exchange.watch(Set.of(Sample.PERP, unlisted));

    assertThat(fixture.venue().awaitRequest("subscribe").params().get("channels")).hasSize(2);
  }

  @Test
  void bookIsReplacedByEachPublication() throws InterruptedException {
    watchPerpetual();
    fixture.venue().publish(BOOK, Sample.book(5, "1992.36", "1992.37"));

    BookChanged changed = fixture.await(BookChanged.class);
    assertThat(changed.book().instrument()).isEqualTo(Sample.PERP);
    assertThat(changed.book().bids()).containsExactly(Level.of("1992.36", "1.505"));
    assertThat(changed.book().venueTime()).isEqualTo(Instant.ofEpochMilli(1791273600100L));
  }

  @Test
  void olderPublicationIsDropped() throws InterruptedException {
    watchPerpetual();
    fixture.venue().publish(BOOK, Sample.book(5, "1992.36", "1992.37"));
    fixture.venue().publish(BOOK, Sample.book(5, "1", "2"));
    fixture.venue().publish(BOOK, Sample.book(4, "1", "2"));
    fixture.venue().publish(BOOK, Sample.book(9, "1992.30", "1992.40"));
    fixture.await(BookChanged.class);

    assertThat(fixture.await(BookChanged.class).book().bids())
        .containsExactly(Level.of("1992.3", "1.505"));
  }

  @Test
  void unreadableBookDoesNotHideTheNext() throws InterruptedException {
    watchPerpetual();
    fixture.venue().publish(BOOK, "{\"bids\":7}");
    fixture.venue().publish(BOOK, Sample.book(6, "1992.36", "1992.37"));

    assertThat(fixture.await(BookChanged.class).instrument()).isEqualTo(Sample.PERP);
  }

  @Test
  void tickerIsReported() throws InterruptedException {
    watchPerpetual();
    fixture.venue().publish(TICKER, Sample.ticker("1991.79", "1992.49"));

    TickerChanged changed = fixture.await(TickerChanged.class);
    assertThat(changed.ticker().index()).isEqualTo(Price.of("1991.79"));
    assertThat(changed.ticker().mark()).isEqualTo(Price.of("1992.49"));
    assertThat(changed.ticker().greeks()).isEmpty();
  }

  @Test
  void watchingOthersEndsTheFirst() throws InterruptedException {
    DeriveExchange exchange = watchPerpetual();
    exchange.watch(Set.of(Sample.CALL));

    assertThat(fixture.venue().awaitRequest("unsubscribe").params().get("channels"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder(BOOK, TICKER);
    assertThat(fixture.venue().awaitRequest("subscribe").params().get("channels")).hasSize(2);
    fixture.venue().publish(BOOK, Sample.book(7, "1", "2"));
    fixture.venue().publish(TICKER, Sample.ticker("1", "2"));
    fixture.venue().publish("ticker_slim.ETH-20261127-2500-C.1000", Sample.ticker("2500", "84.6"));
    assertThat(fixture.await(TickerChanged.class).instrument()).isEqualTo(Sample.CALL);
  }

  @Test
  void refusedChannelIsAskedForAgainAndTheOthersStay() throws InterruptedException {
    DeriveExchange exchange = fixture.startLive();
    fixture.venue().awaitRequest("private/get_subaccount");
    fixture
        .venue()
        .on(
            "subscribe",
            request -> {
              fixture.venue().result("subscribe", ScriptedVenue::subscribed);
              ObjectNode status = Json.object().put(BOOK, "try later").put(TICKER, "ok");
              request.result("{\"status\":" + status + ",\"current_subscriptions\":[]}");
            });
    exchange.watch(Set.of(Sample.PERP));
    fixture.venue().awaitRequest("subscribe");

    assertThat(fixture.venue().awaitRequest("subscribe").params().get("channels"))
        .extracting(JsonNode::asText)
        .containsExactly(BOOK);
  }

  @Test
  void channelThatTheConnectionAlreadyHasIsNoFailure() throws InterruptedException {
    DeriveExchange exchange = fixture.startLive();
    fixture.venue().awaitRequest("private/get_subaccount");
    fixture
        .venue()
        .result(
            "subscribe",
            params ->
                """
                {"status":{"%s":"Already subscribed","%s":"ok"},"current_subscriptions":["%s"]}
                """
                    .formatted(BOOK, TICKER, BOOK));
    exchange.watch(Set.of(Sample.PERP));
    fixture.venue().awaitRequest("subscribe");
    fixture.venue().publish(BOOK, Sample.book(1, "1992.36", "1992.37"));

    assertThat(fixture.await(BookChanged.class).instrument()).isEqualTo(Sample.PERP);
  }

  @Test
  void publicationsAreCountedAnewAfterAReconnect() throws InterruptedException {
    watchPerpetual();
    fixture.venue().publish(BOOK, Sample.book(1000, "1992.36", "1992.37"));
    fixture.await(BookChanged.class);
    fixture.venue().server().killAll();
    fixture.awaitLive();
    fixture.venue().awaitRequest("private/get_subaccount");
    fixture.venue().awaitRequest("subscribe");
    fixture.venue().publish(BOOK, Sample.book(3, "1992.36", "1992.37"));

    assertThat(fixture.await(BookChanged.class).instrument()).isEqualTo(Sample.PERP);
  }

  @Test
  void silentMarketEndsTheConnectionThoughPingsAreAnswered() throws InterruptedException {
    fixture.with("market_silence_ms", "300");
    watchPerpetual();

    assertThat(
            fixture
                .await(
                    ExchangeStatusChanged.class,
                    changed -> changed.status() == ConnectionStatus.DOWN)
                .reason())
        .contains("no market data");
    fixture.awaitLive();
  }

  @Test
  void textPongIsTolerated() throws InterruptedException {
    watchPerpetual();
    fixture.venue().server().connections().getFirst().send("pong");
    fixture.venue().server().connections().getFirst().send("what?");
    fixture.venue().publish(BOOK, Sample.book(1, "1992.36", "1992.37"));

    assertThat(fixture.await(BookChanged.class).instrument()).isEqualTo(Sample.PERP);
  }

  @Test
  void v3ReadsAllPagesOfTheList() throws InterruptedException {
    fixture
        .venue()
        .onRest(
            "get_all_instruments",
            params ->
                "{\"id\":\"x\",\"result\":{\"instruments\":["
                    + (params.get("page").asInt() == 2 ? Sample.listed(params) : "")
                    + "],\"pagination\":{\"count\":1,\"num_pages\":2}}}");
    fixture.startLive();

    assertThat(listed()).hasSize(2);
    assertThat(fixture.venue().restCalls())
        .hasSize(4)
        .allSatisfy(call -> assertThat(call.header("User-Agent")).contains("arb"));
  }

  private List<InstrumentSpec> listed() {
    return fixture.all().stream()
        .filter(InstrumentsListed.class::isInstance)
        .map(InstrumentsListed.class::cast)
        .findFirst()
        .orElseThrow()
        .specs();
  }

  @Test
  void optionWithAForeignSubIdIsLeftOut() throws InterruptedException {
    fixture
        .venue()
        .onRest(
            "get_all_instruments",
            params ->
                ScriptedVenue.instruments(params)
                    .replace("39614082330873992798567741568", "39614082330873992798567741569"));
    fixture.startLive();

    assertThat(listed()).extracting(InstrumentSpec::instrument).containsExactly(Sample.PERP);
  }

  @Test
  void listIsAskedForUntilItComes() throws InterruptedException {
    fixture.venue().onRest("get_all_instruments", params -> "<html>502 Bad Gateway</html>");
    fixture.start();
    fixture.venue().awaitRequest("private/get_subaccount");
    fixture.venue().onRest("get_all_instruments", ScriptedVenue::instruments);

    fixture.awaitLive();
    assertThat(listed()).hasSize(2);
  }
}
