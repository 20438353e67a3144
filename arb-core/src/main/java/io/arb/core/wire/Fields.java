package io.arb.core.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one JSON object so that parsing is total: every accessor returns a value of
 * the asked kind or throws a {@link WireFormatException} that names message and field. An {@code
 * optional...} accessor takes an absent field and a JSON null as empty; a field of the wrong kind
 * is still an error. Immutable as long as nobody changes the tree.
 */
public final class Fields {
  private static final int MAX_DIGITS = 100;
  private static final int MAX_SCALE = 100;
  private static final Pattern DECIMAL =
      Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");

  private final JsonNode node;
  private final String message;
  private final String path;

  private Fields(JsonNode node, String message, String path) {
    this.node = node;
    this.message = message;
    this.path = path;
    if (!node.isObject()) {
      throw new WireFormatException(message, path.isEmpty() ? "$" : path, shown(node), "an object");
    }
  }

  /**
   * The fields of a parsed object.
   *
   * @param message the kind of message, for errors
   * @throws WireFormatException if the node is no object
   */
  public static Fields of(JsonNode node, String message) {
    return new Fields(node, message, "");
  }

  /**
   * Parses a text that must be one JSON object.
   *
   * @throws WireFormatException if it is not
   */
  public static Fields parse(String text, String message) {
    return of(Json.parse(text, message), message);
  }

  /** The object itself. */
  public JsonNode node() {
    return node;
  }

  /** Whether the field is there and not null. */
  public boolean has(String name) {
    return node.hasNonNull(name);
  }

  /** A JSON string, unchanged. */
  public String text(String name) {
    return asText(name, required(name, "a string"));
  }

  public Optional<String> optionalText(String name) {
    return optional(name, this::asText);
  }

  /** A plain number, exact; a JSON string or number of at most 100 digits. */
  public BigDecimal decimal(String name) {
    return asDecimal(name, required(name, "a decimal number"));
  }

  public Optional<BigDecimal> optionalDecimal(String name) {
    return optional(name, this::asDecimal);
  }

  /** A whole number of any size, as a JSON string or number. */
  public BigInteger bigInteger(String name) {
    return asBigInteger(name, required(name, "a whole number"));
  }

  public Optional<BigInteger> optionalBigInteger(String name) {
    return optional(name, this::asBigInteger);
  }

  /** A whole number of 32 bits, as a JSON string or number. */
  public int integer(String name) {
    long value = longValue(name);
    if (value != (int) value) {
      throw wrong(name, node.path(name), "a whole number of 32 bits");
    }
    return (int) value;
  }

  /** A whole number of 64 bits, as a JSON string or number. */
  public long longValue(String name) {
    return asLong(name, required(name, "a whole number"));
  }

  public OptionalLong optionalLong(String name) {
    return has(name) ? OptionalLong.of(longValue(name)) : OptionalLong.empty();
  }

  /** A JSON true or false. */
  public boolean bool(String name) {
    return asBool(name, required(name, "true or false"));
  }

  public Optional<Boolean> optionalBool(String name) {
    return optional(name, this::asBool);
  }

  /** A nested object; its errors name the path from here. */
  public Fields object(String name) {
    return new Fields(required(name, "an object"), message, path(name));
  }

  public Optional<Fields> optionalObject(String name) {
    return has(name) ? Optional.of(object(name)) : Optional.empty();
  }

  /** The elements of a JSON array, in order. */
  public List<JsonNode> array(String name) {
    JsonNode value = required(name, "an array");
    if (!value.isArray()) {
      throw wrong(name, value, "an array");
    }
    List<JsonNode> elements = new ArrayList<>(value.size());
    value.forEach(elements::add);
    return List.copyOf(elements);
  }

  /** The elements of a JSON array of objects; their errors name the index. */
  public List<Fields> objects(String name) {
    List<JsonNode> elements = array(name);
    List<Fields> objects = new ArrayList<>(elements.size());
    for (int i = 0; i < elements.size(); i++) {
      objects.add(new Fields(elements.get(i), message, path(name) + "[" + i + "]"));
    }
    return List.copyOf(objects);
  }

  /** The elements of a JSON array of strings. */
  public List<String> texts(String name) {
    return array(name).stream().map(element -> asText(name, element)).toList();
  }

  /**
   * An error about a field that has the right kind but a value that the caller cannot accept.
   *
   * @param expected what would have been right
   */
  public WireFormatException wrong(String name, String expected) {
    return wrong(name, node.path(name), expected);
  }

  @Override
  public String toString() {
    return "Fields of " + message + (path.isEmpty() ? "" : " " + path);
  }

  private <T> Optional<T> optional(String name, BiFunction<String, JsonNode, T> read) {
    JsonNode value = node.get(name);
    return value == null || value.isNull()
        ? Optional.empty()
        : Optional.of(read.apply(name, value));
  }

  private JsonNode required(String name, String expected) {
    JsonNode value = node.get(name);
    if (value == null || value.isNull()) {
      throw wrong(name, value, expected);
    }
    return value;
  }

  private String asText(String name, JsonNode value) {
    if (!value.isTextual()) {
      throw wrong(name, value, "a string");
    }
    return value.textValue();
  }

  private boolean asBool(String name, JsonNode value) {
    if (!value.isBoolean()) {
      throw wrong(name, value, "true or false");
    }
    return value.booleanValue();
  }

  private BigDecimal asDecimal(String name, JsonNode value) {
    BigDecimal number = number(value);
    if (number == null
        || number.precision() > MAX_DIGITS
        || Math.abs((long) number.scale()) > MAX_SCALE) {
      throw wrong(name, value, "a decimal number");
    }
    return number;
  }

  private static @Nullable BigDecimal number(JsonNode value) {
    if (value.isNumber()) {
      return value.decimalValue();
    }
    String text = value.isTextual() ? value.textValue() : "";
    return text.length() <= MAX_DIGITS && DECIMAL.matcher(text).matches()
        ? new BigDecimal(text)
        : null;
  }

  private BigInteger asBigInteger(String name, JsonNode value) {
    try {
      return asDecimal(name, value).toBigIntegerExact();
    } catch (ArithmeticException e) {
      throw wrong(name, value, "a whole number");
    }
  }

  private long asLong(String name, JsonNode value) {
    try {
      return asBigInteger(name, value).longValueExact();
    } catch (ArithmeticException e) {
      throw wrong(name, value, "a whole number of 64 bits");
    }
  }

  private WireFormatException wrong(String name, @Nullable JsonNode value, String expected) {
    return new WireFormatException(message, path(name), shown(value), expected);
  }

  private String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /**
   * Containers show their kind only: their content belongs to other fields, perhaps secret ones.
   */
  private static String shown(@Nullable JsonNode value) {
    if (value == null || value.getNodeType() == JsonNodeType.MISSING) {
      return "nothing";
    }
    return value.isContainerNode()
        ? "an " + value.getNodeType().name().toLowerCase(Locale.ROOT)
        : value.toString();
  }
}
