package io.arb.derive;

import io.arb.core.evm.Address;
import io.arb.core.model.Underlying;
import io.arb.core.spi.SettingKey;
import io.arb.core.spi.SettingKey.Kind;
import io.arb.core.spi.Settings;
import io.arb.core.spi.SettingsException;
import io.arb.core.wire.Backoff;
import io.arb.derive.map.Account;
import io.arb.derive.profile.DeriveProfile;
import io.arb.derive.session.RequestRates;
import io.arb.derive.session.SessionSettings;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * The settings of the adapter, checked.
 *
 * @param underlyings short names in capitals
 * @param signatureLifetime how long an order may rest
 * @param resolveConfirm how long to wait before looking a second time for an order that was found
 *     nowhere
 */
record DeriveSettings(
    SessionSettings session,
    URI restUri,
    List<String> underlyings,
    Duration signatureLifetime,
    Duration resolveConfirm) {

  static final List<SettingKey> KEYS =
      List.of(
          SettingKey.optional("profile", Kind.TEXT, "v3", "generation of the API: v3 or v2"),
          SettingKey.optional("network", Kind.TEXT, "mainnet", "mainnet or testnet"),
          SettingKey.optional("websocket_url", Kind.URI, "", "default: the profile's"),
          SettingKey.optional("rest_url", Kind.URI, "", "default: the profile's"),
          SettingKey.required("wallet", Kind.ADDRESS, "account that owns the subaccount"),
          SettingKey.required("subaccount_id", Kind.INTEGER, "the subaccount to trade"),
          SettingKey.optional("underlyings", Kind.TEXT_LIST, "ETH", "what to list and trade"),
          SettingKey.optional(
              "matching_per_second", Kind.DECIMAL, "1", "orders and cancels a second"),
          SettingKey.optional("other_per_second", Kind.DECIMAL, "5", "other requests a second"),
          SettingKey.optional(
              "instrument_per_second", Kind.DECIMAL, "1", "orders and cancels of one instrument"),
          SettingKey.optional(
              "instrument_burst", Kind.INTEGER, "5", "of those, at once after a pause"),
          SettingKey.optional(
              "signature_lifetime_s", Kind.INTEGER, "3600", "longest rest of an order, from 300"),
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
              "cancel_on_disconnect", Kind.BOOLEAN, "true", "have the venue cancel our orders"),
          SettingKey.optional(
              "signature_hex_prefix", Kind.BOOLEAN, "true", "send signatures with 0x"));

  private static final long MIN_LIFETIME_SEC = 300;
  private static final long MAX_BURST = 100_000;
  private static final long MAX_LIFETIME_SEC = 10_368_000;

  DeriveSettings {
    underlyings = List.copyOf(underlyings);
  }

  /**
   * Reads the settings.
   *
   * @throws SettingsException if one is impossible
   */
  static DeriveSettings of(Settings settings) {
    DeriveProfile profile = profile(settings);
    Account account =
        new Account(
            profile,
            wallet(settings),
            positive("subaccount_id", settings.integer("subaccount_id")),
            settings.flag("signature_hex_prefix"));
    SessionSettings session =
        new SessionSettings(
            account,
            uri(settings, "websocket_url", profile.webSocketUri()),
            rates(settings),
            duration(settings, "request_timeout_ms"),
            settings.flag("cancel_on_disconnect"),
            backoff(settings),
            duration(settings, "market_silence_ms"));
    return new DeriveSettings(
        session,
        uri(settings, "rest_url", profile.restUri()),
        underlyings(settings),
        lifetime(settings),
        duration(settings, "resolve_confirm_ms"));
  }

  Account account() {
    return session.account();
  }

  private static DeriveProfile profile(Settings settings) {
    String generation = settings.text("profile");
    if (!generation.equals("v2") && !generation.equals("v3")) {
      throw new SettingsException("profile", "expected v3 or v2, got '" + generation + "'");
    }
    String network = settings.text("network");
    if (!network.equals("mainnet") && !network.equals("testnet")) {
      throw new SettingsException("network", "expected mainnet or testnet, got '" + network + "'");
    }
    return DeriveProfile.of(generation, network);
  }

  private static Address wallet(Settings settings) {
    try {
      return Address.of(settings.text("wallet"));
    } catch (IllegalArgumentException e) {
      throw new SettingsException("wallet", "expected 0x and 40 hexadecimal digits");
    }
  }

  private static URI uri(Settings settings, String key, URI profileUri) {
    return settings.text(key).isEmpty() ? profileUri : settings.uri(key);
  }

  private static List<String> underlyings(Settings settings) {
    List<String> underlyings = settings.list("underlyings");
    if (underlyings.isEmpty()) {
      throw new SettingsException("underlyings", "expected at least one, got none");
    }
    try {
      underlyings.forEach(Underlying::new);
    } catch (IllegalArgumentException e) {
      throw new SettingsException("underlyings", "expected capitals, got " + underlyings);
    }
    return underlyings;
  }

  private static Backoff backoff(Settings settings) {
    Duration first = duration(settings, "reconnect_first_ms");
    Duration max = duration(settings, "reconnect_max_ms");
    if (max.compareTo(first) < 0) {
      throw new SettingsException("reconnect_max_ms", "expected at least reconnect_first_ms");
    }
    return new Backoff(first, max, 2.0, Backoff.STANDARD.stableAfter());
  }

  private static Duration lifetime(Settings settings) {
    long seconds = settings.integer("signature_lifetime_s");
    if (seconds < MIN_LIFETIME_SEC || seconds > MAX_LIFETIME_SEC) {
      throw new SettingsException(
          "signature_lifetime_s",
          "expected " + MIN_LIFETIME_SEC + " to " + MAX_LIFETIME_SEC + ", got " + seconds);
    }
    return Duration.ofSeconds(seconds);
  }

  private static RequestRates rates(Settings settings) {
    long burst = positive("instrument_burst", settings.integer("instrument_burst"));
    if (burst > MAX_BURST) {
      throw new SettingsException(
          "instrument_burst", "expected 1 to " + MAX_BURST + ", got " + burst);
    }
    return new RequestRates(
        rate(settings, "matching_per_second"),
        rate(settings, "other_per_second"),
        rate(settings, "instrument_per_second"),
        (int) burst);
  }

  private static BigDecimal rate(Settings settings, String key) {
    BigDecimal rate = settings.decimal(key);
    if (rate.signum() <= 0 || rate.compareTo(BigDecimal.valueOf(100_000)) > 0) {
      throw new SettingsException(key, "expected a rate above 0, got " + rate);
    }
    return rate;
  }

  private static Duration duration(Settings settings, String key) {
    Duration duration = settings.millis(key);
    positive(key, duration.toMillis());
    return duration;
  }

  private static long positive(String key, long value) {
    if (value <= 0) {
      throw new SettingsException(key, "expected a positive number, got " + value);
    }
    return value;
  }
}
