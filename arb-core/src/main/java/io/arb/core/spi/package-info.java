/**
 * What others may plug in: exchanges, trade sources, ledgers, caches. Implementations are found by
 * {@link java.util.ServiceLoader} through their providers' ids; configuration chooses.
 *
 * <p>Calls never block and never throw for what a venue does: outcomes arrive as events, from any
 * thread, through the {@link io.arb.core.spi.EventSink}.
 */
@NullMarked
package io.arb.core.spi;

import org.jspecify.annotations.NullMarked;
