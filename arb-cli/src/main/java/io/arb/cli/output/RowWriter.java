package io.arb.cli.output;

/**
 * Prints results one by one. Owned by one thread. Closing prints what was held back; it does not
 * close the stream underneath.
 *
 * @param <T> what a row is made of
 */
public interface RowWriter<T> extends AutoCloseable {
  /**
   * Prints one result. Except under {@link Layout#TABLE} it has left the process when this returns.
   */
  void write(T row);

  /** True if nobody reads any more, as after {@code | head}: the rest need not be computed. */
  boolean isBroken();

  @Override
  void close();
}
