/**
 * What short commands are asked, as named texts: options of the command line, or rows of a CSV or
 * JSON-lines file read one at a time. {@link io.arb.cli.input.Fields} turns texts into checked
 * values and says field, value and expectation when it cannot. Values are immutable; a {@link
 * io.arb.cli.input.RowReader} belongs to one thread.
 */
@NullMarked
package io.arb.cli.input;

import org.jspecify.annotations.NullMarked;
