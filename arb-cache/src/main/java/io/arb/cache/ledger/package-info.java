/**
 * The durable ledger: an append-only file of JSON lines that ordinary tools can read. Safe from any
 * thread.
 */
@NullMarked
package io.arb.cache.ledger;

import org.jspecify.annotations.NullMarked;
