package io.arb.cli.input;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.regex.Pattern;

/**
 * Named texts of one question, and their reading as checked values. Immutable; safe from any
 * thread. An empty text counts as none.
 */
public final class Fields {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d{1,40}\\.?\\d{0,40}|\\.\\d{1,40})(?:[eE][+-]?\\d{1,3})?");
  private static final double GREATEST_AMOUNT = 1e15;

  private final Map<String, String> texts;
  private final boolean isRow;

  private Fields(Map<String, String> texts, boolean isRow) {
    this.texts = new LinkedHashMap<>(texts);
    this.texts.values().removeIf(String::isBlank);
    this.isRow = isRow;
  }

  /** Columns of a row; messages name them as they are. */
  public static Fields ofRow(Map<String, String> texts) {
    return new Fields(texts, true);
  }

  /**
   * Options of the command line; messages write them so: {@code far_expiry} as {@code
   * --far-expiry}.
   */
  public static Fields ofOptions(Map<String, String> texts) {
    return new Fields(texts, false);
  }

  /** These fields, and where they say nothing, {@code defaults}. Messages name ours. */
  public Fields orElse(Fields defaults) {
    Map<String, String> all = new LinkedHashMap<>(defaults.texts);
    all.putAll(texts);
    return new Fields(all, isRow);
  }

  /** Whether no field says anything. */
  public boolean isEmpty() {
    return texts.isEmpty();
  }

  /** Whether the field says something. */
  public boolean has(String name) {
    return texts.containsKey(name);
  }

  /** The field as it was written, without blanks around it. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(texts.get(name)).map(String::strip);
  }

  /** The field, which must be there. */
  public String text(String name, String expected) throws FieldException {
    return text(name).orElseThrow(() -> FieldException.missing(shown(name), expected));
  }

  /** An amount above 0: far beyond any market, and no formula overflows. */
  public double positive(String name) throws FieldException {
    return number(
        name,
        "a number above 0, from 1e-15 to 1e15",
        value -> value >= 1 / GREATEST_AMOUNT && value <= GREATEST_AMOUNT);
  }

  /** An amount of at least 0. */
  public double notNegative(String name) throws FieldException {
    return number(name, "a number from 0 to 1e15", value -> value >= 0 && value <= GREATEST_AMOUNT);
  }

  /**
   * A number that must be there and hold a rule. {@code 65%} is read as {@code 0.65}.
   *
   * @param expected the rule in words, completes "expected ..."
   */
  public double number(String name, String expected, DoublePredicate rule) throws FieldException {
    return parsed(text(name, expected), rule).orElseThrow(() -> problem(name, expected));
  }

  /**
   * Several numbers, between commas, slashes or blanks, that must be there and each hold a rule.
   *
   * @param expected the rule for one in words
   */
  public List<Double> numbers(String name, int count, String expected, DoublePredicate rule)
      throws FieldException {
    String all = count + (count == 1 ? " number: " : " numbers with commas between, each ");
    String[] texts = text(name, all + expected).split("[,/\\s]+", -1);
    List<Double> numbers = new ArrayList<>();
    for (String text : texts) {
      numbers.add(parsed(text, rule).orElseThrow(() -> problem(name, all + expected)));
    }
    if (numbers.size() != count) {
      throw problem(name, all + expected);
    }
    return numbers;
  }

  private static Optional<Double> parsed(String text, DoublePredicate rule) {
    boolean isPercent = text.endsWith("%");
    String digits = isPercent ? text.substring(0, text.length() - 1) : text;
    if (!NUMBER.matcher(digits).matches()) {
      return Optional.empty();
    }
    BigDecimal exact = new BigDecimal(digits);
    double value = (isPercent ? exact.movePointLeft(2) : exact).doubleValue();
    return Double.isFinite(value) && rule.test(value) ? Optional.of(value) : Optional.empty();
  }

  /** One of the constants of an enum, written in any case, with {@code -} for {@code _}. */
  public <E extends Enum<E>> E word(String name, Class<E> words) throws FieldException {
    E[] constants = words.getEnumConstants();
    String expected = String.join(" or ", Arrays.stream(constants).map(Fields::spelled).toList());
    String text = text(name, expected);
    return Arrays.stream(constants)
        .filter(constant -> spelled(constant).equals(text.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> problem(name, expected));
  }

  private static String spelled(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What to throw when a rule beyond one field is broken. */
  public FieldException problem(String name, String expected) {
    String value = texts.get(name);
    return value == null
        ? FieldException.missing(shown(name), expected)
        : new FieldException(shown(name), expected, value);
  }

  /** The name as it is written where it comes from. */
  private String shown(String name) {
    return isRow ? name : "--" + name.replace('_', '-');
  }
}
