package io.arb.core.model;

import static io.arb.core.market.MarketFixture.CALL;
import static io.arb.core.market.MarketFixture.NOW;
import static io.arb.core.market.MarketFixture.book;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OrderBookTest {
  private final OrderBook book =
      book(CALL, NOW, List.of("80x5", "79x10"), List.of("82x5", "83x10")).book();

  @Test
  void sellingWalksTheBidsFromTheBest() {
    assertThat(book.cost(Side.SELL, Quantity.of("7"))).contains(Money.of("558"));
  }

  @Test
  void buyingWalksTheAsksFromTheBest() {
    assertThat(book.cost(Side.BUY, Quantity.of("5"))).contains(Money.of("410"));
  }

  @Test
  void aBookThatIsTooThinGivesNoCost() {
    assertThat(book.cost(Side.SELL, Quantity.of("15"))).isPresent();
    assertThat(book.cost(Side.SELL, Quantity.of("15.01"))).isEmpty();
  }

  @Test
  void ownOrdersCanBeTakenOut() {
    OrderBook without =
        book.without(Side.SELL, Price.of("82"), Quantity.of("5"))
            .without(Side.BUY, Price.of("80"), Quantity.of("2"));

    assertThat(without.bestAsk()).contains(Level.of("83", "10"));
    assertThat(without.bestBid()).contains(Level.of("80", "3"));
  }

  @Test
  void levelsMustBeOrderedFromTheBest() {
    assertThatThrownBy(() -> book(CALL, NOW, List.of("79x1", "80x1"), List.of()))
        .hasMessageContaining("bids");
    assertThatThrownBy(() -> book(CALL, NOW, List.of(), List.of("82x1", "82x1")))
        .hasMessageContaining("asks");
  }

  @Test
  void aLockedBookIsNotUsable() {
    assertThat(book.isUsable()).isTrue();
    assertThat(book(CALL, NOW, List.of("82x1"), List.of("82x1")).book().isUsable()).isFalse();
  }
}
