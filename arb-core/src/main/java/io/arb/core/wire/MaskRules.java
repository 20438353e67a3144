package io.arb.core.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which members of a JSON message are secrets, by name without regard to case, at any depth. An
 * adapter knows the names its venue uses. Immutable.
 */
public final class MaskRules {
  /** Nothing is secret. */
  public static final MaskRules NONE = new MaskRules(List.of());

  /** What stands in place of a secret. */
  public static final String MASK = "***";

  private static final String METHOD = "method";

  /** A member name, in messages of one JSON-RPC method, or of any if null. */
  private record Rule(@Nullable String method, String member) {
    boolean covers(@Nullable String methodOfMessage, String name) {
      return member.equalsIgnoreCase(name) && (method == null || method.equals(methodOfMessage));
    }
  }

  private final List<Rule> rules;

  private MaskRules(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** These rules and more: the members are secret wherever they occur. */
  public MaskRules always(String... members) {
    return with(null, members);
  }

  /** These rules and more: the members are secret in requests with this {@code method}. */
  public MaskRules inMethod(String method, String... members) {
    return with(method, members);
  }

  /** These rules and those of another adapter. */
  public MaskRules and(MaskRules others) {
    List<Rule> more = new ArrayList<>(rules);
    more.addAll(others.rules);
    return new MaskRules(more);
  }

  /** Replaces the secrets inside a tree that the caller owns; true if there was one. */
  boolean mask(JsonNode message) {
    String method = message.path(METHOD).textValue();
    return !rules.isEmpty() && mask(message, method);
  }

  /** Whether a text that is not JSON names a secret, so that it must not be shown at all. */
  boolean suspects(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return rules.stream().anyMatch(rule -> lower.contains(rule.member().toLowerCase(Locale.ROOT)));
  }

  private boolean mask(JsonNode node, @Nullable String method) {
    boolean masked = false;
    if (node instanceof ObjectNode object) {
      for (var member : object.properties()) {
        if (rules.stream().anyMatch(rule -> rule.covers(method, member.getKey()))) {
          member.setValue(TextNode.valueOf(MASK));
          masked = true;
        }
      }
    }
    for (JsonNode child : node) {
      masked |= mask(child, method);
    }
    return masked;
  }

  private MaskRules with(@Nullable String method, String... members) {
    List<Rule> more = new ArrayList<>(rules);
    for (String member : members) {
      more.add(new Rule(method, member));
    }
    return new MaskRules(more);
  }
}
