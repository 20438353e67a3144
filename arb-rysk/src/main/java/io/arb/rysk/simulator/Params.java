package io.arb.rysk.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.evm.Address;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the parameters of a request as strictly as the protocol writes them: large numbers are
 * texts, small ones are numbers, and neither stands in for the other. Whatever is wrong is {@link
 * RyskError#BAD_PARAMS}.
 */
final class Params {
  private static final Pattern DIGITS = Pattern.compile("0|[1-9][0-9]{0,77}");
  private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}");
  private static final int NONCE_BITS = 64;

  private final JsonNode node;

  Params(JsonNode node) {
    if (!node.isObject()) {
      throw new Refused(RyskError.BAD_PARAMS, "params must be an object");
    }
    this.node = node;
  }

  boolean has(String name) {
    return node.hasNonNull(name);
  }

  String text(String name) {
    JsonNode value = required(name);
    if (!value.isTextual()) {
      throw wrong(name, "a string");
    }
    return value.textValue();
  }

  Optional<String> optionalText(String name) {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  /** A decimal string without sign and leading zeros, unchanged. */
  String digits(String name) {
    String text = text(name);
    if (!DIGITS.matcher(text).matches()) {
      throw wrong(name, "a string of decimal digits");
    }
    return text;
  }

  BigInteger number(String name) {
    return new BigInteger(digits(name));
  }

  BigInteger nonce(String name) {
    BigInteger nonce = number(name);
    if (nonce.bitLength() > NONCE_BITS) {
      throw wrong(name, "an unsigned number of 64 bits");
    }
    return nonce;
  }

  /** A JSON number without fraction. */
  long integer(String name) {
    JsonNode value = required(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(name, "a whole number");
    }
    return value.longValue();
  }

  boolean bool(String name) {
    JsonNode value = required(name);
    if (!value.isBoolean()) {
      throw wrong(name, "true or false");
    }
    return value.booleanValue();
  }

  Optional<Boolean> optionalBool(String name) {
    return has(name) ? Optional.of(bool(name)) : Optional.empty();
  }

  /** An address of either case, unchanged. */
  String address(String name) {
    String text = text(name);
    if (!ADDRESS.matcher(text).matches()) {
      throw wrong(name, "an address");
    }
    return text;
  }

  /** An address that the venue knows as an account; it does not find it by another spelling. */
  Address account(String name) {
    return lowerCase(address(name));
  }

  static Address lowerCase(String text) {
    Address address = Address.of(text);
    if (!address.hex().equals(text)) {
      throw Refused.withoutReason();
    }
    return address;
  }

  private JsonNode required(String name) {
    if (!has(name)) {
      throw new Refused(RyskError.BAD_PARAMS, "missing " + name);
    }
    return node.get(name);
  }

  private static Refused wrong(String name, String expected) {
    return new Refused(RyskError.BAD_PARAMS, name + " must be " + expected);
  }
}
