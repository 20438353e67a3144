/** {@code arb trade}: talks to a running instance over its API on this machine. */
@NullMarked
package io.arb.cli.trade;

import org.jspecify.annotations.NullMarked;
