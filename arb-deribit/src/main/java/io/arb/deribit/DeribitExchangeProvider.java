package io.arb.deribit;

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

/** Makes {@link DeribitExchange}s: {@code hedging.exchange: deribit}. */
public final class DeribitExchangeProvider implements ExchangeProvider {
  /** What a frame log must not show: proofs of a login, and the tokens that come of it. */
  public static final MaskRules FRAME_SECRETS =
      MaskRules.NONE
          .inMethod("public/auth", "signature", "client_secret")
          .always("access_token", "refresh_token");

  /** For the service loader. */
  public DeribitExchangeProvider() {}

  @Override
  public String id() {
    return "deribit";
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(
        Capability.REPLACE, Capability.IMMEDIATE_OR_CANCEL, Capability.CANCEL_ON_DISCONNECT);
  }

  @Override
  public boolean needsSecret() {
    return true;
  }

  @Override
  public List<SettingKey> settings() {
    return DeribitSettings.KEYS;
  }

  @Override
  public Exchange open(Settings settings, AdapterContext context, EventSink events) {
    return new DeribitExchange(DeribitSettings.of(settings, context.secret()), context, events);
  }
}
