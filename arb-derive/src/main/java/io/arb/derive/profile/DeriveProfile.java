package io.arb.derive.profile;

import io.arb.core.evm.Address;
import io.arb.core.evm.Eip712Domain;
import io.arb.derive.sign.ActionDomain;
import java.math.BigInteger;
import java.net.URI;
import java.util.Locale;

/**
 * One generation of the API on one network: hosts, signing domain, module contracts. Source: Derive
 * documentation, "Protocol constants" and "Endpoints".
 */
public enum DeriveProfile {
  V2_MAINNET(Generation.V2, "https://api.lyra.finance", 957, Contracts.MATCHING),
  V2_TESTNET(Generation.V2, "https://api-demo.lyra.finance", 901, Contracts.MATCHING_TESTNET_V2),
  V3_MAINNET(Generation.V3, "https://api.derive.xyz/v3", 1, Contracts.MATCHING),
  V3_TESTNET(Generation.V3, "https://testnet.api.derive.xyz/v3", 11155111, Contracts.MATCHING);

  /** The matching contracts; a class of their own because an enum's constants come first. */
  private static final class Contracts {
    static final String MATCHING = "0xeB8d770ec18DB98Db922E9D83260A585b9F0DeAD";
    static final String MATCHING_TESTNET_V2 = "0x3cc154e220c2197c5337b7Bd13363DD127Bc0C6E";
  }

  private final Generation generation;
  private final String restBase;
  private final long chainId;
  private final String matching;

  DeriveProfile(Generation generation, String restBase, long chainId, String matching) {
    this.generation = generation;
    this.restBase = restBase;
    this.chainId = chainId;
    this.matching = matching;
  }

  /**
   * The profile of a configuration.
   *
   * @param generation {@code v2} or {@code v3}
   * @param network {@code mainnet} or {@code testnet}
   * @throws IllegalArgumentException for anything else
   */
  public static DeriveProfile of(String generation, String network) {
    return valueOf((generation + "_" + network).toUpperCase(Locale.ROOT));
  }

  public Generation generation() {
    return generation;
  }

  public URI restUri() {
    return URI.create(restBase);
  }

  public URI webSocketUri() {
    return URI.create(restBase.replaceFirst("^https", "wss") + "/ws");
  }

  /** What actions on this network are signed for; made at each call, so a caller keeps it. */
  public ActionDomain actionDomain() {
    Eip712Domain domain =
        new Eip712Domain("Matching", "1.0", BigInteger.valueOf(chainId), Address.of(matching));
    return new ActionDomain(domain, generation.precision());
  }

  public Address module(ActionModule module) {
    return Address.of(this == V2_TESTNET ? module.testnetV2Address() : module.address());
  }
}
