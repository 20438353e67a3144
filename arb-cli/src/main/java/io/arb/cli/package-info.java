/** The {@code arb} command line: composes, decides nothing. */
@NullMarked
package io.arb.cli;

import org.jspecify.annotations.NullMarked;
