package io.arb.rysk;

import io.arb.core.model.Option;
import io.arb.core.model.Price;
import io.arb.core.model.Ticker;
import io.arb.core.model.Underlying;
import io.arb.rysk.simulator.RyskMarket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A world that stands still and has one option. */
record OneOptionMarket(Option option, Price spot, Price fair) implements RyskMarket {
  @Override
  public Underlying underlying() {
    return option.underlying();
  }

  @Override
  public Price index(Instant now) {
    return spot;
  }

  @Override
  public List<Option> options(Instant now) {
    return List.of(option);
  }

  @Override
  public Ticker ticker(Option asked, Instant now) {
    return new Ticker(asked, fair, spot, Optional.empty(), now, now);
  }

  @Override
  public Price settlement(Instant expiry) {
    return spot;
  }
}
