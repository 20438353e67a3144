package io.arb.cli.greeks;

import io.arb.cli.output.Column;
import java.util.List;
import java.util.Set;

/**
 * How the questions of a command are written, and its answers. Immutable.
 *
 * @param names what a row may say
 * @param ofOne columns of the answer to a command line
 * @param ofRow columns of an answer to a row, for programs
 * @param ofLine columns of an answer to a row, for people: what fits on a line
 */
record Sheet<T>(
    Set<String> names, List<Column<T>> ofOne, List<Column<T>> ofRow, List<Column<T>> ofLine) {}
