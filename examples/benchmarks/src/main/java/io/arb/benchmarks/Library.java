package io.arb.benchmarks;

/** Who is timed. */
public enum Library {
  /** This repository. */
  ARB("arb"),
  /** OpenGamma Strata. */
  STRATA("Strata"),
  /** finmath-lib. */
  FINMATH("finmath-lib"),
  /** The textbook on commons-statistics. */
  COMMONS("commons-statistics"),
  /** The textbook on a short approximation. */
  TEXTBOOK("textbook");

  private final String label;

  Library(String label) {
    this.label = label;
  }

  /** How the table calls it. */
  String label() {
    return label;
  }

  BlackLibrary black() {
    return switch (this) {
      case ARB -> new ArbBlack();
      case STRATA -> new StrataBlack();
      case FINMATH -> new FinmathBlack();
      case COMMONS -> new CommonsTextbook();
      case TEXTBOOK -> new ShortTextbook();
    };
  }
}
