package io.arb.core.hedge;

import io.arb.core.model.FillId;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The ids of the fills that are booked, so that a repeated one counts once. Bounded: the oldest are
 * forgotten, long after a venue would repeat them. Owned by the engine thread.
 */
final class SeenFills {
  private static final int MAX = 200_000;
  private final Set<FillId> ids = new LinkedHashSet<>();

  /** True the first time. */
  boolean add(FillId id) {
    boolean added = ids.add(id);
    if (ids.size() > MAX) {
      Iterator<FillId> oldest = ids.iterator();
      oldest.next();
      oldest.remove();
    }
    return added;
  }
}
