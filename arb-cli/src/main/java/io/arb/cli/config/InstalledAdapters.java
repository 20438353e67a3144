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

  /**
   * Looks them up with {@link ServiceLoader}.
   *
   * @throws IllegalStateException if two have one id, naming both
   */
  public static InstalledAdapters find() {
    return of(
        ServiceLoader.load(ExchangeProvider.class), ServiceLoader.load(TradeSourceProvider.class));
  }

  /**
   * These adapters and no others.
   *
   * @throws IllegalStateException if two have one id, naming both
   */
  public static InstalledAdapters of(
      Iterable<ExchangeProvider> exchanges, Iterable<TradeSourceProvider> sources) {
    SortedMap<String, ExchangeProvider> exchangesById = new TreeMap<>();
    for (ExchangeProvider provider : exchanges) {
      refuseSecond(provider.id(), exchangesById.put(provider.id(), provider), provider);
    }
    SortedMap<String, TradeSourceProvider> sourcesById = new TreeMap<>();
    for (TradeSourceProvider provider : sources) {
      refuseSecond(provider.id(), sourcesById.put(provider.id(), provider), provider);
    }
    return new InstalledAdapters(exchangesById, sourcesById);
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
