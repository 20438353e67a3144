package io.arb.rysk.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.evm.Address;
import io.arb.core.wire.Fields;
import io.arb.core.wire.WireFormatException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the kinds of value that Rysk's messages share. */
final class WireFields {
  /** The width in which the settlement contract keeps strikes, prices, quantities and amounts. */
  static final int AMOUNT_BITS = 128;

  /** The end of the year 9999: later times are mistakes of unit. */
  private static final long MAX_EPOCH_SECONDS = 253_402_300_799L;

  private WireFields() {}

  static Address address(Fields fields, String name) {
    return parseAddress(fields, name, fields.text(name));
  }

  /** An address, where an empty text means none, as the venue sends it. */
  static Optional<Address> optionalAddress(Fields fields, String name) {
    return fields
        .optionalText(name)
        .filter(text -> !text.isEmpty())
        .map(text -> parseAddress(fields, name, text));
  }

  static BigInteger unsigned(Fields fields, String name, int bits) {
    BigInteger value = fields.bigInteger(name);
    if (value.signum() < 0 || value.bitLength() > bits) {
      throw fields.wrong(name, "a whole number of 0 to 2^" + bits + " - 1");
    }
    return value;
  }

  static BigInteger positive(Fields fields, String name, int bits) {
    BigInteger value = unsigned(fields, name, bits);
    if (value.signum() == 0) {
      throw fields.wrong(name, "a positive number");
    }
    return value;
  }

  static long epochSeconds(Fields fields, String name) {
    return bounded(fields, name, MAX_EPOCH_SECONDS, "seconds");
  }

  /** A time in milliseconds; absent, null and 0 mean none. */
  static Optional<Instant> optionalEpochMillis(Fields fields, String name) {
    return fields.has(name)
        ? Optional.of(bounded(fields, name, MAX_EPOCH_SECONDS * 1000, "milliseconds"))
            .filter(millis -> millis > 0)
            .map(Instant::ofEpochMilli)
        : Optional.empty();
  }

  /** A chain id of 0 to 2^63 - 1, as a number, decimal text or hexadecimal text. */
  static long chainId(Fields fields, String name) {
    JsonNode node = fields.node().path(name);
    String text = node.isTextual() ? node.textValue() : "";
    if (text.matches("0x[0-9a-fA-F]{1,15}")) {
      return Long.parseLong(text.substring(2), 16);
    }
    return bounded(fields, name, Long.MAX_VALUE, "chain id");
  }

  /** What {@code read} gives, or nothing if the field is missing or cannot be read. */
  static <T> Optional<T> lenient(Supplier<T> read) {
    try {
      return Optional.of(read.get());
    } catch (WireFormatException e) {
      return Optional.empty();
    }
  }

  /** What is wrong, for a record that says so. */
  static String problem(WireFormatException e) {
    return String.valueOf(e.getMessage());
  }

  private static long bounded(Fields fields, String name, long max, String unit) {
    long value = fields.longValue(name);
    if (value < 0 || value > max) {
      throw fields.wrong(name, unit + " of 0 to " + max);
    }
    return value;
  }

  private static Address parseAddress(Fields fields, String name, String text) {
    try {
      return Address.of(text);
    } catch (IllegalArgumentException e) {
      throw fields.wrong(name, "an address of 20 bytes");
    }
  }
}
