package io.arb.rysk.simulator;

import io.arb.rysk.sign.RyskChain;
import java.util.EnumMap;
import java.util.Map;

/**
 * Which venue is simulated. Immutable.
 *
 * @param seed of every id, key, delay and price that is drawn; the same seed, market, clock and
 *     messages give the same venue
 * @param requestsPerSecond most requests in any second of all clients together, as they share one
 *     IP address; positive
 * @param errorCodes codes that differ from {@link RyskError#defaultCode}
 */
public record RyskSimulatorConfig(
    RyskChain chain,
    RyskAsset asset,
    long seed,
    RyskTiming timing,
    RyskCharges charges,
    Competition competition,
    RfqFlow flow,
    TakerProfile taker,
    int requestsPerSecond,
    Map<RyskError, Integer> errorCodes) {
  private static final int REQUESTS_PER_SECOND = 30;

  public RyskSimulatorConfig {
    errorCodes = Map.copyOf(errorCodes);
    if (requestsPerSecond < 1) {
      throw new IllegalArgumentException(
          "requestsPerSecond must be positive, got " + requestsPerSecond);
    }
  }

  /** The test network's WETH with two rivals and nobody who asks. */
  public static RyskSimulatorConfig standard(long seed) {
    return new RyskSimulatorConfig(
        RyskChain.BASE_SEPOLIA,
        RyskAsset.wethTestnet(),
        seed,
        RyskTiming.standard(),
        RyskCharges.standard(),
        Competition.standard(),
        RfqFlow.none(),
        TakerProfile.standard(),
        REQUESTS_PER_SECOND,
        Map.of());
  }

  public RyskSimulatorConfig with(RyskTiming newTiming) {
    return new RyskSimulatorConfig(
        chain,
        asset,
        seed,
        newTiming,
        charges,
        competition,
        flow,
        taker,
        requestsPerSecond,
        errorCodes);
  }

  public RyskSimulatorConfig with(RyskCharges newCharges) {
    return new RyskSimulatorConfig(
        chain,
        asset,
        seed,
        timing,
        newCharges,
        competition,
        flow,
        taker,
        requestsPerSecond,
        errorCodes);
  }

  public RyskSimulatorConfig with(Competition newCompetition) {
    return new RyskSimulatorConfig(
        chain,
        asset,
        seed,
        timing,
        charges,
        newCompetition,
        flow,
        taker,
        requestsPerSecond,
        errorCodes);
  }

  public RyskSimulatorConfig with(RfqFlow newFlow) {
    return new RyskSimulatorConfig(
        chain,
        asset,
        seed,
        timing,
        charges,
        competition,
        newFlow,
        taker,
        requestsPerSecond,
        errorCodes);
  }

  public RyskSimulatorConfig with(TakerProfile newTaker) {
    return new RyskSimulatorConfig(
        chain,
        asset,
        seed,
        timing,
        charges,
        competition,
        flow,
        newTaker,
        requestsPerSecond,
        errorCodes);
  }

  public RyskSimulatorConfig withRequestsPerSecond(int newLimit) {
    return new RyskSimulatorConfig(
        chain, asset, seed, timing, charges, competition, flow, taker, newLimit, errorCodes);
  }

  /** This configuration with another code for one error, should the venue's become known. */
  public RyskSimulatorConfig withErrorCode(RyskError error, int code) {
    Map<RyskError, Integer> codes = new EnumMap<>(RyskError.class);
    codes.putAll(errorCodes);
    codes.put(error, code);
    return new RyskSimulatorConfig(
        chain, asset, seed, timing, charges, competition, flow, taker, requestsPerSecond, codes);
  }

  int code(RyskError error) {
    return errorCodes.getOrDefault(error, error.defaultCode());
  }
}
