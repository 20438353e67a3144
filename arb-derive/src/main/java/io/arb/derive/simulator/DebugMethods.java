package io.arb.derive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.evm.Address;
import io.arb.core.evm.Hex;
import io.arb.core.evm.Keccak256;
import io.arb.core.model.Instrument;
import io.arb.core.wire.Json;
import io.arb.derive.sign.Action;
import java.util.Map;

/**
 * {@code private/order_debug}: what the simulator would have signed. Source: Derive API,
 * private/order_debug. Owned by the simulator's thread.
 */
final class DebugMethods {
  private final House house;
  private final Signing signing;

  DebugMethods(House house) {
    this.house = house;
    this.signing = new Signing(house);
  }

  void addTo(Map<String, Method> table) {
    table.put("private/order_debug", Method.of(Access.READ, this::order));
  }

  private JsonNode order(Call call) {
    OrderForm form = OrderForm.read(call.params(), house.nonces());
    Instrument instrument = house.listing().require(form.instrumentName());
    try {
      Action action = signing.action(form, instrument, call.caller().wallet().address());
      return hashes(form, action);
    } catch (IllegalArgumentException e) {
      throw RpcError.invalid(e);
    }
  }

  private ObjectNode hashes(OrderForm form, Action action) {
    byte[] encoded = action.data().encode(house.generation().precision());
    ObjectNode json = Json.object();
    json.put("encoded_data", Hex.encode(encoded));
    json.put("encoded_data_hashed", Hex.encode(Keccak256.hash(encoded)));
    json.put("typed_data_hash", Hex.encode(house.domain().digest(action)));
    if (house.isV3()) {
      json.put("domain_separator", Hex.encode(house.domain().separator()));
      json.put("module", action.module().checksummed());
      json.put("owner", action.owner().checksummed());
      json.put("expected_signer", form.signer().checksummed());
      json.put(
          "recovered_signer",
          signing.recover(action, form.signature()).map(Address::checksummed).orElse(null));
    }
    return json;
  }
}
