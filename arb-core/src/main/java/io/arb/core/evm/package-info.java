/**
 * Ethereum bytes: hexadecimal text, addresses, Keccak-256, EIP-712 typed data, personal messages
 * and secp256k1 signatures with recovery. What the Rysk and the Derive adapters sign and verify is
 * put together from these pieces; which fields a venue signs belongs to its adapter.
 *
 * <p>A leaf: it uses the JDK and BouncyCastle, nothing else of {@code io.arb}. Values are immutable
 * and safe from any thread, so are signers; only {@link io.arb.core.evm.AbiWords} is a builder for
 * one thread. No message of an exception repeats the text it refused, because that text may be a
 * key.
 */
@NullMarked
package io.arb.core.evm;

import org.jspecify.annotations.NullMarked;
