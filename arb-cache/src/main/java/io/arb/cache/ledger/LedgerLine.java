package io.arb.cache.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * One line of the file: time, check sum of the entry, entry; separated by blanks.
 *
 * <pre>2026-11-22T12:00:00Z 1a2b3c4d {"type":"TradeMoved",...}</pre>
 */
record LedgerLine(Instant at, String json) {
  private static final HexFormat HEX = HexFormat.of();

  String format() {
    return at + " " + checkSum(json) + " " + json + "\n";
  }

  /** The line behind {@code text}; empty if it is damaged. */
  static Optional<LedgerLine> parse(String text) {
    String[] parts = text.split(" ", 3);
    if (parts.length != 3 || !checkSum(parts[2]).equals(parts[1])) {
      return Optional.empty();
    }
    try {
      return Optional.of(new LedgerLine(Instant.parse(parts[0]), parts[2]));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static String checkSum(String json) {
    CRC32 crc = new CRC32();
    crc.update(json.getBytes(StandardCharsets.UTF_8));
    return HEX.toHexDigits((int) crc.getValue());
  }
}
