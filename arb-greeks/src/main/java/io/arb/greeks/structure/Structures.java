package io.arb.greeks.structure;

import static io.arb.greeks.OptionType.CALL;
import static io.arb.greeks.OptionType.PUT;

import io.arb.greeks.Arguments;
import io.arb.greeks.OptionType;
import io.arb.greeks.structure.StructureLeg.OptionLeg;
import io.arb.greeks.structure.StructureLeg.UnderlyingLeg;
import java.util.Arrays;
import java.util.List;

/**
 * The usual structures of one expiry, for one unit of the underlying each, as their buyer or as the
 * name says holds them. For the other side take {@link Structure#times} with -1. Strikes out of
 * order are refused with an {@link IllegalArgumentException} that names the order. {@code years} is
 * the time to expiry, at least 0.
 */
public final class Structures {
  private Structures() {}

  /**
   * One option bought and one of the same type sold: a call bought below (or a put bought above)
   * the one sold costs a premium, the other way round it earns one.
   */
  public static Structure vertical(
      OptionType type, double years, PricedStrike bought, PricedStrike sold) {
    if (bought.strikeUsd() == sold.strikeUsd()) {
      throw new IllegalArgumentException(
          "vertical needs two different strikes, got " + bought.strikeUsd() + " twice");
    }
    return structure("vertical", years, option(1, type, bought), option(-1, type, sold));
  }

  /** A call and a put bought at one strike. */
  public static Structure straddle(
      double years, double strikeUsd, double callPriceUsd, double putPriceUsd) {
    return structure(
        "straddle",
        years,
        new OptionLeg(1, PUT, strikeUsd, putPriceUsd),
        new OptionLeg(1, CALL, strikeUsd, callPriceUsd));
  }

  /** A put bought below a call bought. */
  public static Structure strangle(double years, PricedStrike put, PricedStrike call) {
    requireRising("strangle needs put < call", put, call);
    return structure("strangle", years, option(1, PUT, put), option(1, CALL, call));
  }

  /**
   * Two options sold between two bought, all of one type. Wings of different width make it a broken
   * wing butterfly.
   */
  public static Structure butterfly(
      OptionType type, double years, PricedStrike low, PricedStrike body, PricedStrike high) {
    requireRising("butterfly needs low < body < high", low, body, high);
    return structure(
        "butterfly", years, option(1, type, low), option(-2, type, body), option(1, type, high));
  }

  /** A put and a call sold, each covered by one bought further out: it earns a premium. */
  public static Structure ironCondor(
      double years,
      PricedStrike boughtPut,
      PricedStrike soldPut,
      PricedStrike soldCall,
      PricedStrike boughtCall) {
    requireRising(
        "iron condor needs bought put < sold put < sold call < bought call",
        boughtPut,
        soldPut,
        soldCall,
        boughtCall);
    return structure(
        "iron condor",
        years,
        option(1, PUT, boughtPut),
        option(-1, PUT, soldPut),
        option(-1, CALL, soldCall),
        option(1, CALL, boughtCall));
  }

  /**
   * One option bought and {@code soldPerBought} sold further out of the money: calls above it, puts
   * below it.
   *
   * @param soldPerBought above 0; with more than 1 call sold the loss has no limit
   */
  public static Structure ratio(
      OptionType type, double years, PricedStrike bought, PricedStrike sold, double soldPerBought) {
    Arguments.positive("soldPerBought", soldPerBought);
    switch (type) {
      case CALL -> requireRising("call ratio needs bought < sold", bought, sold);
      case PUT -> requireRising("put ratio needs sold < bought", sold, bought);
    }
    return structure("ratio", years, option(1, type, bought), option(-soldPerBought, type, sold));
  }

  /** The underlying held, a put bought below a call sold. */
  public static Structure collar(
      double years, double entryUsd, PricedStrike put, PricedStrike call) {
    requireRising("collar needs put < call", put, call);
    return structure(
        "collar",
        years,
        new UnderlyingLeg(1, entryUsd),
        option(1, PUT, put),
        option(-1, CALL, call));
  }

  /** The underlying held and a call sold: what the writers of covered calls own. */
  public static Structure coveredCall(double years, double entryUsd, PricedStrike call) {
    return structure("covered call", years, new UnderlyingLeg(1, entryUsd), option(-1, CALL, call));
  }

  private static Structure structure(String name, double years, StructureLeg... legs) {
    return new Structure(name, years, List.of(legs));
  }

  private static OptionLeg option(double quantity, OptionType type, PricedStrike strike) {
    return new OptionLeg(quantity, type, strike.strikeUsd(), strike.priceUsd());
  }

  private static void requireRising(String order, PricedStrike... strikes) {
    double[] usd = Arrays.stream(strikes).mapToDouble(PricedStrike::strikeUsd).toArray();
    for (int i = 1; i < usd.length; i++) {
      if (usd[i - 1] >= usd[i]) {
        throw new IllegalArgumentException(order + ", got strikes " + Arrays.toString(usd));
      }
    }
  }
}
