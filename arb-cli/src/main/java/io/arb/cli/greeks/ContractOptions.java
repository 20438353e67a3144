package io.arb.cli.greeks;

import io.arb.cli.input.Fields;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that describe one option contract and its market, as texts. */
final class ContractOptions {
  @Option(names = "--type", paramLabel = "TYPE", description = "call or put.")
  private String type = "";

  @Option(names = "--strike", paramLabel = "USD", description = "Strike.")
  private String strike = "";

  @Mixin private MarketOptions market;

  /** These options, and more of the command's own. */
  Fields and(Map<String, String> more) {
    Map<String, String> texts = new HashMap<>(more);
    texts.put("type", type);
    texts.put("strike", strike);
    return market.and(texts);
  }
}
