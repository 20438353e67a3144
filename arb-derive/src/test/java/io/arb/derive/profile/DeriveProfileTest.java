package io.arb.derive.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.evm.Address;
import io.arb.core.evm.Hex;
import io.arb.derive.sign.SigningVectors;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeriveProfileTest {

  @ParameterizedTest
  @EnumSource
  void hostsAndHeadersAreThoseOfTheEnvironment(DeriveProfile profile) {
    JsonNode environment = environment(profile);

    assertThat(profile.restUri()).hasToString(environment.get("restBaseUrl").asText());
    assertThat(profile.webSocketUri()).hasToString(environment.get("wsUrl").asText());
    assertThat(profile.generation().headerPrefix())
        .isEqualTo(environment.get("authHeaderPrefix").asText());
  }

  @ParameterizedTest
  @EnumSource
  void domainSeparatorFollowsFromChainAndContract(DeriveProfile profile) {
    assertThat(Hex.encode(profile.actionDomain().separator()))
        .isEqualTo(environment(profile).get("domainSeparator").asText());
  }

  @ParameterizedTest
  @EnumSource
  void modulesAreThoseOfTheEnvironment(DeriveProfile profile) {
    JsonNode modules = environment(profile).get("modules");
    for (ActionModule module : ActionModule.values()) {
      String expected = modules.get(module.name().toLowerCase(Locale.ROOT)).asText();
      assertThat(profile.module(module)).isEqualTo(Address.of(expected));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "v3, mainnet, V3_MAINNET",
    "v3, testnet, V3_TESTNET",
    "v2, mainnet, V2_MAINNET",
    "V2, Testnet, V2_TESTNET"
  })
  void isChosenByGenerationAndNetwork(String generation, String network, DeriveProfile expected) {
    assertThat(DeriveProfile.of(generation, network)).isEqualTo(expected);
  }

  @Test
  void unknownNetworkIsRefused() {
    assertThatThrownBy(() -> DeriveProfile.of("v3", "moon"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static JsonNode environment(DeriveProfile profile) {
    return SigningVectors.section("environments")
        .get(profile.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
