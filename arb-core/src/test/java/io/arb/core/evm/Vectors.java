package io.arb.core.evm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.provider.Arguments;

/** Reads the vector files that lie beside these tests. */
final class Vectors {
  private Vectors() {}

  static JsonNode load(String file) {
    try (InputStream in = Vectors.class.getResourceAsStream(file)) {
      return new ObjectMapper().readTree(Objects.requireNonNull(in, file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  /** One row of a parameterized test for each case, shown by the case's own name or id. */
  static Stream<Arguments> rows(Stream<JsonNode> cases) {
    return cases.map(one -> Arguments.argumentSet(title(one), one));
  }

  static byte[] bytes(JsonNode node, String field) {
    return Hex.decode(text(node, field));
  }

  static Address address(JsonNode node, String field) {
    return Address.of(text(node, field));
  }

  static BigInteger integer(JsonNode node, String field) {
    return new BigInteger(text(node, field));
  }

  static String text(JsonNode node, String field) {
    return node.required(field).asText();
  }

  static Signer signer(JsonNode node) {
    return new BouncyCastleSigner(PrivateKey.parse(text(node, "privateKey")));
  }

  static Eip712Domain domain(JsonNode node) {
    return new Eip712Domain(
        text(node, "name"),
        text(node, "version"),
        integer(node, "chainId"),
        address(node, "verifyingContract"));
  }

  private static String title(JsonNode one) {
    return one.path("name").asText(one.path("id").asText());
  }
}
