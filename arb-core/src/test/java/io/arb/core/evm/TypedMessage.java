package io.arb.core.evm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * A flat EIP-712 message encoded by the text of its type, field after field. Only for tests: an
 * adapter writes its few layouts out.
 */
record TypedMessage(String encodeType, JsonNode message) {

  byte[] structHash() {
    return Eip712.structHash(Eip712.typeHash(encodeType), words());
  }

  AbiWords words() {
    AbiWords words = new AbiWords();
    fields().forEach(field -> append(words, field[0], message.required(field[1])));
    return words;
  }

  /** Pairs of type and name. */
  private Stream<String[]> fields() {
    String list = encodeType.substring(encodeType.indexOf('(') + 1, encodeType.length() - 1);
    return Arrays.stream(list.split(",", -1)).map(field -> field.split(" ", -1));
  }

  private static void append(AbiWords words, String type, JsonNode value) {
    String text = value.asText();
    switch (type) {
      case "address" -> words.address(Address.of(text));
      case "bool" -> words.bool(value.booleanValue());
      case "uint256" -> words.uint(new BigInteger(text));
      case "uint64" -> words.uint64(new BigInteger(text));
      case "bytes" -> words.hashed(Hex.decode(text));
      case "string" -> words.hashed(text.getBytes(UTF_8));
      default -> throw new AssertionError("No encoding for type " + type);
    }
  }
}
