package io.arb.rysk.simulator;

import io.arb.core.evm.Address;

/** What one owner has of one token at the venue. */
public record RyskAccount(Address owner, Address token) {}
