package io.arb.cli.output;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** One value of a row, before anybody decided how it looks. Immutable. */
public sealed interface Cell {
  /**
   * A number.
   *
   * @param value finite; what has no value is {@link Missing}, never a made-up number
   */
  record Figure(double value) implements Cell {
    public Figure {
      requireFinite(value);
    }
  }

  /** Several numbers, such as break-even prices; may be empty. */
  record Figures(List<Double> values) implements Cell {
    public Figures {
      values = List.copyOf(values);
      values.forEach(Cell::requireFinite);
    }
  }

  /** A word or a text. */
  record Word(String text) implements Cell {}

  /** Yes or no. */
  record Flag(boolean value) implements Cell {}

  /** There is no value: {@code null} in JSON, nothing between commas in CSV, a dash in text. */
  record Missing() implements Cell {}

  /** The number, or {@link Missing} if there is none. */
  static Cell of(OptionalDouble value) {
    return value.isPresent() ? new Figure(value.getAsDouble()) : new Missing();
  }

  /** The text, or {@link Missing} if there is none. */
  static Cell ofWord(Optional<String> text) {
    return text.<Cell>map(Word::new).orElse(new Missing());
  }

  private static void requireFinite(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a figure must be finite, got " + value);
    }
  }
}
