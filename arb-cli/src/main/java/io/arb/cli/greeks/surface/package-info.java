/**
 * {@code arb greeks surface}: reads option chains, has {@code io.arb.greeks.surface} fit them, and
 * prints or draws the result. Runs on the main thread.
 */
@NullMarked
package io.arb.cli.greeks.surface;

import org.jspecify.annotations.NullMarked;
