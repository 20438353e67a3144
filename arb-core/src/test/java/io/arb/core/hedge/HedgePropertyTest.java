package io.arb.core.hedge;

import static io.arb.core.hedge.Rig.CALL;
import static io.arb.core.hedge.Rig.PERP;
import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.ClientOrderId;
import io.arb.core.model.Command;
import io.arb.core.model.LedgerEntry;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import io.arb.core.model.TradeId;
import io.arb.core.model.TradeState;
import io.arb.core.spi.Capability;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Three trades at a time against a venue that misbehaves at random. Whatever it does, a trade ends
 * HEDGED by the venue's own books or FAILED with a dead letter, and nothing is ever sent while an
 * earlier order of the same trade may still trade.
 */
class HedgePropertyTest {
  private static final Quantity STEP = Quantity.of("0.01");
  private static final BigDecimal DELTA = new BigDecimal("0.5");
  private static final int MAX_STEPS = 3000;

  @Test
  void aTroubledVenueLeavesNoTradeOverHedgedOrForgotten() {
    for (long seed = 1; seed <= 2000; seed++) {
      new Run(seed, 25, true).play();
    }
  }

  @Test
  void neitherDoesOneThatCannotReplace() {
    for (long seed = 1; seed <= 1000; seed++) {
      new Run(seed, 25, false).play();
    }
  }

  @Test
  void neitherDoesOneThatHardlyWorks() {
    for (long seed = 1; seed <= 1000; seed++) {
      new Run(seed, 60, true).play();
    }
  }

  @Test
  void aHealthyVenueHedgesEverything() {
    for (long seed = 1; seed <= 300; seed++) {
      Run run = new Run(seed, 0, true);
      run.play();
      assertThat(run.states().values()).as("seed %s", seed).containsOnly(TradeState.HEDGED);
    }
  }

  /** One random day. */
  private static final class Run {
    private final long seed;
    private final SplittableRandom random;
    private final RandomVenue venue;
    private final Rig rig;
    private final int trouble;
    private final Map<TradeId, Quantity> trades = new LinkedHashMap<>();
    private final Map<TradeId, Set<ClientOrderId>> orders = new LinkedHashMap<>();
    private final Map<TradeId, TradeState> states = new LinkedHashMap<>();
    private final List<String> deadLetters = new ArrayList<>();

    Run(long seed, int trouble, boolean canReplace) {
      this.seed = seed;
      this.trouble = trouble;
      this.random = new SplittableRandom(seed);
      this.venue = new RandomVenue(random, trouble);
      EnumSet<Capability> capabilities =
          canReplace
              ? EnumSet.of(Capability.REPLACE, Capability.IMMEDIATE_OR_CANCEL)
              : EnumSet.of(Capability.IMMEDIATE_OR_CANCEL);
      this.rig = new Rig(HedgeConfig.DEFAULTS, capabilities);
      rig.list(
          Rig.spec(CALL, "0.1", "0.01", "0.01", "6"), Rig.spec(PERP, "0.01", "0.01", "0.01", "50"));
      rig.callBook("49", "51");
      rig.ticker(CALL, "50");
      rig.perpBook("2499", "2501");
      rig.connect();
    }

    Map<TradeId, TradeState> states() {
      return states;
    }

    void play() {
      open();
      int steps = 0;
      while (rig.hedges.stillWorking() > 0 && steps++ < MAX_STEPS) {
        step();
      }
      check();
    }

    private void open() {
      for (int i = 1; i <= 3; i++) {
        TradeId trade = new TradeId("t" + i);
        Quantity quantity = new Quantity(BigDecimal.valueOf(1 + random.nextInt(2000), 2));
        trades.put(trade, quantity);
        rig.hedges.open(trade, CALL, Side.BUY, quantity, Price.of("48"), rig.now, rig.commands);
      }
      carryOut();
    }

    private void step() {
      rig.passMillis(100 + random.nextInt(1500));
      carryOut();
      if (random.nextInt(10) == 0) {
        rig.ticker(CALL, String.valueOf(45 + random.nextInt(10)));
      }
      if (random.nextInt(1000) < trouble) {
        venue.disconnect();
        rig.disconnect();
        rig.passMillis(random.nextInt(20_000));
        rig.connect();
      }
      venue.live(rig.now);
      venue.deliver().forEach(rig::event);
      carryOut();
    }

    private void carryOut() {
      for (Command command : rig.take()) {
        switch (command) {
          case Command.WriteLedger(LedgerEntry entry) -> note(entry);
          case Command.PlaceOrder place -> requireProvenEnds(place.request().id(), Set.of());
          case Command.ReplaceOrder replace ->
              requireProvenEnds(replace.replacement().id(), Set.of(replace.target()));
          case Command.SendQuote c -> {}
          case Command.CancelOrder c -> {}
          case Command.ResolveOrder c -> {}
          case Command.TakeSnapshot c -> {}
          case Command.AskSource c -> {}
          case Command.RecoverTrade c -> {}
          case Command.Watch c -> {}
          case Command.Announce c -> {}
        }
        venue.take(command, rig.now);
      }
    }

    private void note(LedgerEntry entry) {
      switch (entry) {
        case LedgerEntry.OrderIntended intended ->
            orders
                .computeIfAbsent(
                    intended.purpose().trade().orElseThrow(), any -> new LinkedHashSet<>())
                .add(intended.request().id());
        case LedgerEntry.TradeMoved moved -> {
          TradeState from = states.getOrDefault(moved.trade(), TradeState.EXECUTED);
          assertThat(from.mayBecome(moved.state())).as("seed %s: %s", seed, moved).isTrue();
          states.put(moved.trade(), moved.state());
        }
        case LedgerEntry.DeadLettered dead -> deadLetters.add(dead.subject());
        default -> {}
      }
    }

    /** Of all orders of the same trade none but the allowed may still trade at the venue. */
    private void requireProvenEnds(ClientOrderId id, Set<ClientOrderId> allowed) {
      Set<ClientOrderId> same =
          orders.values().stream().filter(ids -> ids.contains(id)).findFirst().orElseThrow();
      assertThat(same)
          .as("seed %s: orders that may trade beside %s", seed, id)
          .noneMatch(other -> !allowed.contains(other) && venue.mayTrade(other));
    }

    private void check() {
      trades.forEach(
          (trade, quantity) -> {
            Set<ClientOrderId> ids = orders.getOrDefault(trade, Set.of());
            assertThat(ids).as("seed %s: %s", seed, trade).noneMatch(venue::mayTrade);
            Quantity left = quantity.plus(venue.traded(CALL, ids));
            Quantity cover = venue.traded(PERP, ids).negate();
            Quantity wanted = new Quantity(left.units().multiply(DELTA));
            assertThat(left.isNegative()).as("seed %s: %s over-hedged", seed, trade).isFalse();
            assertThat(cover).as("seed %s: %s", seed, trade).isLessThanOrEqualTo(wanted);
            checkEnd(trade, wanted.minus(cover));
          });
    }

    private void checkEnd(TradeId trade, Quantity open) {
      if (states.get(trade) == TradeState.HEDGED) {
        assertThat(open).as("seed %s: %s", seed, trade).isLessThan(STEP);
      } else {
        assertThat(states).as("seed %s", seed).containsEntry(trade, TradeState.FAILED);
        assertThat(deadLetters).as("seed %s", seed).contains("trade " + trade);
      }
    }
  }
}
