/** Rysk Finance: maker client and server simulator. */
@NullMarked
package io.arb.rysk;

import org.jspecify.annotations.NullMarked;
