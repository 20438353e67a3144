package io.arb.deribit.simulator;

/** What a caller needs for a method. */
enum Access {
  PUBLIC("", ""),
  /** Any login. */
  LOGIN("", ""),
  TRADE_READ("trade", "read"),
  TRADE_WRITE("trade", "read_write"),
  ACCOUNT_READ("account", "read"),
  ACCOUNT_WRITE("account", "read_write");

  private final String area;
  private final String level;

  Access(String area, String level) {
    this.area = area;
    this.level = level;
  }

  boolean isGrantedBy(Scopes scopes) {
    return area.isEmpty() || scopes.covers(area, level);
  }
}
