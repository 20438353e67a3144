/**
 * Messages of the Deribit API as records with the venue's names, and their total parsing: a text
 * becomes a record or a {@link io.arb.core.wire.WireFormatException}, never anything else. Unknown
 * members and enum values are let through; numbers stay exact decimals, whatever their form.
 *
 * <p>Knows nothing of the domain model. Everything is immutable and safe from any thread.
 */
@NullMarked
package io.arb.deribit.wire;

import org.jspecify.annotations.NullMarked;
