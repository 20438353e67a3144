package io.arb.cli.manual;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.model.Option;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the body of {@code POST /api/trades}; finds everything that is wrong with it. */
final class TradeForm {
  private static final Set<String> FIELDS =
      Set.of("instrument", "side", "quantity", "price", "reference");
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,12}(\\.\\d{1,18})?");
  private static final String POSITIVE =
      "a positive decimal number, at most 12 digits before the point and 18 behind it";
  private static final Pattern REFERENCE = Pattern.compile("[^\\p{C}\\p{Zl}\\p{Zp}]{0,128}");
  private static final int SHOWN = 80;

  private final JsonNode body;
  private final Instant now;
  private final List<FieldProblem> problems = new ArrayList<>();

  TradeForm(JsonNode body, Instant now) {
    this.body = body;
    this.now = now;
  }

  /** The trade; empty if there are {@link #problems}. */
  Optional<SubmittedTrade> read() {
    Optional<Option> option = required("instrument", OptionSymbol.FORM, OptionSymbol::parse);
    option
        .filter(known -> known.isExpired(now))
        .ifPresent(gone -> problem("instrument", gone.symbol(), "an option that has not expired"));
    Optional<Side> side = required("side", "buy or sell", TradeForm::side);
    Optional<BigDecimal> quantity = required("quantity", POSITIVE, TradeForm::positive);
    Optional<BigDecimal> price = required("price", POSITIVE, TradeForm::positive);
    Optional<String> reference = reference();
    body.fieldNames().forEachRemaining(this::refuseUnknown);
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SubmittedTrade(
            option.orElseThrow(),
            side.orElseThrow(),
            new Quantity(quantity.orElseThrow()),
            new Price(price.orElseThrow()),
            reference.orElseThrow()));
  }

  List<FieldProblem> problems() {
    return List.copyOf(problems);
  }

  private <T> Optional<T> required(
      String field, String expected, Function<String, Optional<T>> parser) {
    JsonNode node = body.path(field);
    Optional<T> value = text(node).flatMap(parser);
    if (value.isEmpty()) {
      problem(field, node.isMissingNode() ? "nothing" : node.toString(), expected);
    }
    return value;
  }

  private Optional<String> reference() {
    String expected = "up to 128 printable characters";
    return body.has("reference")
        ? required("reference", expected, text -> matching(REFERENCE, text))
        : Optional.of("");
  }

  /** A string, or a number as its digits; nothing else. */
  private static Optional<String> text(JsonNode node) {
    if (node.isNumber()) {
      BigDecimal number = node.decimalValue();
      // A short text can be an endless number: 1e999999999.
      boolean isShort = Math.abs((long) number.scale()) + number.precision() <= 60;
      return isShort ? Optional.of(number.toPlainString()) : Optional.empty();
    }
    return node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
  }

  private static Optional<Side> side(String text) {
    return switch (text) {
      case "buy" -> Optional.of(Side.BUY);
      case "sell" -> Optional.of(Side.SELL);
      default -> Optional.empty();
    };
  }

  private static Optional<BigDecimal> positive(String text) {
    return matching(DECIMAL, text).map(BigDecimal::new).filter(value -> value.signum() > 0);
  }

  private static Optional<String> matching(Pattern form, String text) {
    return Optional.of(text).filter(form.asMatchPredicate());
  }

  private void refuseUnknown(String field) {
    if (!FIELDS.contains(field)) {
      problem(field, body.path(field).toString(), "no such field");
    }
  }

  private void problem(String field, String value, String expected) {
    problems.add(new FieldProblem(shortened(field), shortened(value), expected));
  }

  private static String shortened(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
  }
}
