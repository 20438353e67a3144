package io.arb.cli.greeks;

import io.arb.cli.output.NumberText;
import io.arb.greeks.ImpliedVol;
import java.util.Optional;

/**
 * What solving a volatility came to, in words. Immutable.
 *
 * @param status one word for programs
 * @param explanation why there is no volatility, for people
 */
record Verdict(String status, Optional<String> explanation) {
  static Verdict of(ImpliedVol solution) {
    return switch (solution) {
      case ImpliedVol.Solved(double vol) -> new Verdict("solved", Optional.empty());
      case ImpliedVol.AtIntrinsic() ->
          unsolved("at-intrinsic", "the price has no time value: any small volatility gives it");
      case ImpliedVol.BelowIntrinsic(double shortfall) ->
          unsolved(
              "below-intrinsic",
              "no volatility gives it: undiscounted it is %s USD under what exercising is worth"
                  .formatted(NumberText.rounded(shortfall)));
      case ImpliedVol.AboveMaximum(double maximum) ->
          unsolved(
              "above-maximum",
              "no volatility gives it: undiscounted the option is worth less than %s USD"
                  .formatted(NumberText.rounded(maximum)));
      case ImpliedVol.Invalid(String argument, double value) ->
          unsolved(
              "invalid", "cannot be solved: %s is %s".formatted(argument, NumberText.exact(value)));
    };
  }

  private static Verdict unsolved(String status, String explanation) {
    return new Verdict(status, Optional.of(explanation));
  }
}
