/** State that outlives the process. */
@NullMarked
package io.arb.cache;

import org.jspecify.annotations.NullMarked;
