package io.arb.rysk.wire;

import io.arb.core.evm.Address;
import io.arb.core.wire.Fields;
import java.util.Optional;

/**
 * The signing domain that a request may bring along ({@code typeDataDomain}), as it was sent:
 * perhaps incomplete, perhaps of a stranger.
 *
 * @param name empty if absent or empty
 * @param version empty if absent or empty
 * @param salted whether there is a salt, which no domain of Rysk has
 */
public record TypedDataDomain(
    Optional<String> name,
    Optional<String> version,
    Optional<Long> chainId,
    Optional<Address> verifyingContract,
    boolean salted) {

  static TypedDataDomain read(Fields fields) {
    return new TypedDataDomain(
        fields.optionalText("name").filter(text -> !text.isEmpty()),
        fields.optionalText("version").filter(text -> !text.isEmpty()),
        fields.has("chainId")
            ? Optional.of(WireFields.chainId(fields, "chainId"))
            : Optional.empty(),
        WireFields.optionalAddress(fields, "verifyingContract"),
        fields.has("salt"));
  }
}
