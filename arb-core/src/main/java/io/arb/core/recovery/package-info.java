/** Agreement with the venue: what we believe against what it says. Owned by the engine thread. */
@NullMarked
package io.arb.core.recovery;

import org.jspecify.annotations.NullMarked;
