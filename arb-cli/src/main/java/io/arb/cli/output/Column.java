package io.arb.cli.output;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/**
 * One column of a result, the same for people and for programs. Immutable.
 *
 * @param name key in JSON and heading in CSV: lower case, words joined by {@code _}, with its unit
 *     where that is not plain ({@code vega_per_point})
 * @param heading what people read
 * @param unit what people read behind or under the number; empty if it has none
 * @param style how people see a cell
 * @param cell takes the value out of a row
 * @param <T> what a row is made of
 */
public record Column<T>(
    String name, String heading, String unit, Style style, Function<? super T, Cell> cell) {
  /** What would make a terminal do something. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}]");

  public Column {
    if (!name.matches("[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException("name must be lower_case, got '" + name + "'");
    }
  }

  /** A computed number: people see six significant digits. */
  public static <T> Column<T> number(String name, String unit, ToDoubleFunction<? super T> value) {
    return of(name, unit, Style.ROUNDED, row -> new Cell.Figure(value.applyAsDouble(row)));
  }

  /** A number that somebody typed: people see it as it was. */
  public static <T> Column<T> given(String name, String unit, ToDoubleFunction<? super T> value) {
    return of(name, unit, Style.EXACT, row -> new Cell.Figure(value.applyAsDouble(row)));
  }

  /** A fraction: people see percent, programs the fraction. */
  public static <T> Column<T> percent(String name, ToDoubleFunction<? super T> fraction) {
    return of(name, "%", Style.PERCENT, row -> new Cell.Figure(fraction.applyAsDouble(row)));
  }

  /** A text. */
  public static <T> Column<T> word(String name, Function<? super T, String> text) {
    return of(name, "", Style.TEXT, row -> new Cell.Word(text.apply(row)));
  }

  /** Yes or no. */
  public static <T> Column<T> flag(String name, Predicate<? super T> value) {
    return of(name, "", Style.EXACT, row -> new Cell.Flag(value.test(row)));
  }

  /** Any cell, for numbers that may be missing and for lists. */
  public static <T> Column<T> of(
      String name, String unit, Style style, Function<? super T, Cell> cell) {
    return new Column<>(name, name.replace('_', ' '), unit, style, cell);
  }

  /** The same column under another heading for people. */
  public Column<T> headed(String newHeading) {
    return new Column<>(name, newHeading, unit, style, cell);
  }

  boolean isText() {
    return style == Style.TEXT;
  }

  Cell of(T row) {
    return cell.apply(row);
  }

  /** The cell as people see it. */
  String text(T row) {
    return switch (of(row)) {
      case Cell.Figure(double value) -> NumberText.of(value, style);
      case Cell.Figures(var values) ->
          values.isEmpty()
              ? "none"
              : String.join(", ", values.stream().map(v -> NumberText.of(v, style)).toList());
      case Cell.Word(String word) -> CONTROL.matcher(word).replaceAll("?");
      case Cell.Flag(boolean value) -> value ? "yes" : "no";
      case Cell.Missing() -> "-";
    };
  }
}
