package io.arb.cli.greeks;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The structures that can be asked about; their names in lower case are words to type. */
enum StructureKind {
  VERTICAL(2, 2, "bought, sold; not the same"),
  STRADDLE(1, 2, "of the put and the call"),
  STRANGLE(2, 2, "put < call"),
  BUTTERFLY(3, 3, "low < body < high"),
  IRON_CONDOR(4, 4, "bought put < sold put < sold call < bought call"),
  CALENDAR(1, 2, "of both expiries"),
  RATIO(2, 2, "bought, sold; the sold one further out of the money"),
  COLLAR(2, 2, "put < call"),
  COVERED_CALL(1, 1, "of the call");

  /** Fields that only some structures have. */
  static final List<Extra> EXTRAS =
      List.of(
          new Extra("type", Set.of(VERTICAL, BUTTERFLY, CALENDAR, RATIO)),
          new Extra("ratio", Set.of(RATIO)),
          new Extra("entry", Set.of(COLLAR, COVERED_CALL)),
          new Extra("far_expiry", Set.of(CALENDAR)),
          new Extra("far_forward", Set.of(CALENDAR)));

  /** A field, and who has it. */
  record Extra(String field, Set<StructureKind> kinds) {}

  private final int strikes;
  private final int options;
  private final String order;

  StructureKind(int strikes, int options, String order) {
    this.strikes = strikes;
    this.options = options;
    this.order = order;
  }

  /** As it is typed. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How many strikes it has. */
  int strikes() {
    return strikes;
  }

  /** How many options it has, of different strike, type or expiry: as many prices and vols. */
  int options() {
    return options;
  }

  /** What its strikes are, in which order. */
  String order() {
    return order;
  }
}
