package io.arb.core.risk;

/** Whether a quote may go out. */
public sealed interface Decision {

  /** The quote's worst case is reserved until it cannot be taken any more. */
  record Reserved() implements Decision {}

  /**
   * The quote must not go out.
   *
   * @param reason countable, lower_snake_case
   */
  record Refused(String reason, String detail) implements Decision {}
}
