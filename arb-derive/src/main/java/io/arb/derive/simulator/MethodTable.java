package io.arb.derive.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/** All methods that the simulator knows, by name. */
final class MethodTable {
  private MethodTable() {}

  static Map<String, Method> of(House house, StateThread thread, Publisher publisher) {
    Map<String, Method> table = new LinkedHashMap<>();
    new SessionMethods(house, publisher).addTo(table);
    new InstrumentMethods(house).addTo(table);
    new MarketMethods(house).addTo(table);
    new OrderMethods(house, thread).addTo(table);
    new CancelMethods(house, thread).addTo(table);
    new HistoryMethods(house).addTo(table);
    new AccountMethods(house).addTo(table);
    new DebugMethods(house).addTo(table);
    return table;
  }
}
