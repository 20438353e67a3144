package io.arb.cli.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * Simulated venues inside the process, reached over loopback sockets with throw-away keys.
 * Immutable.
 *
 * @param seed makes the flow of requests and trades repeatable
 * @param speed seconds of the recorded price path per second, above 0, at most 1000
 * @param startOffset where in the price path to start
 * @param rfqsPerMinute how often takers ask, above 0, at most 600
 * @param auctionWindow how long the venue collects bids
 * @param competitors rival makers in each auction, 0 to 20
 * @param competitorAggressiveness the part of the fair value, less the fee, that a rival bids at
 *     most, 0 to 2
 * @param confirmProbability how often a taker takes the best bid, 0 to 1
 * @param cashUsd what each simulated account starts with
 * @param dropSocketsEvery kill all sockets of the simulators this often; empty: never
 */
public record SimulationBlock(
    long seed,
    BigDecimal speed,
    Duration startOffset,
    int rfqsPerMinute,
    Duration auctionWindow,
    int competitors,
    BigDecimal competitorAggressiveness,
    BigDecimal confirmProbability,
    BigDecimal cashUsd,
    Optional<Duration> dropSocketsEvery) {
  public SimulationBlock {
    require(
        speed.signum() > 0 && speed.compareTo(BigDecimal.valueOf(1000)) <= 0,
        "speed",
        speed,
        "above 0 and at most 1000");
    require(!startOffset.isNegative(), "start_offset_min", startOffset.toMinutes(), "not negative");
    require(
        rfqsPerMinute > 0 && rfqsPerMinute <= 600,
        "rfqs_per_minute",
        rfqsPerMinute,
        "above 0 and at most 600");
    require(
        auctionWindow.toMillis() >= 100 && auctionWindow.toMillis() <= 60_000,
        "auction_ms",
        auctionWindow.toMillis(),
        "from 100 to 60000");
    require(competitors >= 0 && competitors <= 20, "competitors", competitors, "from 0 to 20");
    require(
        competitorAggressiveness.signum() >= 0
            && competitorAggressiveness.compareTo(BigDecimal.TWO) <= 0,
        "competitor_aggressiveness",
        competitorAggressiveness,
        "from 0 to 2");
    require(
        confirmProbability.signum() >= 0 && confirmProbability.compareTo(BigDecimal.ONE) <= 0,
        "confirm_probability",
        confirmProbability,
        "from 0 to 1");
    require(cashUsd.signum() > 0, "cash_usd", cashUsd, "above 0");
    require(
        dropSocketsEvery.map(every -> every.toSeconds() >= 5).orElse(true),
        "drop_sockets_every_ms",
        dropSocketsEvery.map(Duration::toMillis).orElse(0L),
        "at least 5000");
  }

  private static void require(boolean holds, String field, Object value, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(field + " must be " + expected + ", got " + value);
    }
  }
}
