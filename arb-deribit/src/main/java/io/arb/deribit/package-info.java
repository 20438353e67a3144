/** Deribit: the second hedge venue; this module holds its adapter. */
@NullMarked
package io.arb.deribit;

import org.jspecify.annotations.NullMarked;
