package io.arb.rysk;

import io.arb.core.model.SourceId;
import io.arb.core.spi.EventSink;
import java.time.InstantSource;

/** What every part of one trade source shares. */
record Scope(
    SourceId id, RyskSettings settings, InstantSource clock, EventSink events, Counters counters) {}
