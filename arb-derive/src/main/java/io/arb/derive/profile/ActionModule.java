package io.arb.derive.profile;

/**
 * The contracts that carry out signed actions. Source: Derive documentation, "Protocol constants".
 */
public enum ActionModule {
  TRADE("0xB8D20c2B7a1Ad2EE33Bc50eF10876eD3035b5e7b", "0x87F2863866D85E3192a35A73b388BD625D83f2be"),
  RFQ("0x9371352CCef6f5b36EfDFE90942fFE622Ab77F1D", "0x4E4DD8Be1e461913D9A5DBC4B830e67a8694ebCa"),
  TRANSFER(
      "0x01259207A40925b794C8ac320456F7F6c8FE2636", "0x0CFC1a4a90741aB242cAfaCD798b409E12e68926"),
  WITHDRAWAL(
      "0x9d0E8f5b25384C7310CB8C6aE32C8fbeb645d083", "0xe850641C5207dc5E9423fB15f89ae6031A05fd92"),
  LIQUIDATE(
      "0x66d23e59DaEEF13904eFA2D4B8658aeD05f59a92", "0x3e2a570B915fEDAFf6176A261d105A4A68a0EA8D");

  private final String address;
  private final String testnetV2Address;

  ActionModule(String address, String testnetV2Address) {
    this.address = address;
    this.testnetV2Address = testnetV2Address;
  }

  /** On the V2 main network and both V3 networks. */
  String address() {
    return address;
  }

  String testnetV2Address() {
    return testnetV2Address;
  }
}
