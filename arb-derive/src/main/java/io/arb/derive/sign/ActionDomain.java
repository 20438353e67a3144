package io.arb.derive.sign;

import io.arb.core.evm.Address;
import io.arb.core.evm.Eip712;
import io.arb.core.evm.Eip712Domain;
import io.arb.core.evm.Recovery;
import io.arb.core.evm.Signature;
import io.arb.core.evm.Signer;

/** Where an action is valid: signs and checks for one chain and one matching contract. */
public final class ActionDomain {
  private final byte[] separator;
  private final Precision precision;

  public ActionDomain(Eip712Domain domain, Precision precision) {
    this(domain.separator(), precision);
  }

  ActionDomain(byte[] separator, Precision precision) {
    this.separator = separator.clone();
    this.precision = precision;
  }

  /** A fresh array of 32 bytes. */
  public byte[] separator() {
    return separator.clone();
  }

  /**
   * The 32 bytes to sign.
   *
   * @throws IllegalArgumentException if a value of the action cannot be signed exactly
   */
  public byte[] digest(Action action) {
    return Eip712.digest(separator, action.hash(precision));
  }

  /**
   * Signs an action.
   *
   * @throws IllegalArgumentException if it names another signer, or as {@link #digest} does
   */
  public Signature sign(Action action, Signer signer) {
    if (!signer.address().equals(action.signer())) {
      throw new IllegalArgumentException(
          "action must be signed by " + action.signer() + ", got " + signer.address());
    }
    return signer.sign(digest(action));
  }

  /** Who made a signature under an action; it is valid only if that is the action's signer. */
  public Address recover(Action action, Signature signature) {
    return Recovery.signer(digest(action), signature);
  }
}
