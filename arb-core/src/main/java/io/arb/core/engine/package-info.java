/**
 * The engine: one thread that owns the trading state, its inbox, what carries out its commands, and
 * the {@code Arb} façade for programs that embed it.
 *
 * <p>{@link io.arb.core.engine.ArbitrageOrchestrator} decides: events in, commands out, no clock,
 * no I/O. Everything around it is plumbing.
 */
@NullMarked
package io.arb.core.engine;

import org.jspecify.annotations.NullMarked;
