package io.arb.derive.sign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.evm.Address;
import io.arb.core.evm.BouncyCastleSigner;
import io.arb.core.evm.Hex;
import io.arb.core.evm.PrivateKey;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LoginProofTest {
  static Stream<JsonNode> logins() {
    return SigningVectors.rows("logins");
  }

  @ParameterizedTest
  @MethodSource("logins")
  void signsTheTimeAsAPersonalMessage(JsonNode row) {
    assertThat(Hex.encode(LoginProof.digest(row.get("timestampMs").asLong())))
        .isEqualTo(row.get("personalMessageHash").asText());
    assertThat(proof(row).signature().hex()).isEqualTo(row.get("signature").asText());
  }

  @ParameterizedTest
  @MethodSource("logins")
  void namesItsSigner(JsonNode row) {
    assertThat(proof(row).recoverSigner()).isEqualTo(Address.of(row.get("signer").asText()));
  }

  @ParameterizedTest
  @MethodSource("logins")
  void carriesTheProofInTheHeadersOfBothGenerations(JsonNode row) {
    assertThat(proof(row).headers("X-Lyra"))
        .allSatisfy((name, value) -> assertHeader(row.at("/v2/headers"), name, value));
    assertThat(proof(row).headers("X-Derive"))
        .allSatisfy((name, value) -> assertHeader(row.at("/v3/headers"), name, value));
  }

  private static void assertHeader(JsonNode headers, String name, String value) {
    assertThat(value).as(name).isEqualTo(headers.get(name).asText());
  }

  private static LoginProof proof(JsonNode row) {
    return LoginProof.sign(
        Address.of(row.get("wallet").asText()),
        row.get("timestampMs").asLong(),
        new BouncyCastleSigner(PrivateKey.parse(row.get("privateKey").asText())));
  }
}
