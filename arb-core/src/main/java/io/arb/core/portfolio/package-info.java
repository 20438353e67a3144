/**
 * What we hold, what it is worth and how its value moves: positions by venue, cash, marks, exposure
 * and profit by part. Owned by the engine thread.
 */
@NullMarked
package io.arb.core.portfolio;

import org.jspecify.annotations.NullMarked;
