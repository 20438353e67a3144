package io.arb.cli.config;

import io.arb.core.spi.ExchangeProvider;
import io.arb.core.spi.TradeSourceProvider;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The adapters on the class path, by id. Two with one id stop the start. */
public record InstalledAdapters(
    SortedMap<String, ExchangeProvider> exchanges, SortedMap<String, TradeSourceProvider> sources) {

  /** Looks them up with {@link ServiceLoader}. */
  public static InstalledAdapters find() {
    SortedMap<String, ExchangeProvider> exchanges = new TreeMap<>();
    for (ExchangeProvider provider : ServiceLoader.load(ExchangeProvider.class)) {
      refuseSecond(provider.id(), exchanges.put(provider.id(), provider), provider);
    }
    SortedMap<String, TradeSourceProvider> sources = new TreeMap<>();
    for (TradeSourceProvider provider : ServiceLoader.load(TradeSourceProvider.class)) {
      refuseSecond(provider.id(), sources.put(provider.id(), provider), provider);
    }
    return new InstalledAdapters(exchanges, sources);
  }

  private static void refuseSecond(String id, @Nullable Object earlier, Object later) {
    if (earlier != null) {
      throw new IllegalStateException(
          "two adapters call themselves '"
              + id
              + "': "
              + earlier.getClass().getName()
              + " and "
              + later.getClass().getName());
    }
  }
}
