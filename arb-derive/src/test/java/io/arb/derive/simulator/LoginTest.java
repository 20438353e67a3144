package io.arb.derive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.evm.Address;
import io.arb.core.evm.Signer;
import io.arb.core.wire.Json;
import io.arb.derive.profile.DeriveProfile;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class LoginTest {
  private static int code(Exchange exchange, Address wallet, Signer signer, Duration age) {
    try (Client client = exchange.connect()) {
      return client.code(
          "public/login", exchange.login(wallet, signer, exchange.clock.instant().minus(age)));
    }
  }

  @ParameterizedTest
  @EnumSource(DeriveProfile.class)
  void listsTheSubaccountsOfTheWallet(DeriveProfile profile) {
    try (Exchange exchange = Exchange.quiet(profile);
        Client client = exchange.connect()) {
      var result =
          client.result(
              "public/login",
              exchange.login(
                  Exchange.ALICE.address(), Exchange.ALICE_KEY, exchange.clock.instant()));

      assertThat(result).hasToString("[30769]");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = DeriveProfile.class,
      names = {"V2_MAINNET", "V3_MAINNET"})
  void refusesStrangersAndUnknownWallets(DeriveProfile profile) {
    try (Exchange exchange = Exchange.quiet(profile)) {
      assertThat(code(exchange, Exchange.STRANGER.address(), Exchange.STRANGER, Duration.ZERO))
          .isEqualTo(14000);
      assertThat(code(exchange, Exchange.ALICE.address(), Exchange.STRANGER, Duration.ZERO))
          .isEqualTo(14026);
    }
  }

  @ParameterizedTest
  @CsvSource({"V2_MAINNET", "V3_MAINNET"})
  void refusesAnExpiredKey(DeriveProfile profile) {
    try (Exchange exchange = Exchange.quiet(profile)) {
      exchange.clock.turn(Duration.ofMinutes(31));

      assertThat(code(exchange, Exchange.ALICE.address(), Exchange.EXPIRING, Duration.ZERO))
          .isEqualTo(14030);
    }
  }

  @ParameterizedTest
  @CsvSource({"V2_MAINNET", "V3_MAINNET"})
  void refusesAnOldSignatureOfTheOwner(DeriveProfile profile) {
    try (Exchange exchange = Exchange.quiet(profile)) {
      assertThat(code(exchange, Exchange.BOB.address(), Exchange.BOB, Duration.ofSeconds(61)))
          .isEqualTo(14014);
    }
  }

  @ParameterizedTest
  @CsvSource({"V2_MAINNET, error", "V3_MAINNET, result"})
  void judgesTheAgeOfASessionKeysSignatureInV2Only(DeriveProfile profile, String outcome) {
    try (Exchange exchange = Exchange.quiet(profile);
        Client client = exchange.connect()) {
      var old = exchange.clock.instant().minusSeconds(3600);

      assertThat(
              client
                  .frame(
                      "public/login",
                      exchange.login(Exchange.ALICE.address(), Exchange.ALICE_KEY, old))
                  .has(outcome))
          .isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({"V2_MAINNET, false", "V3_MAINNET, true"})
  void marksFramesOfV3WithTheVersion(DeriveProfile profile, boolean marked) {
    try (Exchange exchange = Exchange.quiet(profile);
        Client client = exchange.connect()) {
      var frame = client.frame("public/get_time", Json.object());

      assertThat(frame.has("jsonrpc")).isEqualTo(marked);
      assertThat(frame.path("result").asLong()).isEqualTo(Exchange.START.toEpochMilli());
    }
  }

  @ParameterizedTest
  @CsvSource({"V2_MAINNET", "V3_MAINNET"})
  void refusesPrivateCallsWithoutLoginAndLoginsOnDemand(DeriveProfile profile) {
    try (Exchange exchange = Exchange.quiet(profile);
        Client client = exchange.connect()) {
      exchange.simulator.faults().refuseLogins(1);

      assertThat(client.code("private/get_open_orders", Exchange.sub())).isEqualTo(14021);
      assertThat(code(exchange, Exchange.BOB.address(), Exchange.BOB, Duration.ZERO))
          .isEqualTo(14014);
      exchange.bob().close();
    }
  }
}
