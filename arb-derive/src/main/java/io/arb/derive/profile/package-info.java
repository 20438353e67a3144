/**
 * The two generations of the Derive API and their networks: everything that differs between them,
 * as values. Immutable, safe from any thread.
 */
@NullMarked
package io.arb.derive.profile;

import org.jspecify.annotations.NullMarked;
