package io.arb.core.risk;

import io.arb.core.model.Money;
import io.arb.core.model.Option;
import io.arb.core.model.Quantity;
import io.arb.core.model.Quote;
import io.arb.core.model.QuoteNonce;
import io.arb.core.model.RiskState;
import io.arb.core.portfolio.Exposure;
import io.arb.core.portfolio.Pnl;
import io.arb.core.portfolio.Portfolio;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Decides whether new risk may be taken. Every live quote counts as if it were taken, at its worst,
 * until it cannot be taken any more. Owned by the engine thread.
 */
public final class RiskManager {
  private final RiskLimits limits;
  private final Map<QuoteNonce, Reservation> reservations = new LinkedHashMap<>();
  private Optional<Money> funds = Optional.empty();
  private RiskState state = RiskState.ACTIVE;

  /** What a live quote may cost. */
  private record Reservation(Quote quote, Quantity delta, Money cost, Instant until) {}

  public RiskManager(RiskLimits limits) {
    this.limits = limits;
  }

  /**
   * Reserves the worst case of a quote, or says why it must not go out.
   *
   * @param deltaPerUnit the option's delta
   * @param cost premium and fee if the quote is taken
   */
  public Decision reserve(
      Quote quote, BigDecimal deltaPerUnit, Money cost, Portfolio portfolio, Exposure exposure) {
    Quantity delta =
        new Quantity(
            quote
                .quantity()
                .units()
                .multiply(deltaPerUnit.abs())
                .setScale(Quantity.MAX_SCALE, RoundingMode.UP));
    Optional<Decision.Refused> refusal =
        stateRefusal()
            .or(() -> positionRefusal(quote, portfolio))
            .or(() -> deltaRefusal(delta, exposure))
            .or(() -> fundsRefusal(cost));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Instant until = quote.validUntil().plus(limits.confirmationGrace());
    reservations.put(quote.nonce(), new Reservation(quote, delta, cost, until));
    return new Decision.Reserved();
  }

  private Optional<Decision.Refused> stateRefusal() {
    return state == RiskState.ACTIVE
        ? Optional.empty()
        : refuse("risk_" + state.name().toLowerCase(Locale.ROOT), "no new risk");
  }

  private Optional<Decision.Refused> positionRefusal(Quote quote, Portfolio portfolio) {
    Quantity worst =
        portfolio
            .net(quote.option())
            .max(Quantity.ZERO)
            .plus(reserved(quote.option()))
            .plus(quote.quantity());
    return worst.compareTo(limits.maxPositionSize()) > 0
        ? refuse(
            "position_limit",
            worst
                + " of "
                + quote.option()
                + " exceeds max_position_size "
                + limits.maxPositionSize())
        : Optional.empty();
  }

  private Optional<Decision.Refused> deltaRefusal(Quantity delta, Exposure exposure) {
    if (!exposure.isWhole()) {
      return refuse("exposure_unknown", "no fresh greeks for " + exposure.missing());
    }
    Quantity worst = exposure.delta().abs().plus(reservedDelta()).plus(delta);
    return worst.compareTo(limits.maxDeltaExposure()) > 0
        ? refuse("delta_limit", worst + " exceeds max_delta_exposure " + limits.maxDeltaExposure())
        : Optional.empty();
  }

  private Optional<Decision.Refused> fundsRefusal(Money cost) {
    Money needed = reservations.values().stream().map(Reservation::cost).reduce(cost, Money::plus);
    return funds
        .filter(available -> needed.compareTo(available) > 0)
        .flatMap(available -> refuse("funds", needed + " USD needed, " + available + " available"));
  }

  private static Optional<Decision.Refused> refuse(String reason, String detail) {
    return Optional.of(new Decision.Refused(reason, detail));
  }

  /** Units of {@code option} that live quotes may still bring. */
  public Quantity reserved(Option option) {
    return reservations.values().stream()
        .filter(r -> r.quote().option().equals(option))
        .map(r -> r.quote().quantity())
        .reduce(Quantity.ZERO, Quantity::plus);
  }

  private Quantity reservedDelta() {
    return reservations.values().stream()
        .map(Reservation::delta)
        .reduce(Quantity.ZERO, Quantity::plus);
  }

  /** The quote was refused, never sent, or has become a position: it reserves nothing any more. */
  public void release(QuoteNonce nonce) {
    reservations.remove(nonce);
  }

  /** Releases the quotes that can no longer be taken. */
  public void expire(Instant now) {
    reservations.values().removeIf(r -> !now.isBefore(r.until()));
  }

  public int liveReservations() {
    return reservations.size();
  }

  /** Money at the source for premiums; until it is first reported it does not limit. */
  public void onFunds(Money available) {
    funds = Optional.of(available);
  }

  /**
   * Stops new risk when the loss reaches the stop loss; returns the reason if the state changed.
   */
  public Optional<String> onPnl(Pnl pnl) {
    Money loss = pnl.total().negate();
    if (state != RiskState.ACTIVE || loss.compareTo(limits.maxLoss()) < 0) {
      return Optional.empty();
    }
    state = RiskState.REDUCING;
    return Optional.of("stop loss: lost " + loss + " USD, limit " + limits.maxLoss());
  }

  /** No new risk until a person resumes. True if that is a change. */
  public boolean halt() {
    boolean changed = state != RiskState.HALTED;
    state = RiskState.HALTED;
    return changed;
  }

  /** A person allows new risk again. */
  public void resume() {
    state = RiskState.ACTIVE;
  }

  public RiskState state() {
    return state;
  }

  /** Restores the state that the ledger remembers. */
  public void restore(RiskState remembered) {
    state = remembered;
  }

  /** Restores the reservation of a quote that was live when the process ended, at full delta. */
  public void restore(Quote quote, Money cost) {
    Instant until = quote.validUntil().plus(limits.confirmationGrace());
    reservations.put(quote.nonce(), new Reservation(quote, quote.quantity(), cost, until));
  }
}
