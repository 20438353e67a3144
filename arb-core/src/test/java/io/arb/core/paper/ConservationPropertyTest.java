package io.arb.core.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.Instrument;
import io.arb.core.model.Money;
import io.arb.core.model.Option;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever happens on a venue, positions add up to zero and no cent appears or vanishes. */
class ConservationPropertyTest {
  private static final List<AccountId> CLIENTS = List.of(Bench.ALICE, Bench.BOB, Bench.CAROL);
  private static final List<Lifetime> LIFETIMES = List.of(Lifetime.values());
  private static final Money DEPOSITED = Money.of("300000");

  @Test
  void conservesPositionsAndMoney() {
    for (long seed = 0; seed < 6; seed++) {
      Bench bench =
          new Bench(
              VenueRules.standard(),
              LiquidityProfile.standard(),
              Bench.through(1950, 2050, 2000, 2120, 1900),
              seed);
      trade(bench, new SplittableRandom(seed));
      check(bench, seed);

      bench.advance(Duration.between(bench.clock.instant(), Bench.EXPIRY));
      check(bench, seed);
      assertThat(bench.venue.positions(Bench.ALICE).keySet())
          .as("seed %d", seed)
          .noneMatch(Option.class::isInstance);
    }
  }

  private static void trade(Bench bench, SplittableRandom random) {
    List<Instrument> instruments = new ArrayList<>(bench.market.options(bench.clock.instant()));
    instruments.add(Bench.PERPETUAL);
    for (int i = 0; i < 400; i++) {
      Instrument instrument = instruments.get(random.nextInt(instruments.size()));
      AccountId client = CLIENTS.get(random.nextInt(CLIENTS.size()));
      var unused = bench.venue.place(client, request(bench, random, instrument));
      bench.advance(Duration.ofMillis(random.nextInt(2000)));
    }
  }

  private static VenueOrderRequest request(
      Bench bench, SplittableRandom random, Instrument instrument) {
    Price tick = bench.venue.rules().terms(instrument).tick();
    Price mark = bench.venue.ticker(instrument).mark();
    Price limit =
        mark.movedBps(BigDecimal.valueOf(random.nextInt(-150, 150))).floorTo(tick).max(tick);
    return VenueOrderRequest.limit(
        instrument,
        random.nextBoolean() ? Side.BUY : Side.SELL,
        new Quantity(BigDecimal.valueOf(random.nextInt(10, 500), 2)),
        limit,
        LIFETIMES.get(random.nextInt(LIFETIMES.size())));
  }

  private static void check(Bench bench, long seed) {
    Map<Instrument, Quantity> sums = new HashMap<>();
    Money money = bench.venue.feesCollected();
    for (AccountId account : bench.venue.accounts()) {
      money = money.plus(bench.venue.cash(account));
      for (VenuePosition position : bench.venue.positions(account).values()) {
        sums.merge(position.instrument(), position.quantity(), Quantity::plus);
        money = money.plus(perpetualQuote(position));
      }
    }
    assertThat(sums.values()).as("seed %d", seed).containsOnly(Quantity.ZERO);
    assertThat(money).as("seed %d", seed).isEqualTo(DEPOSITED);
    assertThat(bench.venue.feesCollected().usd()).as("seed %d", seed).isPositive();
  }

  private static Money perpetualQuote(VenuePosition position) {
    return switch (position.instrument()) {
      case Option option -> Money.ZERO;
      case Perpetual perpetual -> position.quote();
    };
  }
}
