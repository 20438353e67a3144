package io.arb.derive.simulator;

import io.arb.core.evm.Address;
import io.arb.core.evm.Recovery;
import io.arb.core.evm.Signature;
import io.arb.core.model.Instrument;
import io.arb.core.model.Side;
import io.arb.derive.profile.ActionModule;
import io.arb.derive.sign.Action;
import io.arb.derive.sign.TradeData;
import java.util.Optional;

/**
 * Rebuilds what a client must have signed, from the request and the instrument, and compares. Owned
 * by the simulator's thread.
 */
final class Signing {
  private final House house;

  Signing(House house) {
    this.house = house;
  }

  Action action(OrderForm form, Instrument instrument, Address owner) {
    return new Action(
        form.subaccountId(),
        form.nonce(),
        house.config().profile().module(ActionModule.TRADE),
        new TradeData(
            house.listing().asset(instrument),
            Listing.subId(instrument),
            form.limitPrice(),
            form.amount(),
            form.maxFee(),
            form.subaccountId(),
            form.side() == Side.BUY),
        form.signatureExpirySec(),
        owner,
        form.signer());
  }

  /**
   * Who signed; empty if nobody can have made the signature.
   *
   * @throws IllegalArgumentException if a value cannot be signed exactly
   */
  Optional<Address> recover(Action action, String signature) {
    byte[] digest = house.domain().digest(action);
    try {
      return Optional.of(Recovery.signer(digest, Signature.parse(signature)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Refuses a signature that does not fit (14014), then a signer without rights (14023). */
  void check(OrderForm form, Instrument instrument, DeriveWallet wallet) {
    Optional<Address> signer =
        recover(action(form, instrument, wallet.address()), form.signature());
    if (!signer.equals(Optional.of(form.signer()))) {
      throw rejected(ErrorCode.BAD_SIGNATURE, "Signature does not match data");
    }
    Login signing =
        Login.of(wallet, form.signer())
            .filter(login -> !login.isExpired(house.now()))
            .orElseThrow(
                () -> rejected(ErrorCode.SIGNER_UNKNOWN, "Session key does not belong to wallet"));
    if (!signing.covers(form.subaccountId()) || !signing.mayTrade(instrument)) {
      throw RpcError.of(ErrorCode.SCOPE);
    }
    boolean outlives =
        signing
            .key()
            .filter(key -> form.signatureExpirySec() > key.expiresAt().getEpochSecond())
            .isPresent();
    if (house.isV3() && outlives) {
      throw RpcError.of(ErrorCode.SIGNATURE_OUTLIVES_KEY);
    }
  }

  private RpcError rejected(ErrorCode code, String data) {
    house.ledger().rejectedSignature();
    return RpcError.of(code, data);
  }
}
