package io.arb.cli.greeks;

import io.arb.cli.input.ExpiryText;
import io.arb.cli.input.FieldException;
import io.arb.cli.input.Fields;
import io.arb.greeks.Black76;
import io.arb.greeks.OptionType;
import io.arb.greeks.structure.Calendar;
import io.arb.greeks.structure.FarOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes a calendar out of its parts: the one structure with two expiries. Immutable. */
record CalendarRecipe(StructureParts parts) {
  private static final int NEAR = 0;
  private static final int FAR = 1;

  StructureAnswer answer(String id) throws FieldException {
    OptionType type = parts.type();
    double strike = parts.strikes().get(0);
    Instant expiry = farExpiry();
    double farYears = ExpiryText.years(parts.now(), expiry);
    double farForward = farForward(farYears);
    requireVolatility();
    double nearForward = parts.market().forwardUsd();
    double near = price(NEAR, type, strike, nearForward, parts.years());
    double far = price(FAR, type, strike, farForward, farYears);
    var calendar = new Calendar(parts.quantity(), type, strike, parts.years(), farYears, near, far);
    double farVol = parts.vols().get(FAR);
    return new StructureAnswer(
        id,
        parts,
        Optional.of(new StructureAnswer.Far(expiry, farForward)),
        List.of(
            StructureAnswer.Leg.option(-parts.quantity(), "near ", type, near),
            StructureAnswer.Leg.option(parts.quantity(), "far ", type, far)),
        calendar.costUsd(),
        calendar.profile(new FarOption(farVol, farForward / nearForward)),
        calendar.greeks(nearForward, parts.vols().get(NEAR), farForward, farVol));
  }

  private Instant farExpiry() throws FieldException {
    Instant far = ExpiryText.read(parts.fields(), "far_expiry", parts.now());
    if (!far.isAfter(parts.expiry())) {
      throw parts.fields().problem("far_expiry", "a time after the expiry of the near option");
    }
    return far;
  }

  /** From the spot like the near one; beside a given forward it must be given too. */
  private double farForward(double farYears) throws FieldException {
    Fields fields = parts.fields();
    if (!parts.market().hasSpot()) {
      return fields.positive("far_forward");
    }
    if (fields.has("far_forward")) {
      throw fields.problem("far_forward", "nothing beside the spot");
    }
    return Market.read(fields, farYears).forwardUsd();
  }

  private void requireVolatility() throws FieldException {
    if (parts.vols().get(FAR) == 0) {
      String name = parts.fields().has("vols") ? "vols" : "vol";
      throw parts.fields().problem(name, "a volatility above 0 of the far option");
    }
  }

  private double price(int index, OptionType type, double strike, double forward, double years) {
    return parts.prices().isEmpty()
        ? Black76.price(type, forward, strike, years, parts.vols().get(index)).priceUsd()
        : parts.prices().get(index);
  }
}
