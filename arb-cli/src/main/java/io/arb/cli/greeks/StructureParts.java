package io.arb.cli.greeks;

import io.arb.cli.input.ExpiryText;
import io.arb.cli.input.FieldException;
import io.arb.cli.input.Fields;
import io.arb.greeks.OptionType;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/**
 * What fields say about a structure, as far as all structures have it. Immutable.
 *
 * @param strikes USD, as many as the kind has
 * @param vols a volatility for each option
 * @param prices a premium for each option in USD; empty to take the model's
 */
record StructureParts(
    StructureKind kind,
    Fields fields,
    Instant now,
    Instant expiry,
    double years,
    Market market,
    double quantity,
    List<Double> strikes,
    List<Double> vols,
    List<Double> prices) {
  private static final double MOST_USD = 1e15;

  static StructureParts read(StructureKind kind, Fields fields, Instant now) throws FieldException {
    for (StructureKind.Extra extra : StructureKind.EXTRAS) {
      if (fields.has(extra.field()) && !extra.kinds().contains(kind)) {
        throw fields.problem(extra.field(), "nothing for this structure");
      }
    }
    Instant expiry = ExpiryText.read(fields, "expiry", now);
    double years = ExpiryText.years(now, expiry);
    return new StructureParts(
        kind,
        fields,
        now,
        expiry,
        years,
        Market.read(fields, years),
        Contract.quantity(fields),
        strikes(kind, fields),
        vols(kind, fields),
        prices(kind, fields));
  }

  private static List<Double> strikes(StructureKind kind, Fields fields) throws FieldException {
    return fields.numbers(
        "strikes", kind.strikes(), expectedStrikes(kind), usd -> usd >= 1 / MOST_USD && isUsd(usd));
  }

  private static String expectedStrikes(StructureKind kind) {
    return "from 1e-15 to 1e15 (" + kind.order() + ")";
  }

  private static List<Double> vols(StructureKind kind, Fields fields) throws FieldException {
    if (!fields.has("vols")) {
      return Collections.nCopies(kind.options(), Volatility.Given.read(fields).fraction());
    }
    if (fields.has("vol")) {
      throw fields.problem("vol", "nothing beside vols");
    }
    return Volatility.Given.readAll(fields, kind.options());
  }

  private static List<Double> prices(StructureKind kind, Fields fields) throws FieldException {
    return fields.has("prices")
        ? fields.numbers("prices", kind.options(), "from 0 to 1e15", StructureParts::isUsd)
        : List.of();
  }

  private static boolean isUsd(double value) {
    return value >= 0 && value <= MOST_USD;
  }

  OptionType type() throws FieldException {
    return fields.word("type", OptionType.class);
  }

  /** Where the underlying was bought: now, if nothing else is said. */
  double entryUsd() throws FieldException {
    return fields.has("entry")
        ? fields.notNegative("entry")
        : market.spotUsd().orElse(market.forwardUsd());
  }

  /** Options sold for each one bought. */
  double ratio() throws FieldException {
    return fields.has("ratio") ? fields.positive("ratio") : 2;
  }

  void requireStrikes(boolean areInOrder) throws FieldException {
    if (!areInOrder) {
      throw fields.problem("strikes", strikes.size() + " numbers, " + expectedStrikes(kind));
    }
  }

  void requireRisingStrikes() throws FieldException {
    boolean isRising = true;
    for (int i = 1; i < strikes.size(); i++) {
      isRising &= strikes.get(i - 1) < strikes.get(i);
    }
    requireStrikes(isRising);
  }
}
