/** Derive: exchange adapter and server simulator. */
@NullMarked
package io.arb.derive;

import org.jspecify.annotations.NullMarked;
