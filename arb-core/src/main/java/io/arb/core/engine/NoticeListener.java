package io.arb.core.engine;

import io.arb.core.model.Notice;
import java.time.Instant;

/** Hears what the engine announces, on the engine thread: return at once, throw nothing. */
@FunctionalInterface
public interface NoticeListener {
  void on(Notice notice, Instant at);
}
