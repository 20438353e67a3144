package io.arb.deribit;

import io.arb.core.model.Underlying;
import io.arb.core.spi.Secret;
import io.arb.core.spi.SettingKey;
import io.arb.core.spi.SettingKey.Kind;
import io.arb.core.spi.Settings;
import io.arb.core.spi.SettingsException;
import io.arb.core.wire.Backoff;
import io.arb.deribit.map.Family;
import io.arb.deribit.map.Naming;
import io.arb.deribit.session.Credentials;
import io.arb.deribit.session.RequestRates;
import io.arb.deribit.session.SessionSettings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The settings of the adapter, checked.
 *
 * @param underlyings what is listed and traded
 * @param currencies that positions of the configured families settle in
 * @param bookInterval {@code raw} or {@code 100ms}
 * @param orderValidity longest time for an order's frame to reach the venue's engine
 * @param resolveConfirm how long to wait before looking once more for an order that was found
 *     nowhere
 */
record DeribitSettings(
    SessionSettings session,
    URI restUri,
    Naming naming,
    Set<Underlying> underlyings,
    List<String> currencies,
    String bookInterval,
    Duration orderValidity,
    Duration resolveConfirm) {

  static final List<SettingKey> KEYS =
      List.of(
          SettingKey.optional("network", Kind.TEXT, "mainnet", "mainnet or testnet"),
          SettingKey.optional("websocket_url", Kind.URI, "", "default: the network's"),
          SettingKey.optional("rest_url", Kind.URI, "", "default: the network's"),
          SettingKey.required("client_id", Kind.TEXT, "of the API key; its secret is the key"),
          SettingKey.optional(
              "grant", Kind.TEXT, "client_signature", "or client_credentials, which shows it"),
          SettingKey.optional("session_name", Kind.TEXT, "arb", "one for each running program"),
          SettingKey.optional(
              "option_family", Kind.TEXT, "linear", "linear (USDC) or inverse (coin) options"),
          SettingKey.optional(
              "perpetual_family", Kind.TEXT, "linear", "linear (USDC) perpetuals to hedge with"),
          SettingKey.optional("underlyings", Kind.TEXT_LIST, "ETH", "what to list and trade"),
          SettingKey.optional(
              "matching_per_second", Kind.DECIMAL, "4", "orders and cancels a second"),
          SettingKey.optional(
              "matching_burst", Kind.INTEGER, "16", "of those, at once after a pause"),
          SettingKey.optional(
              "cancel_reserve", Kind.INTEGER, "4", "of that burst, kept for cancels"),
          SettingKey.optional("other_per_second", Kind.DECIMAL, "16", "other requests a second"),
          SettingKey.optional("other_burst", Kind.INTEGER, "80", "of those, at once after a pause"),
          SettingKey.optional(
              "heartbeat_s", Kind.INTEGER, "10", "the venue tests the connection, from 10"),
          SettingKey.optional("book_interval", Kind.TEXT, "raw", "raw or 100ms"),
          SettingKey.optional(
              "order_valid_ms", Kind.DURATION_MS, "2000", "the venue refuses later arrivals"),
          SettingKey.optional(
              "request_timeout_ms", Kind.DURATION_MS, "5000", "unanswered counts as unknown"),
          SettingKey.optional(
              "resolve_confirm_ms", Kind.DURATION_MS, "2000", "before an order counts as absent"),
          SettingKey.optional(
              "market_silence_ms", Kind.DURATION_MS, "30000", "reconnect without market data"),
          SettingKey.optional(
              "reconnect_first_ms", Kind.DURATION_MS, "1000", "first back-off, doubling"),
          SettingKey.optional("reconnect_max_ms", Kind.DURATION_MS, "30000", "longest back-off"),
          SettingKey.optional(
              "cancel_on_disconnect", Kind.BOOLEAN, "true", "have the venue cancel our orders"));

  private static final URI MAINNET_SOCKET = URI.create("wss://www.deribit.com/ws/api/v2");
  private static final URI TESTNET_SOCKET = URI.create("wss://test.deribit.com/ws/api/v2");
  private static final URI MAINNET_REST = URI.create("https://www.deribit.com/api/v2");
  private static final URI TESTNET_REST = URI.create("https://test.deribit.com/api/v2");
  private static final long MIN_HEARTBEAT_SEC = 10;
  private static final long MAX_HEARTBEAT_SEC = 3_600;
  private static final long MAX_BURST = 100_000;
  private static final String TESTNET = "testnet";

  DeribitSettings {
    underlyings = Set.copyOf(underlyings);
    currencies = List.copyOf(currencies);
  }

  /**
   * Reads the settings.
   *
   * @throws SettingsException if one is impossible
   */
  static DeribitSettings of(Settings settings, Secret secret) {
    boolean isTestnet = oneOf(settings, "network", List.of("mainnet", TESTNET)).equals(TESTNET);
    Naming naming = naming(settings);
    Set<Underlying> underlyings = underlyings(settings);
    List<String> currencies = currencies(naming, underlyings);
    SessionSettings session =
        new SessionSettings(
            credentials(settings, secret),
            uri(settings, "websocket_url", isTestnet ? TESTNET_SOCKET : MAINNET_SOCKET),
            isTestnet,
            rates(settings),
            duration(settings, "request_timeout_ms"),
            heartbeat(settings),
            settings.flag("cancel_on_disconnect"),
            List.of("user.changes.any.any.raw", "platform_state"),
            usefulChannels(currencies),
            backoff(settings),
            duration(settings, "market_silence_ms"));
    return new DeribitSettings(
        session,
        uri(settings, "rest_url", isTestnet ? TESTNET_REST : MAINNET_REST),
        naming,
        underlyings,
        currencies,
        oneOf(settings, "book_interval", List.of("raw", "100ms")),
        duration(settings, "order_valid_ms"),
        duration(settings, "resolve_confirm_ms"));
  }

  private static Naming naming(Settings settings) {
    List<String> families = List.of("linear", "inverse");
    Family options =
        oneOf(settings, "option_family", families).equals("linear")
            ? Family.LINEAR
            : Family.INVERSE;
    if (oneOf(settings, "perpetual_family", families).equals("inverse")) {
      throw new SettingsException(
          "perpetual_family",
          "expected linear, got 'inverse': inverse perpetuals are sized in USD, which the hedger"
              + " does not count in");
    }
    return new Naming(options, Family.LINEAR);
  }

  private static List<String> currencies(Naming naming, Set<Underlying> underlyings) {
    Set<String> currencies = new LinkedHashSet<>();
    currencies.add("USDC");
    underlyings.forEach(underlying -> currencies.add(naming.optionCurrency(underlying)));
    return List.copyOf(currencies);
  }

  private static List<String> usefulChannels(List<String> currencies) {
    List<String> channels = new ArrayList<>(List.of("user.portfolio.any", "user.lock"));
    for (String currency : currencies) {
      channels.add("instrument.state.any." + currency);
    }
    return channels;
  }

  private static Credentials credentials(Settings settings, Secret secret) {
    String clientId = settings.text("client_id");
    if (!clientId.matches("[A-Za-z0-9_-]{1,64}")) {
      // What stands there may be the secret: it is not shown.
      throw new SettingsException("client_id", "expected up to 64 letters and digits");
    }
    if (!secret.isPresent()) {
      throw new SettingsException("client_id", "the client secret is missing");
    }
    String sessionName = settings.text("session_name");
    if (!sessionName.matches("[A-Za-z0-9_]{1,32}")) {
      throw new SettingsException(
          "session_name", "expected up to 32 letters and digits, got '" + sessionName + "'");
    }
    String grant = oneOf(settings, "grant", List.of("client_signature", "client_credentials"));
    return new Credentials(
        clientId,
        secret,
        grant.equals("client_signature")
            ? Credentials.Grant.SIGNATURE
            : Credentials.Grant.CREDENTIALS,
        sessionName);
  }

  private static Set<Underlying> underlyings(Settings settings) {
    Set<Underlying> underlyings = new LinkedHashSet<>();
    for (String symbol : settings.list("underlyings")) {
      try {
        underlyings.add(new Underlying(symbol));
      } catch (IllegalArgumentException e) {
        throw new SettingsException("underlyings", "expected capitals, got '" + symbol + "'");
      }
    }
    if (underlyings.isEmpty()) {
      throw new SettingsException("underlyings", "expected at least one, got none");
    }
    return underlyings;
  }

  private static RequestRates rates(Settings settings) {
    int burst = count(settings, "matching_burst", 1, MAX_BURST);
    return new RequestRates(
        rate(settings, "matching_per_second"),
        burst,
        count(settings, "cancel_reserve", 0, burst - 1L),
        rate(settings, "other_per_second"),
        count(settings, "other_burst", 1, MAX_BURST));
  }

  private static double rate(Settings settings, String key) {
    double rate = settings.decimal(key).doubleValue();
    if (!(rate > 0 && rate <= MAX_BURST)) {
      throw new SettingsException(key, "expected a rate above 0, got " + settings.text(key));
    }
    return rate;
  }

  private static int count(Settings settings, String key, long min, long max) {
    long count = settings.integer(key);
    if (count < min || count > max) {
      throw new SettingsException(key, "expected " + min + " to " + max + ", got " + count);
    }
    return (int) count;
  }

  private static Duration heartbeat(Settings settings) {
    return Duration.ofSeconds(count(settings, "heartbeat_s", MIN_HEARTBEAT_SEC, MAX_HEARTBEAT_SEC));
  }

  private static Backoff backoff(Settings settings) {
    Duration first = duration(settings, "reconnect_first_ms");
    Duration max = duration(settings, "reconnect_max_ms");
    if (max.compareTo(first) < 0) {
      throw new SettingsException("reconnect_max_ms", "expected at least reconnect_first_ms");
    }
    return new Backoff(first, max, 2.0, Backoff.STANDARD.stableAfter());
  }

  private static URI uri(Settings settings, String key, URI networkUri) {
    return settings.text(key).isEmpty() ? networkUri : settings.uri(key);
  }

  private static String oneOf(Settings settings, String key, List<String> words) {
    String word = settings.text(key);
    if (!words.contains(word)) {
      throw new SettingsException(
          key, "expected " + String.join(" or ", words) + ", got '" + word + "'");
    }
    return word;
  }

  private static Duration duration(Settings settings, String key) {
    Duration duration = settings.millis(key);
    if (!duration.isPositive()) {
      throw new SettingsException(
          key, "expected a positive number of milliseconds, got " + settings.text(key));
    }
    return duration;
  }
}
