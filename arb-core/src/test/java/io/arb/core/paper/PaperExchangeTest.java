package io.arb.core.paper;

import static io.arb.core.paper.Bench.ALICE;
import static io.arb.core.paper.Bench.BOB;
import static io.arb.core.paper.Bench.PERPETUAL;
import static io.arb.core.paper.Bench.buy;
import static io.arb.core.paper.Bench.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.ExchangeEvent.OrderChanged;
import io.arb.core.model.ExchangeEvent.OrderFilled;
import io.arb.core.spi.EventLog;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the paper exchange does beyond the contract of all exchanges. */
class PaperExchangeTest {
  private final Bench bench = Bench.quiet();
  private final EventLog log = new EventLog();
  private final PaperLink link = new PaperLink();
  private final PaperExchange exchange = new PaperExchange(bench.venue, BOB, log, link);

  @Test
  void reportsOneAccountOnly() {
    exchange.start();
    bench.accepted(BOB, buy(PERPETUAL, "1", "1990"));

    bench.accepted(ALICE, sell(PERPETUAL, "2", "1990"));

    assertThat(log.all(OrderFilled.class, event -> true)).hasSize(1);
    assertThat(log.all(OrderChanged.class, event -> true)).hasSize(2);
  }

  @Test
  void reportsForeignOrdersWithoutId() {
    exchange.start();

    bench.accepted(BOB, buy(PERPETUAL, "1", "1990").labelled("somebody else's"));

    assertThat(log.await(OrderChanged.class).update().id()).isEqualTo(Optional.empty());
  }

  @Test
  void hearsNothingWhileTheLinkIsDown() {
    exchange.start();
    exchange.watch(Set.of(PERPETUAL));
    link.breakDown();
    int before = log.all().size();

    bench.accepted(BOB, buy(PERPETUAL, "1", "1990"));
    bench.advance(Duration.ofSeconds(1));

    assertThat(log.all()).hasSize(before);
  }

  @Test
  void saysNothingBeforeItsStartAndAfterItsClose() {
    exchange.watch(Set.of(PERPETUAL));
    bench.accepted(BOB, buy(PERPETUAL, "1", "1990"));
    assertThat(log.all()).isEmpty();
    exchange.start();
    exchange.close();
    int before = log.all().size();

    exchange.snapshot();
    exchange.cancelAll();
    bench.advance(Duration.ofSeconds(1));

    assertThat(log.all()).hasSize(before);
  }

  @Test
  void leavesOrdersRestingWhenItCloses() {
    exchange.start();
    bench.accepted(BOB, buy(PERPETUAL, "1", "1990"));

    exchange.close();

    assertThat(bench.venue.openOrders(BOB)).hasSize(1);
  }
}
