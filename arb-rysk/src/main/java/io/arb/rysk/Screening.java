package io.arb.rysk;

/** What becomes of a request that could be read. */
sealed interface Screening {

  record Accepted(OpenRequest request) implements Screening {}

  /**
   * Cannot be answered.
   *
   * @param reason countable, lower_snake_case
   */
  record Declined(String reason, String detail) implements Screening {}
}
