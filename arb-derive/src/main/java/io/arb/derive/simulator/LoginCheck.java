package io.arb.derive.simulator;

import io.arb.core.evm.Address;
import io.arb.core.evm.Signature;
import io.arb.derive.sign.LoginProof;
import java.time.Duration;
import java.time.Instant;

/**
 * Judges logins: a personal message over the milliseconds. The width of the window is not
 * documented: here a signature may be 60 seconds off; in V3 only the owner's own is judged by age.
 * Source: Derive API, public/login and "Authentication".
 */
final class LoginCheck {
  private static final long WINDOW_MILLIS = Duration.ofSeconds(60).toMillis();

  private final House house;

  LoginCheck(House house) {
    this.house = house;
  }

  Login check(String walletText, String timestampText, String signatureText) {
    if (house.faults().takeRefusedLogin()) {
      throw rejected(ErrorCode.BAD_SIGNATURE, "Login refused");
    }
    Address address = address(walletText);
    DeriveWallet wallet =
        house
            .registry()
            .wallet(address)
            .orElseThrow(() -> RpcError.of(ErrorCode.ACCOUNT_NOT_FOUND));
    long timestamp = timestamp(timestampText);
    Address signer = recover(address, timestamp, signatureText);
    Login login =
        Login.of(wallet, signer).orElseThrow(() -> rejected(ErrorCode.KEY_NOT_FOUND, "" + signer));
    Instant now = house.now();
    if (login.isExpired(now)) {
      throw RpcError.of(ErrorCode.KEY_EXPIRED);
    }
    boolean judged = !house.isV3() || login.key().isEmpty();
    if (judged && Math.abs(now.toEpochMilli() - timestamp) > WINDOW_MILLIS) {
      throw rejected(ErrorCode.BAD_SIGNATURE, "Timestamp is too far from the server's time");
    }
    return login;
  }

  static Address address(String text) {
    try {
      return Address.of(text);
    } catch (IllegalArgumentException e) {
      throw RpcError.invalid("wallet must be an Ethereum address");
    }
  }

  private static long timestamp(String text) {
    if (!text.matches("[0-9]{1,15}")) {
      throw RpcError.invalid("timestamp must be milliseconds since 1970");
    }
    return Long.parseLong(text);
  }

  private Address recover(Address wallet, long timestamp, String signature) {
    try {
      return new LoginProof(wallet, timestamp, Signature.parse(signature)).recoverSigner();
    } catch (IllegalArgumentException e) {
      throw rejected(ErrorCode.BAD_SIGNATURE, "Signature cannot be recovered");
    }
  }

  private RpcError rejected(ErrorCode code, String data) {
    house.ledger().rejectedSignature();
    return RpcError.of(code, data);
  }
}
