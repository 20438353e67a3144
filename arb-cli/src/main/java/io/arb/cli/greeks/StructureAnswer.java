package io.arb.cli.greeks;

import io.arb.greeks.Greeks;
import io.arb.greeks.OptionType;
import io.arb.greeks.structure.ProfitProfile;
import io.arb.greeks.structure.StructureLeg;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was asked about one structure, and what it is worth. Immutable.
 *
 * @param id of the row, or its line
 * @param far the later expiry of a calendar
 * @param costUsd what all legs cost together, negative if they earn
 * @param greeks of all legs together
 */
record StructureAnswer(
    String id,
    StructureParts parts,
    Optional<Far> far,
    List<Leg> legs,
    double costUsd,
    ProfitProfile profile,
    Greeks greeks) {
  StructureAnswer {
    legs = List.copyOf(legs);
  }

  OptionalDouble farForwardUsd() {
    return far.isPresent() ? OptionalDouble.of(far.get().forwardUsd()) : OptionalDouble.empty();
  }

  /** The later expiry of two, and its forward. */
  record Far(Instant expiry, double forwardUsd) {}

  /**
   * One leg.
   *
   * @param what call, put or the underlying itself
   */
  record Leg(double quantity, String what, double priceUsd) {
    static Leg of(StructureLeg leg) {
      return switch (leg) {
        case StructureLeg.OptionLeg option ->
            option(option.quantity(), "", option.type(), option.priceUsd());
        case StructureLeg.UnderlyingLeg underlying ->
            new Leg(underlying.quantity(), "underlying", underlying.priceUsd());
      };
    }

    /** An option; {@code when} tells apart options of different expiries. */
    static Leg option(double quantity, String when, OptionType type, double priceUsd) {
      return new Leg(quantity, when + type.name().toLowerCase(Locale.ROOT), priceUsd);
    }
  }
}
