package io.arb.deribit.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.deribit.Vectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LoginSignatureTest {
  private static final JsonNode VECTORS = Vectors.read("auth-hmac");

  static Stream<JsonNode> logins() {
    return Vectors.each(VECTORS.get("ws_client_signature"));
  }

  static Stream<JsonNode> requests() {
    return Vectors.each(VECTORS.get("rest_signature"));
  }

  static Stream<JsonNode> mistakes() {
    return Vectors.each(VECTORS.get("negatives"));
  }

  @ParameterizedTest
  @MethodSource("logins")
  void loginIsSignedAsTheVenueDoes(JsonNode vector) {
    assertThat(sign(vector, vector.get("data").asText()))
        .isEqualTo(vector.get("signature").asText());
  }

  @ParameterizedTest
  @MethodSource("requests")
  void requestIsSignedAsTheVenueDoes(JsonNode vector) {
    assertThat(sign(vector, vector.get("request_data").asText()))
        .isEqualTo(vector.get("signature").asText());
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void mistakesOfOthersAreNotMade(JsonNode vector) {
    JsonNode of =
        logins()
            .filter(login -> login.get("id").equals(vector.get("of")))
            .findFirst()
            .orElseThrow();

    assertThat(sign(of, of.get("data").asText()))
        .as(vector.get("why").asText())
        .isNotEqualTo(vector.get("wrong_value").asText());
  }

  private static String sign(JsonNode vector, String data) {
    return LoginSignature.of(
        vector.get("client_secret").asText(),
        vector.get("timestamp").asLong(),
        vector.get("nonce").asText(),
        data);
  }
}
