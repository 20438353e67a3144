package io.arb.deribit.simulator;

import io.arb.core.paper.LiquidityProfile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a {@link DeribitSimulator} behaves. Immutable.
 *
 * @param accounts the customers
 * @param liquidity what synthetic makers and takers do; sizes in coins
 * @param limits empty: no credits are counted
 * @param tokenLife how long access tokens live
 * @param speedBump holds takers back
 * @param disconnectDelay from the loss of a connection until its orders are cancelled
 * @param settlementPause how long trading stands at 08:00 UTC
 * @param notifications before or after answers
 * @param testnet what all answers say of themselves
 * @param seed of everything random
 */
public record DeribitSimulatorConfig(
    List<DeribitAccount> accounts,
    LiquidityProfile liquidity,
    Optional<CreditLimits> limits,
    Duration tokenLife,
    SpeedBump speedBump,
    Duration disconnectDelay,
    Duration settlementPause,
    NotificationOrder notifications,
    boolean testnet,
    long seed) {
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(15);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  public DeribitSimulatorConfig {
    accounts = List.copyOf(accounts);
  }

  /** No credits, no speed bump, tokens for 900 s, notifications after answers, a test net. */
  public static DeribitSimulatorConfig of(List<DeribitAccount> accounts) {
    return new DeribitSimulatorConfig(
        accounts,
        LiquidityProfile.standard(),
        Optional.empty(),
        TOKEN_LIFE,
        SpeedBump.NONE,
        Duration.ZERO,
        PAUSE,
        NotificationOrder.AFTER_THE_ANSWER,
        true,
        1);
  }

  public DeribitSimulatorConfig withLiquidity(LiquidityProfile profile) {
    return new DeribitSimulatorConfig(
        accounts,
        profile,
        limits,
        tokenLife,
        speedBump,
        disconnectDelay,
        settlementPause,
        notifications,
        testnet,
        seed);
  }

  public DeribitSimulatorConfig withLimits(CreditLimits credits) {
    return new DeribitSimulatorConfig(
        accounts,
        liquidity,
        Optional.of(credits),
        tokenLife,
        speedBump,
        disconnectDelay,
        settlementPause,
        notifications,
        testnet,
        seed);
  }

  public DeribitSimulatorConfig withSpeedBump(SpeedBump bump) {
    return new DeribitSimulatorConfig(
        accounts,
        liquidity,
        limits,
        tokenLife,
        bump,
        disconnectDelay,
        settlementPause,
        notifications,
        testnet,
        seed);
  }

  public DeribitSimulatorConfig withDisconnectDelay(Duration delay) {
    return new DeribitSimulatorConfig(
        accounts,
        liquidity,
        limits,
        tokenLife,
        speedBump,
        delay,
        settlementPause,
        notifications,
        testnet,
        seed);
  }

  public DeribitSimulatorConfig withNotifications(NotificationOrder order) {
    return new DeribitSimulatorConfig(
        accounts,
        liquidity,
        limits,
        tokenLife,
        speedBump,
        disconnectDelay,
        settlementPause,
        order,
        testnet,
        seed);
  }

  public DeribitSimulatorConfig withTestnet(boolean isTest) {
    return new DeribitSimulatorConfig(
        accounts,
        liquidity,
        limits,
        tokenLife,
        speedBump,
        disconnectDelay,
        settlementPause,
        notifications,
        isTest,
        seed);
  }

  public DeribitSimulatorConfig withSeed(long newSeed) {
    return new DeribitSimulatorConfig(
        accounts,
        liquidity,
        limits,
        tokenLife,
        speedBump,
        disconnectDelay,
        settlementPause,
        notifications,
        testnet,
        newSeed);
  }
}
