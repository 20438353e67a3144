package io.arb.rysk;

import io.arb.core.evm.Address;
import io.arb.core.spi.AdapterContext;
import io.arb.core.spi.EventSink;
import io.arb.core.spi.SettingKey;
import io.arb.core.spi.Settings;
import io.arb.core.spi.SettingsException;
import io.arb.core.spi.TradeSourceProvider;
import java.util.List;

/** Makes {@link RyskTradeSource}s; found by ServiceLoader under the id {@code rysk}. */
public final class RyskTradeSourceProvider implements TradeSourceProvider {
  @Override
  public String id() {
    return "rysk";
  }

  @Override
  public List<SettingKey> settings() {
    return RyskSettings.KEYS;
  }

  @Override
  public RyskTradeSource open(Settings settings, AdapterContext context, EventSink events) {
    RyskSettings rysk = RyskSettings.from(settings);
    Address signer = context.signer().address();
    if (!rysk.maker().equals(signer)) {
      throw new SettingsException(
          "maker", "expected " + signer + ", the account of the key, got " + rysk.maker());
    }
    return new RyskTradeSource(rysk, context, events);
  }
}
