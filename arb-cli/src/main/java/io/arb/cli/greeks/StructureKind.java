package io.arb.cli.greeks;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The structures that can be asked about; their names in lower case are words to type. */
enum StructureKind {
  VERTICAL(2, 2, "bought, sold; not the same", Set.of("type")),
  STRADDLE(1, 2, "of the put and the call", Set.of()),
  STRANGLE(2, 2, "put < call", Set.of()),
  BUTTERFLY(3, 3, "low < body < high", Set.of("type")),
  IRON_CONDOR(4, 4, "bought put < sold put < sold call < bought call", Set.of()),
  CALENDAR(1, 2, "of both expiries", Set.of("type", "far_expiry", "far_forward")),
  RATIO(2, 2, "bought, sold; the sold one further out of the money", Set.of("type", "ratio")),
  COLLAR(2, 2, "put < call", Set.of("entry")),
  COVERED_CALL(1, 1, "of the call", Set.of("entry"));

  /** Fields that only some structures have. */
  static final List<String> EXTRAS = List.of("type", "ratio", "entry", "far_expiry", "far_forward");

  private final int strikes;
  private final int options;
  private final String order;
  private final Set<String> extras;

  StructureKind(int strikes, int options, String order, Set<String> extras) {
    this.strikes = strikes;
    this.options = options;
    this.order = order;
    this.extras = extras;
  }

  /** As it is typed. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How many strikes it has. */
  int strikes() {
    return strikes;
  }

  /** How many options it has, of different strike, type or expiry: as many prices and vols. */
  int options() {
    return options;
  }

  /** What its strikes are, in which order. */
  String order() {
    return order;
  }

  boolean has(String extra) {
    return extras.contains(extra);
  }
}
