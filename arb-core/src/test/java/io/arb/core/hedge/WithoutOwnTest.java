package io.arb.core.hedge;

import static io.arb.core.hedge.Rig.CALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.Level;
import io.arb.core.model.OrderBook;
import io.arb.core.model.OrderStatus;
import io.arb.core.model.Side;
import io.arb.core.model.TimeInForce;
import java.util.List;
import org.junit.jupiter.api.Test;

class WithoutOwnTest {
  private static final OrderBook BOOK =
      new OrderBook(
          CALL,
          List.of(Level.of("49", "5")),
          List.of(Level.of("51", "5"), Level.of("52", "5")),
          Rig.START,
          Rig.START);

  private final Rig rig = Rig.live();

  @Test
  void takesTheRemainderOutOfItsLevel() {
    OrderIntent intent = rig.place("3", "51");
    rig.acknowledge(intent.request());
    rig.filled(intent.request(), "1");

    assertThat(rig.intents.withoutOwn(BOOK).asks())
        .containsExactly(Level.of("51", "3"), Level.of("52", "5"));
  }

  @Test
  void removesALevelThatIsOursAlone() {
    rig.place("5", "51");

    assertThat(rig.intents.withoutOwn(BOOK).asks()).containsExactly(Level.of("52", "5"));
  }

  @Test
  void ignoresOrdersThatAreOver() {
    OrderIntent intent = rig.place("5", "51");
    rig.changed(intent.request(), OrderStatus.CANCELLED, "0");

    assertThat(rig.intents.withoutOwn(BOOK)).isEqualTo(BOOK);
  }

  @Test
  void ignoresOrdersThatNeverRest() {
    rig.place(Side.BUY, "5", "49", TimeInForce.IMMEDIATE_OR_CANCEL);

    assertThat(rig.intents.withoutOwn(BOOK)).isEqualTo(BOOK);
  }

  @Test
  void ignoresOtherInstruments() {
    rig.place("5", "51");
    OrderBook other =
        new OrderBook(Rig.PERP, BOOK.bids(), BOOK.asks(), BOOK.venueTime(), BOOK.receivedAt());

    assertThat(rig.intents.withoutOwn(other)).isEqualTo(other);
  }
}
