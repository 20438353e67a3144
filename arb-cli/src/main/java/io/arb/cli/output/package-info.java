/**
 * How short commands print their results: columns declared once, rendered as aligned text, as JSON
 * lines or as CSV. A command declares {@link io.arb.cli.output.Column columns} of its result type,
 * mixes {@link io.arb.cli.output.OutputOptions} into itself and writes its results one by one. Used
 * by the thread that runs the command; nothing here is shared between threads.
 */
@NullMarked
package io.arb.cli.output;

import org.jspecify.annotations.NullMarked;
