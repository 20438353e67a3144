package io.arb.core.portfolio;

import static io.arb.core.market.MarketFixture.CALL;
import static io.arb.core.market.MarketFixture.NOW;
import static io.arb.core.market.MarketFixture.OTHER_CALL;
import static io.arb.core.market.MarketFixture.PERP;
import static io.arb.core.market.MarketFixture.STALE_AFTER;
import static io.arb.core.market.MarketFixture.market;
import static io.arb.core.market.MarketFixture.optionTicker;
import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.market.MarketView;
import io.arb.core.model.Confirmation;
import io.arb.core.model.Fill;
import io.arb.core.model.FillId;
import io.arb.core.model.Instrument;
import io.arb.core.model.Liquidity;
import io.arb.core.model.Money;
import io.arb.core.model.Option;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.QuoteNonce;
import io.arb.core.model.Side;
import io.arb.core.model.SourceId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortfolioTest {
  private final Portfolio portfolio = new Portfolio();
  private final MarketView market = market();

  static Confirmation bought(Option option, String quantity, String price, String fee) {
    return new Confirmation(
        new SourceId("rysk"),
        new QuoteNonce(1),
        option,
        Side.BUY,
        Quantity.of(quantity),
        Price.of(price),
        Money.of(fee),
        "",
        NOW);
  }

  static Fill fill(Instrument instrument, Side side, String quantity, String price, String fee) {
    return new Fill(
        new FillId("f"),
        Optional.empty(),
        instrument,
        side,
        Price.of(price),
        Quantity.of(quantity),
        Money.of(fee),
        Liquidity.MAKER,
        NOW);
  }

  @Test
  void buyingAtTheSourceAndSellingOnTheExchangeIsFlatWithTheSpreadAsProfit() {
    portfolio.book(bought(CALL, "2", "70", "17.5"));
    portfolio.book(fill(CALL, Side.SELL, "2", "81", "1"));

    assertThat(portfolio.net()).isEmpty();
    Pnl pnl = portfolio.pnl(market, NOW);
    assertThat(pnl.options()).isEqualTo(Money.of("22"));
    assertThat(pnl.sourceFees()).isEqualTo(Money.of("17.5"));
    assertThat(pnl.exchangeFees()).isEqualTo(Money.of("1"));
    assertThat(pnl.total()).isEqualTo(Money.of("3.5"));
  }

  @Test
  void positionsThatCancelOutAreStillHeldAtBothVenues() {
    portfolio.book(bought(CALL, "2", "70", "0"));
    portfolio.book(fill(CALL, Side.SELL, "2", "81", "0"));

    assertThat(portfolio.held()).containsExactly(CALL);
    assertThat(portfolio.atSource()).containsEntry(CALL, Quantity.of("2"));
    assertThat(portfolio.onExchange()).containsEntry(CALL, Quantity.of("-2"));
  }

  @Test
  void whatIsHeldIsWorthItsMark() {
    portfolio.book(bought(CALL, "2", "70", "0"));
    portfolio.book(fill(PERP, Side.SELL, "1", "2510", "0"));

    Pnl pnl = portfolio.pnl(market, NOW);
    assertThat(pnl.options()).isEqualTo(Money.of("22")); // 2 x (81 - 70)
    assertThat(pnl.perpetuals()).isEqualTo(Money.of("10")); // 2510 - 2500
  }

  @Test
  void aPositionThatNeverHadAMarkIsNamed() {
    portfolio.book(bought(OTHER_CALL, "2", "70", "0"));

    Pnl pnl = portfolio.pnl(market, NOW);
    assertThat(pnl.unmarked()).containsExactly(OTHER_CALL);
    assertThat(pnl.isWhole()).isFalse();
  }

  @Test
  void theLastMarkStandsInWhileDataIsStale() {
    portfolio.book(bought(CALL, "2", "70", "0"));
    Pnl fresh = portfolio.pnl(market, NOW);

    Pnl later = portfolio.pnl(market, NOW.plus(STALE_AFTER).plusSeconds(1));
    assertThat(later).isEqualTo(fresh);
  }

  @Test
  void exposureSumsTheVenuesGreeks() {
    portfolio.book(bought(CALL, "2", "70", "0"));
    portfolio.book(fill(PERP, Side.SELL, "0.6", "2500", "0"));

    Exposure exposure = portfolio.exposure(market, NOW);
    assertThat(exposure.delta()).isEqualTo(Quantity.of("0.4")); // 2 x 0.5 - 0.6
    assertThat(exposure.gamma()).isEqualByComparingTo("0.0024");
    assertThat(exposure.vegaPerPoint()).isEqualTo(Money.of("2.8"));
    assertThat(exposure.thetaPerDay()).isEqualTo(Money.of("-6.2"));
    assertThat(exposure.isWhole()).isTrue();
  }

  @Test
  void anOptionWithoutFreshGreeksIsMissingAndNotZero() {
    portfolio.book(bought(CALL, "2", "70", "0"));
    portfolio.book(bought(OTHER_CALL, "1", "40", "0"));

    assertThat(portfolio.exposure(market, NOW).missing()).containsExactly(OTHER_CALL);
    market.on(optionTicker(OTHER_CALL, NOW, "40", "0.3"));
    assertThat(portfolio.exposure(market, NOW).delta()).isEqualTo(Quantity.of("1.3"));
  }

  @Test
  void anAdoptedPositionCountsFromNowOn() {
    portfolio.adopt(PERP, Quantity.of("-3"), Price.of("2500"));

    assertThat(portfolio.net(PERP)).isEqualTo(Quantity.of("-3"));
    assertThat(portfolio.pnl(market, NOW).total()).isEqualTo(Money.ZERO);
  }
}
