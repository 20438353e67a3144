package io.arb.derive.sign;

/** What one kind of action is about; each module contract has its own layout. */
@FunctionalInterface
public interface ActionData {
  /**
   * The ABI encoding of the module's fields.
   *
   * @throws IllegalArgumentException if a value cannot be signed exactly
   */
  byte[] encode(Precision precision);
}
