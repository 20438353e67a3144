/**
 * Signing keys: read once at the start from a file or an environment variable, and shown to nobody.
 * Used by the main thread.
 */
@NullMarked
package io.arb.cli.keys;

import org.jspecify.annotations.NullMarked;
