package io.arb.core.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** What one line of a {@link FrameLog} says. Immutable. */
sealed interface FrameLine {
  int OVERHEAD_CHARS = 128;

  /** The line without its line end. */
  String render(MaskRules secrets);

  /** About how much memory the line takes, in characters. */
  default int chars() {
    return OVERHEAD_CHARS;
  }

  /** Something that happened to a connection. */
  record Event(long ts, long seq, String conn, String event) implements FrameLine {
    @Override
    public String render(MaskRules secrets) {
      return head(ts, seq, conn) + ",\"event\":" + quote(event) + "}";
    }
  }

  /** A frame, {@code dir} is {@code in} or {@code out}. */
  record Frame(long ts, long seq, String conn, String dir, String text) implements FrameLine {
    @Override
    public String render(MaskRules secrets) {
      return head(ts, seq, conn)
          + (",\"dir\":" + quote(dir))
          + (",\"text\":" + value(text, secrets) + "}");
    }

    @Override
    public int chars() {
      return OVERHEAD_CHARS + text.length();
    }
  }

  /** As many records as there was no room for. */
  record Lost(long count) implements FrameLine {
    @Override
    public String render(MaskRules secrets) {
      return "{\"lost\":" + count + "}";
    }
  }

  private static String head(long ts, long seq, String conn) {
    return "{\"ts\":" + ts + ",\"seq\":" + seq + ",\"conn\":" + quote(conn);
  }

  /** The text as a JSON value: itself if it can stand in a line, or else rewritten or quoted. */
  private static String value(String text, MaskRules secrets) {
    try {
      JsonNode tree = Json.mapper().readTree(text);
      if (tree.isMissingNode()) {
        return quote(text);
      }
      boolean masked = secrets.mask(tree);
      boolean onOneLine = text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
      return masked || !onOneLine ? tree.toString() : text;
    } catch (JsonProcessingException e) {
      return quote(secrets.suspects(text) ? MaskRules.MASK : text);
    }
  }

  private static String quote(String text) {
    return TextNode.valueOf(text).toString();
  }
}
