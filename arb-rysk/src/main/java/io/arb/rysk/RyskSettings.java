package io.arb.rysk;

import static io.arb.core.spi.SettingKey.optional;
import static io.arb.core.spi.SettingKey.required;

import io.arb.core.evm.Address;
import io.arb.core.model.Underlying;
import io.arb.core.spi.SettingKey;
import io.arb.core.spi.SettingKey.Kind;
import io.arb.core.spi.Settings;
import io.arb.core.spi.SettingsException;
import io.arb.rysk.sign.RyskChain;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How to reach Rysk and what to answer there. Immutable.
 *
 * @param baseUri the WebSocket address without a path, which {@code /maker} and {@code /rfqs}
 *     follow
 * @param httpUri the HTTP address that {@code /api} follows
 * @param maker our account
 * @param assets the tokens whose requests are wanted, at least one
 * @param underlyings what tokens stand for, where the venue's list does not say
 * @param premiumTokens the tokens that premiums may be paid in
 * @param verifyingContracts the contracts under whose domain quotes may be signed
 * @param feeRate fraction of the premium, for trades that come without their fee
 */
record RyskSettings(
    URI baseUri,
    URI httpUri,
    RyskChain chain,
    Address maker,
    List<Address> assets,
    Map<Address, Underlying> underlyings,
    Set<Address> premiumTokens,
    Set<Address> verifyingContracts,
    boolean acceptsTakerBuys,
    boolean acceptsPuts,
    Duration auctionWindow,
    Duration repeatWindow,
    int requestsPerSecond,
    BigDecimal feeRate,
    Duration assetsEvery,
    Duration inventoryEvery) {
  private static final String MAKER_PATH = "/maker";

  /** In the order in which documentation lists them. */
  static final List<SettingKey> KEYS =
      List.of(
          required("websocket_url", Kind.URI, "The venue's address, ending in /maker"),
          optional("http_url", Kind.URI, "", "The venue's HTTP address, if not the same host"),
          required("chain_id", Kind.INTEGER, "EIP-155 id of the chain that trades settle on"),
          required("maker", Kind.ADDRESS, "Our account; must be that of the signing key"),
          required("assets", Kind.TEXT_LIST, "Token addresses whose requests are answered"),
          optional(
              "asset_underlyings",
              Kind.TEXT_LIST,
              "",
              "What tokens stand for where the venue's list does not say: 0x...=ETH"),
          optional(
              "premium_tokens",
              Kind.TEXT_LIST,
              "",
              "Six-decimal stablecoins that premiums may be paid in; empty: the chain's usual"
                  + " ones"),
          optional(
              "allowed_domains",
              Kind.TEXT_LIST,
              "",
              "Verifying contracts, besides the chain's own, that a request may ask to sign for"),
          optional("accept_taker_buy", Kind.BOOLEAN, "false", "Pass on requests of buyers"),
          optional("accept_puts", Kind.BOOLEAN, "false", "Offer and pass on cash-secured puts"),
          optional(
              "rfq_window_ms",
              Kind.DURATION_MS,
              "2000",
              "How long an auction runs when the request does not say"),
          optional(
              "rfq_repeat_ms",
              Kind.DURATION_MS,
              "5000",
              "An identical request within this time is not a new one"),
          optional(
              "requests_per_second", Kind.INTEGER, "30", "The venue's limit for one IP address"),
          optional(
              "fee_rate",
              Kind.DECIMAL,
              "0.125",
              "Fraction of the premium, for trades that come without their fee"),
          optional(
              "assets_refresh_ms", Kind.DURATION_MS, "3600000", "How often the asset list is read"),
          optional(
              "inventory_refresh_ms",
              Kind.DURATION_MS,
              "60000",
              "How often the list of what takers may ask for is read"));

  RyskSettings {
    assets = List.copyOf(assets);
    underlyings = Map.copyOf(underlyings);
    premiumTokens = Set.copyOf(premiumTokens);
    verifyingContracts = Set.copyOf(verifyingContracts);
  }

  /**
   * @throws SettingsException naming the first setting that is impossible
   */
  static RyskSettings from(Settings settings) {
    URI base = baseUri(settings);
    RyskChain chain = chain(settings);
    Set<Address> contracts = new HashSet<>(addresses(settings, "allowed_domains"));
    contracts.add(chain.rysk());
    Set<Address> premiumTokens = Set.copyOf(addresses(settings, "premium_tokens"));
    return new RyskSettings(
        base,
        httpUri(settings, base),
        chain,
        address("maker", settings.text("maker")),
        assets(settings),
        underlyings(settings),
        premiumTokens.isEmpty() ? chain.premiumTokens() : premiumTokens,
        contracts,
        settings.flag("accept_taker_buy"),
        settings.flag("accept_puts"),
        positive(settings, "rfq_window_ms"),
        positive(settings, "rfq_repeat_ms"),
        requestsPerSecond(settings),
        feeRate(settings),
        positive(settings, "assets_refresh_ms"),
        positive(settings, "inventory_refresh_ms"));
  }

  URI makerUri() {
    return URI.create(baseUri + MAKER_PATH);
  }

  /** Where the requests of one asset arrive. The server matches the address in lower case only. */
  URI rfqUri(Address asset) {
    return URI.create(baseUri + "/rfqs/" + asset.hex());
  }

  private static URI baseUri(Settings settings) {
    URI uri = settings.uri("websocket_url");
    boolean webSocket = "ws".equals(uri.getScheme()) || "wss".equals(uri.getScheme());
    String text = uri.toString();
    if (!webSocket || uri.getHost() == null || !text.endsWith(MAKER_PATH)) {
      throw new SettingsException(
          "websocket_url", "expected ws(s)://host/maker, got '" + text + "'");
    }
    return URI.create(text.substring(0, text.length() - MAKER_PATH.length()));
  }

  private static URI httpUri(Settings settings, URI base) {
    if (settings.text("http_url").isEmpty()) {
      return URI.create("http" + base.toString().substring("ws".length()));
    }
    URI uri = settings.uri("http_url");
    boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!http || uri.getHost() == null) {
      throw new SettingsException("http_url", "expected http(s)://host, got '" + uri + "'");
    }
    String text = uri.toString();
    return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : uri;
  }

  private static RyskChain chain(Settings settings) {
    long id = settings.integer("chain_id");
    return RyskChain.of(id)
        .orElseThrow(
            () ->
                new SettingsException(
                    "chain_id",
                    "expected one of "
                        + Arrays.stream(RyskChain.values()).map(RyskChain::chainId).toList()
                        + ", got "
                        + id));
  }

  private static List<Address> assets(Settings settings) {
    List<Address> assets = addresses(settings, "assets").stream().distinct().toList();
    if (assets.isEmpty()) {
      throw new SettingsException("assets", "expected at least one token address");
    }
    return assets;
  }

  private static List<Address> addresses(Settings settings, String key) {
    return settings.list(key).stream().map(text -> address(key, text)).toList();
  }

  private static Address address(String key, String text) {
    try {
      return Address.of(text.strip());
    } catch (IllegalArgumentException e) {
      // The text is not shown: it may be a private key in the wrong place.
      throw new SettingsException(key, "expected an address, 0x and 40 hexadecimal digits");
    }
  }

  private static Map<Address, Underlying> underlyings(Settings settings) {
    String key = "asset_underlyings";
    Map<Address, Underlying> underlyings = new LinkedHashMap<>();
    for (String entry : settings.list(key)) {
      int sign = entry.indexOf('=');
      if (sign < 0) {
        throw new SettingsException(key, "expected 0x...=ETH, got '" + entry + "'");
      }
      underlyings.put(
          address(key, entry.substring(0, sign)), underlying(key, entry.substring(sign + 1)));
    }
    return underlyings;
  }

  private static Underlying underlying(String key, String text) {
    try {
      return new Underlying(text.strip());
    } catch (IllegalArgumentException e) {
      throw new SettingsException(key, "expected a name like ETH, got '" + text + "'");
    }
  }

  private static Duration positive(Settings settings, String key) {
    Duration duration = settings.millis(key);
    if (!duration.isPositive()) {
      throw new SettingsException(key, "expected more than 0 ms, got " + duration.toMillis());
    }
    return duration;
  }

  private static int requestsPerSecond(Settings settings) {
    long limit = settings.integer("requests_per_second");
    if (limit < 1 || limit > 10_000) {
      throw new SettingsException("requests_per_second", "expected 1 to 10000, got " + limit);
    }
    return (int) limit;
  }

  private static BigDecimal feeRate(Settings settings) {
    BigDecimal rate = settings.decimal("fee_rate");
    if (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) > 0) {
      throw new SettingsException(
          "fee_rate", "expected a fraction of 0 to 1, got " + rate.toPlainString());
    }
    return rate;
  }
}
