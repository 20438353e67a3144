package io.arb.derive.simulator;

import io.arb.derive.profile.DeriveProfile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a {@link DeriveSimulator} behaves. Immutable.
 *
 * @param profile decides the signing domain, nonces, headers and shapes of messages
 * @param wallets the customers
 * @param limits empty: no rate limits
 * @param speedBump how long orders that would trade at arrival are held back
 * @param strictCancelOnDisconnect true: the end of any logged-in connection of a wallet that asked
 *     for it cancels the wallet's orders; false: only the end of the last one
 * @param seed of the ids that the simulator makes
 */
public record DeriveSimulatorConfig(
    DeriveProfile profile,
    List<DeriveWallet> wallets,
    Optional<RateTier> limits,
    Duration speedBump,
    boolean strictCancelOnDisconnect,
    long seed) {
  public DeriveSimulatorConfig {
    wallets = List.copyOf(wallets);
    if (speedBump.isNegative()) {
      throw new IllegalArgumentException("speedBump must not be negative, got " + speedBump);
    }
  }

  /** No rate limits, no speed bump, strict cancel-on-disconnect. */
  public static DeriveSimulatorConfig of(DeriveProfile profile, List<DeriveWallet> wallets) {
    return new DeriveSimulatorConfig(profile, wallets, Optional.empty(), Duration.ZERO, true, 1);
  }

  public DeriveSimulatorConfig withLimits(RateTier tier) {
    return new DeriveSimulatorConfig(
        profile, wallets, Optional.of(tier), speedBump, strictCancelOnDisconnect, seed);
  }

  public DeriveSimulatorConfig withSpeedBump(Duration newSpeedBump) {
    return new DeriveSimulatorConfig(
        profile, wallets, limits, newSpeedBump, strictCancelOnDisconnect, seed);
  }

  public DeriveSimulatorConfig withStrictCancelOnDisconnect(boolean strict) {
    return new DeriveSimulatorConfig(profile, wallets, limits, speedBump, strict, seed);
  }

  public DeriveSimulatorConfig withSeed(long newSeed) {
    return new DeriveSimulatorConfig(
        profile, wallets, limits, speedBump, strictCancelOnDisconnect, newSeed);
  }
}
