package io.arb.rysk.sign;

import io.arb.core.evm.Address;
import io.arb.core.evm.Eip712Domain;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The chains on which Rysk is deployed, with its contracts as of mid 2026. */
public enum RyskChain {
  ETHEREUM(
      1,
      "0x7a3ddeac7a0ae6dfa9391c764499a3564f3c2aad",
      "0xc01c9ef5de5862354add9501a29e8765cff01c32",
      "0xdac17f958d2ee523a2206206994597c13d831ec7"),
  HYPER_EVM_TESTNET(
      998,
      "0x0122db8ed9b9b49f3fd8774d93773c2e2a564e81",
      "0x4bb4ddf8f4588780fe0cd31593bd8f5719ebfefd",
      "0x69e37ecb273a23b8864a5f39520bf97c6768b65c"),
  HYPER_EVM(
      999,
      "0x8c8bcb6d2c0e31c5789253ecc8431ca6209b4e35",
      "0x691a5fc3a81a144e36c6c4fbca1fc82843c80d0d",
      "0xb8ce59fc3717ada4c02eadf9682a9e934f625ebb"),
  BASE(
      8453,
      "0xe33a517dfef3d582f6eb94276e8d514f835a1401",
      "0x3d9cb5d2fa4600bf8d75fb59fe01db765dcced15",
      "0x833589fcd6edb6e08f4c7c32d4f71b54bda02913"),
  MONAD_TESTNET(
      10143,
      "0x3b87932046bc3e1bb63c13aba1306f9d398a9cc6",
      "0x0d71dbdb11c35c72fa4a33beec00d5eb1fbcf1c8",
      "0xf817257fed379853cde0fa4f97ab987181b1e5ea"),
  BASE_SEPOLIA(
      84532,
      "0x0ff34dd648b68f09b199b60b91442e750fd13fdc",
      "0x6d23217cb228f3779f6506b44b1abaa3edf6fc58",
      "0x98d56648c9b7f3cb49531f4135115b5000ab1733");

  private static final String NAME = "rysk";
  private static final String VERSION = "0.0.0";

  private final long chainId;
  private final String rysk;
  private final String balances;
  private final String strikeAsset;

  RyskChain(long chainId, String rysk, String balances, String strikeAsset) {
    this.chainId = chainId;
    this.rysk = rysk;
    this.balances = balances;
    this.strikeAsset = strikeAsset;
  }

  /** The chain of this EIP-155 id, if Rysk is known to be there. */
  public static Optional<RyskChain> of(long chainId) {
    return Arrays.stream(values()).filter(chain -> chain.chainId == chainId).findFirst();
  }

  /** EIP-155 chain id. */
  public long chainId() {
    return chainId;
  }

  /** The settlement contract, which checks quotes, transfers and confirmations. */
  public Address rysk() {
    return Address.of(rysk);
  }

  /** The contract that holds makers' money ("MMarket"): the spender to approve for a deposit. */
  public Address balances() {
    return Address.of(balances);
  }

  /** The stablecoin in which the venue's own list quotes strikes; six decimals on every chain. */
  public Address strikeAsset() {
    return Address.of(strikeAsset);
  }

  /**
   * The stablecoins, six decimals each, in which takers ask for their premium: the strike asset,
   * and on HyperEVM Circle's USDC as well, which requests of September 2026 name.
   */
  public Set<Address> premiumTokens() {
    return this == HYPER_EVM
        ? Set.of(strikeAsset(), Address.of("0xb88339cb7199b77e23db6e890353e22632ba630f"))
        : Set.of(strikeAsset());
  }

  /** The domain of quotes, transfers and confirmations, unless a request brings its own. */
  public Eip712Domain domain() {
    return domain(rysk());
  }

  /** As {@link #domain()}, for a settlement contract that is not the one known here. */
  public Eip712Domain domain(Address verifyingContract) {
    return new Eip712Domain(NAME, VERSION, BigInteger.valueOf(chainId), verifyingContract);
  }

  /** The domain of {@link RyskAuthentication}. */
  public Eip712Domain authenticationDomain() {
    return new Eip712Domain("Authentication", VERSION, BigInteger.valueOf(chainId), Address.ZERO);
  }
}
