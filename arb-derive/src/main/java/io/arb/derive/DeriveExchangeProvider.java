package io.arb.derive;

import io.arb.core.spi.AdapterContext;
import io.arb.core.spi.Capability;
import io.arb.core.spi.EventSink;
import io.arb.core.spi.Exchange;
import io.arb.core.spi.ExchangeProvider;
import io.arb.core.spi.SettingKey;
import io.arb.core.spi.Settings;
import io.arb.core.wire.MaskRules;
import java.util.List;
import java.util.Set;

/** Makes {@link DeriveExchange}s: {@code hedging.exchange: derive}. */
public final class DeriveExchangeProvider implements ExchangeProvider {
  /**
   * What a frame log must not show: the proof of a login, which V3 accepts again at any later time.
   */
  public static final MaskRules FRAME_SECRETS =
      MaskRules.NONE.inMethod("public/login", "signature");

  /** For the service loader. */
  public DeriveExchangeProvider() {}

  @Override
  public String id() {
    return "derive";
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(
        Capability.REPLACE,
        Capability.IMMEDIATE_OR_CANCEL,
        Capability.CANCEL_ON_DISCONNECT,
        Capability.BURN_NONCE);
  }

  @Override
  public List<SettingKey> settings() {
    return DeriveSettings.KEYS;
  }

  @Override
  public Exchange open(Settings settings, AdapterContext context, EventSink events) {
    return new DeriveExchange(DeriveSettings.of(settings), context, events);
  }
}
