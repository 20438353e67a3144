package io.arb.rysk.simulator;

import io.arb.core.model.Option;
import io.arb.core.model.Price;
import io.arb.core.model.Ticker;
import io.arb.core.model.Underlying;
import io.arb.core.paper.PaperMarket;
import java.time.Instant;
import java.util.List;

/** What the simulated venue knows of the world. An implementation is safe from any thread. */
public interface RyskMarket {
  Underlying underlying();

  /** Spot, positive. */
  Price index(Instant now);

  /** All options that exist; the venue lists some of them. */
  List<Option> options(Instant now);

  /** Fair value and greeks of one of the options. */
  Ticker ticker(Option option, Instant now);

  /** What the oracle says of an expiry that has passed. */
  Price settlement(Instant expiry);

  /** The paper market that other simulators of the process share. */
  static RyskMarket of(PaperMarket market) {
    return new RyskMarket() {
      @Override
      public Underlying underlying() {
        return market.config().underlying();
      }

      @Override
      public Price index(Instant now) {
        return market.index(now);
      }

      @Override
      public List<Option> options(Instant now) {
        return market.options(now);
      }

      @Override
      public Ticker ticker(Option option, Instant now) {
        return market.ticker(option, now);
      }

      @Override
      public Price settlement(Instant expiry) {
        return market.settlement(expiry);
      }
    };
  }
}
