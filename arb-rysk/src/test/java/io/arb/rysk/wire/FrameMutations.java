package io.arb.rysk.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.wire.Json;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Breaks messages in the ways in which a venue, a proxy or an enemy might. The same seed breaks
 * them the same way.
 */
public final class FrameMutations {
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1e400",
          "0.1",
          "123456789012345678901234567890",
          "\"\"",
          "\"OK\"",
          "\"0x\"",
          "\"-5\"",
          "\"NaN\"",
          "\"1e18\"",
          "[]",
          "[[[]]]",
          "{}",
          "[null]",
          "{\"a\":{\"b\":1}}",
          "\"\\u0000\"",
          "\"340282366920938463463374607431768211456\"");

  private final SplittableRandom random;

  public FrameMutations(long seed) {
    random = new SplittableRandom(seed);
  }

  /** One of the protocol's messages, broken once to three times. */
  public Stream<String> frames(int count) {
    return Stream.generate(this::next).limit(count);
  }

  private String next() {
    List<String> originals = SpecFrames.incoming();
    String text = originals.get(random.nextInt(originals.size()));
    int times = 1 + random.nextInt(3);
    for (int i = 0; i < times; i++) {
      text = broken(text);
    }
    return text;
  }

  private String broken(String text) {
    return switch (random.nextInt(4)) {
      case 0 -> text.substring(0, random.nextInt(text.length() + 1));
      case 1 -> splice(text, String.valueOf((char) random.nextInt(1, 0x10000)));
      case 2 -> splice(text, VALUES.get(random.nextInt(VALUES.size())));
      default -> withAnotherValue(text);
    };
  }

  private String splice(String text, String inserted) {
    int at = random.nextInt(text.length() + 1);
    int skip = random.nextInt(3);
    return text.substring(0, at) + inserted + text.substring(Math.min(text.length(), at + skip));
  }

  /** Keeps the message well formed, so that more than the JSON parser is tested. */
  private String withAnotherValue(String text) {
    try {
      if (Json.parse(text, "test") instanceof ObjectNode frame) {
        ObjectNode target = random.nextInt(4) == 0 ? frame : body(frame);
        replaceOne(target);
        return frame.toString();
      }
    } catch (RuntimeException e) {
      return text; // broken already
    }
    return text;
  }

  private static ObjectNode body(ObjectNode frame) {
    return Stream.of("result", "params", "error")
        .map(frame::get)
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast)
        .findFirst()
        .orElse(frame);
  }

  private void replaceOne(ObjectNode target) {
    List<String> names = target.properties().stream().map(entry -> entry.getKey()).toList();
    if (names.isEmpty()) {
      return;
    }
    String name = names.get(random.nextInt(names.size()));
    if (random.nextInt(4) == 0) {
      target.remove(name);
    } else {
      JsonNode value = Json.parse(VALUES.get(random.nextInt(VALUES.size())), "test");
      target.set(name, value);
    }
  }
}
