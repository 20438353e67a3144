package io.arb.deribit.session;

import io.arb.deribit.wire.PlatformState;
import io.arb.deribit.wire.StatusResult;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Whether the venue takes orders at the moment: breaks for maintenance, locked indexes, a locked
 * account, and the pause of seconds for the settlement at 08:00 UTC. Owned by the session's thread.
 * Source: Deribit API, channels platform_state and user.lock, errors 10041 and 11051.
 */
public final class VenueState {
  private static final Duration SETTLEMENT_PAUSE = Duration.ofSeconds(1);
  private static final String ALL = "ALL";

  private final InstantSource ticks;
  private final Set<String> lockedIndexes = new HashSet<>();
  private final Set<String> lockedCurrencies = new HashSet<>();
  private boolean maintenance;
  private boolean locked;
  private Instant settlingUntil = Instant.MIN;

  VenueState(InstantSource ticks) {
    this.ticks = ticks;
  }

  /** A fresh connection knows nothing. */
  void reset() {
    lockedIndexes.clear();
    lockedCurrencies.clear();
    maintenance = false;
    locked = false;
  }

  void onStatus(StatusResult status) {
    locked = status.allLocked();
    lockedIndexes.clear();
    lockedIndexes.addAll(status.lockedIndices());
  }

  /** Takes what the venue says of itself, which it repeats often. */
  void onPlatform(PlatformState news) {
    maintenance = news.maintenance().orElse(maintenance);
    news.lock()
        .ifPresent(
            lock -> {
              if (lock.locked()) {
                lockedIndexes.add(lock.priceIndex());
              } else {
                lockedIndexes.remove(lock.priceIndex());
                locked = false;
              }
            });
  }

  /** The account is locked or unlocked, in one currency or in {@code ALL}. */
  void onUserLock(String currency, boolean isLocked) {
    if (isLocked) {
      lockedCurrencies.add(currency.toUpperCase(Locale.ROOT));
    } else if (currency.equalsIgnoreCase(ALL)) {
      lockedCurrencies.clear();
    } else {
      lockedCurrencies.remove(currency.toUpperCase(Locale.ROOT));
    }
  }

  /** The venue refused an order because it settles: the next ones wait a second. */
  public void settling() {
    settlingUntil = ticks.instant().plus(SETTLEMENT_PAUSE);
  }

  boolean isInMaintenance() {
    return maintenance;
  }

  /**
   * Why no order can be taken now; empty if the venue takes them.
   *
   * @param priceIndex that the instrument follows
   * @param currency that it settles in
   */
  public String problem(String priceIndex, String currency) {
    if (maintenance) {
      return "the venue is in maintenance";
    }
    if (ticks.instant().isBefore(settlingUntil)) {
      return "the venue is settling";
    }
    if (locked || lockedIndexes.contains(priceIndex)) {
      return "the venue has locked " + (locked ? "everything" : priceIndex);
    }
    return lockedCurrencies.contains(ALL) || lockedCurrencies.contains(currency)
        ? "the account is locked in " + lockedCurrencies
        : "";
  }
}
