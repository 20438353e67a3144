package io.arb.core.hedge;

import io.arb.core.market.MarketView;
import io.arb.core.model.Command;
import io.arb.core.model.Instrument;
import io.arb.core.model.Quantity;
import io.arb.core.spi.Capability;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** SIGNATURES (bodies follow). */
public final class GammaDdh {
  public GammaDdh(
      GammaDdhConfig config,
      Set<Capability> capabilities,
      OrderIntents intents,
      MarketView market) {}

  /** A round at once, after fills changed the portfolio; {@code positions} include them. */
  public void onFills(
      List<BookedFill> fills,
      Map<Instrument, Quantity> positions,
      Map<Instrument, Quantity> working,
      Instant now,
      List<Command> commands) {}

  /** A round, if {@code actionWait} has passed since the last. */
  public void onTick(
      Map<Instrument, Quantity> positions,
      Map<Instrument, Quantity> working,
      Instant now,
      List<Command> commands) {}

  /** True after "hedge did not reduce delta", until a person resumes it. */
  public boolean isHalted() {
    return false;
  }

  public Optional<String> haltReason() {
    return Optional.empty();
  }

  public void resume(Instant now) {}
}
