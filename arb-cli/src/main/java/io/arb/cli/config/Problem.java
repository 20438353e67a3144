package io.arb.cli.config;

/** One thing that is wrong with a configuration. */
record Problem(Place place, String message) {
  @Override
  public String toString() {
    return place + ": " + message;
  }
}
