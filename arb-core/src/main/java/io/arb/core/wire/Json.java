package io.arb.core.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The one way this program reads and writes JSON: duplicate keys and trailing text are refused,
 * unknown keys are allowed, fractions stay exact decimals, and depth and lengths are bounded so
 * that a hostile frame costs no more than its size. Safe from any thread.
 */
public final class Json {
  private static final int MAX_DEPTH = 64;
  private static final int MAX_NUMBER_CHARS = 200;
  private static final int MAX_STRING_CHARS = 8 << 20;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(MAX_NUMBER_CHARS)
                          .maxStringLength(MAX_STRING_CHARS)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private Json() {}

  /** The configured mapper. Do not reconfigure it. */
  public static ObjectMapper mapper() {
    return MAPPER;
  }

  /**
   * Parses one JSON value.
   *
   * @param text the whole text
   * @param message the kind of message, for errors
   * @throws WireFormatException if the text is not exactly one JSON value within the bounds
   */
  public static JsonNode parse(String text, String message) {
    try {
      JsonNode node = MAPPER.readTree(text);
      if (node.isMissingNode()) {
        throw new WireFormatException(message, "$", "nothing", "JSON");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw new WireFormatException(message, "$", e.getOriginalMessage(), "JSON");
    } catch (NumberFormatException e) { // an exponent beyond what a decimal can carry
      throw new WireFormatException(message, "$", String.valueOf(e.getMessage()), "JSON");
    }
  }

  /** Compact text of a tree. */
  public static String write(JsonNode node) {
    return node.toString();
  }

  /** A new empty object. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** A new empty array. */
  public static ArrayNode array() {
    return MAPPER.createArrayNode();
  }
}
