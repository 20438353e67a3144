package io.arb.core.market;

import static io.arb.core.market.MarketFixture.CALL;
import static io.arb.core.market.MarketFixture.NOW;
import static io.arb.core.market.MarketFixture.PERP;
import static io.arb.core.market.MarketFixture.STALE_AFTER;
import static io.arb.core.market.MarketFixture.book;
import static io.arb.core.market.MarketFixture.market;
import static io.arb.core.market.MarketFixture.perpTicker;
import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.InstrumentSpec;
import io.arb.core.model.MarketEvent;
import io.arb.core.model.Price;
import io.arb.core.model.Ticker;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarketViewTest {
  private final MarketView market = market();

  @Test
  void handsOutFreshData() {
    assertThat(market.book(CALL, NOW)).isPresent();
    assertThat(market.ticker(PERP, NOW)).isPresent();
  }

  @Test
  void dataIsUsedUpToTheAgeLimitAndNotAfter() {
    assertThat(market.book(CALL, NOW.plus(STALE_AFTER))).isPresent();
    assertThat(market.book(CALL, NOW.plus(STALE_AFTER).plusNanos(1))).isEmpty();
    assertThat(market.ticker(CALL, NOW.plus(STALE_AFTER).plusNanos(1))).isEmpty();
  }

  @Test
  void dataWithAFrozenVenueTimeIsStaleHoweverNewItArrived() {
    Ticker frozen = market.ticker(PERP, NOW).orElseThrow();
    market.on(
        new MarketEvent.TickerChanged(
            new Ticker(
                PERP, frozen.mark(), frozen.index(), frozen.greeks(), NOW, NOW.plusSeconds(10))));

    assertThat(market.ticker(PERP, NOW.plusSeconds(10))).isEmpty();
  }

  @Test
  void aCrossedOrOneSidedBookIsNoBook() {
    market.on(book(CALL, NOW.plusMillis(1), List.of("83x1"), List.of("82x1")));
    assertThat(market.book(CALL, NOW)).isEmpty();

    market.on(book(CALL, NOW.plusMillis(2), List.of("80x1"), List.of()));
    assertThat(market.book(CALL, NOW)).isEmpty();
  }

  @Test
  void aLateArrivalDoesNotReplaceNewerData() {
    market.on(perpTicker(NOW.minusMillis(1), "1"));

    assertThat(market.ticker(PERP, NOW).orElseThrow().mark()).isEqualTo(Price.of("2500"));
  }

  @Test
  void forgettingPricesKeepsTheInstruments() {
    market.forgetPrices();

    assertThat(market.book(CALL, NOW)).isEmpty();
    assertThat(market.ticker(CALL, NOW)).isEmpty();
    assertThat(market.spec(CALL)).isPresent();
  }

  @Test
  void aNewListReplacesTheOldOne() {
    market.list(List.of(MarketFixture.spec(PERP)));

    assertThat(market.spec(CALL)).isEmpty();
    assertThat(market.listed()).extracting(InstrumentSpec::instrument).containsExactly(PERP);
  }
}
