/**
 * Simulated venues inside the process: one paper market, a Rysk server and that of the hedge venue
 * on loopback, which it moves, throw-away keys. What a user rehearses on before any money is at
 * stake.
 */
@NullMarked
package io.arb.cli.simulation;

import org.jspecify.annotations.NullMarked;
