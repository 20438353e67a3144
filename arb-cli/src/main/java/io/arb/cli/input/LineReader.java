package io.arb.cli.input;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/**
 * Lines of a text, of which none can fill the memory: what is longer than a limit is read over.
 * Owned by one thread.
 */
final class LineReader implements Closeable {
  static final int MOST_CHARS = 65_536;
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final BufferedReader in;
  private long lines;

  LineReader(Reader in) {
    this.in = new BufferedReader(in);
  }

  /**
   * One line.
   *
   * @param number counted from 1
   * @param text without its end; only the start of it if it is too long
   */
  record Line(long number, String text, boolean isTooLong) {
    boolean isBlank() {
      return !isTooLong && text.isBlank();
    }
  }

  /** The next line, blank or not. */
  Optional<Line> next() throws IOException {
    StringBuilder text = new StringBuilder();
    int c = in.read();
    if (c < 0) {
      return Optional.empty();
    }
    boolean isTooLong = false;
    for (; c >= 0 && c != '\n'; c = in.read()) {
      isTooLong |= text.length() >= MOST_CHARS;
      if (!isTooLong) {
        text.append((char) c);
      }
    }
    lines++;
    return Optional.of(new Line(lines, trimmed(text), isTooLong));
  }

  private String trimmed(StringBuilder text) {
    if (!text.isEmpty() && text.charAt(text.length() - 1) == '\r') {
      text.setLength(text.length() - 1);
    }
    if (lines == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      text.deleteCharAt(0);
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
