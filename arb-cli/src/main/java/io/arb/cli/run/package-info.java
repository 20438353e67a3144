/**
 * {@code arb run}: puts an instance together, shows what it does line by line, and reports at the
 * end. Composes; decides nothing.
 */
@NullMarked
package io.arb.cli.run;

import org.jspecify.annotations.NullMarked;
