package io.arb.derive.map;

import io.arb.core.evm.Address;
import io.arb.derive.profile.DeriveProfile;

/**
 * Whose orders these are.
 *
 * @param wallet the owner of the subaccount
 * @param hexPrefix whether signatures are sent with {@code 0x}
 */
public record Account(
    DeriveProfile profile, Address wallet, long subaccountId, boolean hexPrefix) {}
