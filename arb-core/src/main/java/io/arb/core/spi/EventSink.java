package io.arb.core.spi;

import io.arb.core.model.Event;

/** Where adapters put what they hear. Safe from any thread; never blocks for long. */
@FunctionalInterface
public interface EventSink {
  void accept(Event event);
}
