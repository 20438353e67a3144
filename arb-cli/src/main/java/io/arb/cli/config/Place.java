package io.arb.cli.config;

/** Where something stands in a file; both numbers start at 1. */
record Place(int line, int column) {
  @Override
  public String toString() {
    return line + ":" + column;
  }
}
