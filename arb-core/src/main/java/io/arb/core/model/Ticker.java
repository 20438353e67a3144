package io.arb.core.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A venue's valuation of one instrument.
 *
 * @param mark the venue's fair price
 * @param index the spot index of the underlying
 * @param greeks present for options that the venue values
 * @param venueTime the venue's own time of the values
 * @param receivedAt our time when it arrived
 */
public record Ticker(
    Instrument instrument,
    Price mark,
    Price index,
    Optional<OptionGreeks> greeks,
    Instant venueTime,
    Instant receivedAt) {}
