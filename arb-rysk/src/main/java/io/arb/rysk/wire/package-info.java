/**
 * The frames and HTTP bodies of Rysk V12, with the venue's own field names and scaled integers.
 * Parsing is total: whatever arrives becomes a record, and what cannot be read becomes one that
 * says why. Nothing here connects, converts units or decides.
 *
 * <p>Everything is immutable and safe from any thread.
 */
@NullMarked
package io.arb.rysk.wire;

import org.jspecify.annotations.NullMarked;
