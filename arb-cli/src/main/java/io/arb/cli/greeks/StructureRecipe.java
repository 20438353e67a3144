package io.arb.cli.greeks;

import static io.arb.greeks.OptionType.CALL;
import static io.arb.greeks.OptionType.PUT;

import io.arb.cli.input.FieldException;
import io.arb.greeks.Black76;
import io.arb.greeks.Greeks;
import io.arb.greeks.OptionType;
import io.arb.greeks.structure.PricedStrike;
import io.arb.greeks.structure.Structure;
import io.arb.greeks.structure.StructureLeg;
import io.arb.greeks.structure.Structures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a structure of one expiry out of its parts. Immutable. */
record StructureRecipe(StructureParts parts) {
  StructureAnswer answer(String id) throws FieldException {
    return switch (parts.kind()) {
      case VERTICAL -> answer(id, vertical());
      case STRADDLE -> answer(id, straddle());
      case STRANGLE -> answer(id, strangle());
      case BUTTERFLY -> answer(id, butterfly());
      case IRON_CONDOR -> answer(id, ironCondor());
      case CALENDAR -> new CalendarRecipe(parts).answer(id);
      case RATIO -> answer(id, ratio());
      case COLLAR -> answer(id, collar());
      case COVERED_CALL ->
          answer(id, Structures.coveredCall(parts.years(), parts.entryUsd(), option(CALL, 0)));
    };
  }

  private Structure vertical() throws FieldException {
    OptionType type = parts.type();
    parts.requireStrikes(!parts.strikes().get(0).equals(parts.strikes().get(1)));
    return Structures.vertical(type, parts.years(), option(type, 0), option(type, 1));
  }

  private Structure straddle() {
    double strike = parts.strikes().get(0);
    return Structures.straddle(
        parts.years(), strike, price(CALL, strike, 1), price(PUT, strike, 0));
  }

  private Structure strangle() throws FieldException {
    parts.requireRisingStrikes();
    return Structures.strangle(parts.years(), option(PUT, 0), option(CALL, 1));
  }

  private Structure butterfly() throws FieldException {
    OptionType type = parts.type();
    parts.requireRisingStrikes();
    return Structures.butterfly(
        type, parts.years(), option(type, 0), option(type, 1), option(type, 2));
  }

  private Structure ironCondor() throws FieldException {
    parts.requireRisingStrikes();
    return Structures.ironCondor(
        parts.years(), option(PUT, 0), option(PUT, 1), option(CALL, 2), option(CALL, 3));
  }

  private Structure ratio() throws FieldException {
    OptionType type = parts.type();
    double further = type.sign() * (parts.strikes().get(1) - parts.strikes().get(0));
    parts.requireStrikes(further > 0);
    return Structures.ratio(type, parts.years(), option(type, 0), option(type, 1), parts.ratio());
  }

  private Structure collar() throws FieldException {
    parts.requireRisingStrikes();
    return Structures.collar(parts.years(), parts.entryUsd(), option(PUT, 0), option(CALL, 1));
  }

  private PricedStrike option(OptionType type, int index) {
    double strike = parts.strikes().get(index);
    return new PricedStrike(strike, price(type, strike, index));
  }

  private double price(OptionType type, double strike, int index) {
    double forward = parts.market().forwardUsd();
    double vol = parts.vols().get(index);
    return parts.prices().isEmpty()
        ? Black76.price(type, forward, strike, parts.years(), vol).priceUsd()
        : parts.prices().get(index);
  }

  private StructureAnswer answer(String id, Structure one) {
    Structure all = one.times(parts.quantity());
    List<StructureAnswer.Leg> legs = new ArrayList<>();
    Greeks greeks = Greeks.NONE;
    int options = 0;
    for (StructureLeg leg : all.legs()) {
      double vol = leg instanceof StructureLeg.OptionLeg ? parts.vols().get(options++) : 0;
      legs.add(StructureAnswer.Leg.of(leg));
      greeks = greeks.plus(unit(leg, vol).times(leg.quantity()));
    }
    return new StructureAnswer(
        id, parts, Optional.empty(), legs, all.costUsd(), all.profile(), greeks);
  }

  /** Each option has its own volatility: the two of a straddle share a strike but not a price. */
  private Greeks unit(StructureLeg leg, double vol) {
    return leg.unit(parts.market().forwardUsd(), parts.years(), strike -> vol).greeks();
  }
}
