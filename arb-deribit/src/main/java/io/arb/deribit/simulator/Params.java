package io.arb.deribit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Parameters of a request. What is missing or of the wrong type becomes error -32602 that names the
 * parameter; a JSON null counts as missing. Numbers and booleans may be texts, as in a query.
 * Immutable.
 */
record Params(JsonNode node) {
  private static final int MOST_DIGITS = 40;

  Params {
    if (!node.isObject()) {
      throw RpcError.invalid("params", "must be an object");
    }
  }

  boolean has(String name) {
    return node.hasNonNull(name);
  }

  private JsonNode required(String name) {
    if (!has(name)) {
      throw RpcError.required(name);
    }
    return node.path(name);
  }

  private <T> Optional<T> optional(String name, Function<String, T> read) {
    return has(name) ? Optional.of(read.apply(name)) : Optional.empty();
  }

  String text(String name) {
    JsonNode value = required(name);
    if (!value.isTextual()) {
      throw RpcError.invalid(name, "must be a string");
    }
    return value.textValue();
  }

  Optional<String> optionalText(String name) {
    return optional(name, this::text);
  }

  BigDecimal decimal(String name) {
    JsonNode value = required(name);
    BigDecimal number = value.isNumber() ? value.decimalValue() : parsed(name, value);
    if (number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_DIGITS) {
      throw RpcError.invalid(name, "must be a number");
    }
    return number;
  }

  private static BigDecimal parsed(String name, JsonNode value) {
    try {
      return new BigDecimal(value.asText().length() > MOST_DIGITS ? "" : value.asText());
    } catch (NumberFormatException e) {
      throw RpcError.invalid(name, "must be a number");
    }
  }

  Optional<BigDecimal> optionalDecimal(String name) {
    return optional(name, this::decimal);
  }

  long integer(String name) {
    try {
      return decimal(name).longValueExact();
    } catch (ArithmeticException e) {
      throw RpcError.invalid(name, "must be an integer");
    }
  }

  OptionalLong optionalInteger(String name) {
    return has(name) ? OptionalLong.of(integer(name)) : OptionalLong.empty();
  }

  /** True or false; {@code otherwise} if it is missing. */
  boolean flag(String name, boolean otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    String word = required(name).asText();
    if (!word.equals("true") && !word.equals("false")) {
      throw RpcError.invalid(name, "must be a boolean");
    }
    return word.equals("true");
  }

  /** The texts of an array. */
  List<String> texts(String name) {
    JsonNode array = required(name);
    if (!array.isArray()) {
      throw RpcError.invalid(name, "must be an array");
    }
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return List.copyOf(texts);
  }
}
