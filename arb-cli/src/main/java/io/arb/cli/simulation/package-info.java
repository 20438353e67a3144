/**
 * Simulated venues inside the process: one paper market, a Rysk and a Derive server on loopback
 * that it moves, throw-away keys. What a user rehearses on before any money is at stake.
 */
@NullMarked
package io.arb.cli.simulation;

import org.jspecify.annotations.NullMarked;
