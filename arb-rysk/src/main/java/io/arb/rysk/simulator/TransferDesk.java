package io.arb.rysk.simulator;

import io.arb.core.evm.Address;
import io.arb.rysk.sign.RyskTransfer;
import java.math.BigInteger;

/**
 * Deposits and withdrawals. A deposit is credited some time after its acceptance; it is taken for
 * granted that the maker has the money and has approved the transfer. Owned by the simulator's
 * thread.
 */
final class TransferDesk {
  private static final int AMOUNT_BITS = 128;

  private final Venue venue;
  private final OTokens oTokens;

  TransferDesk(Venue venue, OTokens oTokens) {
    this.venue = venue;
    this.oTokens = oTokens;
  }

  /**
   * Checks and carries out one transfer.
   *
   * @param isDeposit what the method says; the signed field has to say the same
   * @return the account
   */
  Address transfer(Params params, boolean isDeposit) {
    RyskTransfer transfer =
        new RyskTransfer(
            params.account("user"),
            params.account("asset"),
            params.integer("chainId"),
            params.number("amount"),
            params.bool("isDeposit"),
            params.nonce("nonce"));
    String signature = params.text("signature");
    requirePossible(transfer, isDeposit);
    venue.nonces.requireUnspent(transfer.user(), transfer.nonce());
    requireAmount(transfer.amount());
    if (!QuoteDesk.isSigned(transfer, transfer.user(), venue.config.chain().domain(), signature)) {
      throw new Refused(RyskError.BAD_SIGNATURE, "invalid signature");
    }
    move(transfer);
    return transfer.user();
  }

  private void requirePossible(RyskTransfer transfer, boolean isDeposit) {
    if (transfer.isDeposit() != isDeposit) {
      throw new Refused(RyskError.BAD_PARAMS, "isDeposit does not fit the method");
    }
    if (transfer.chainId() != venue.config.chain().chainId()) {
      throw new Refused(RyskError.BAD_PARAMS, "chainId is not served here");
    }
    boolean known =
        transfer.asset().equals(venue.config.chain().strikeAsset())
            || oTokens.exists(transfer.asset());
    if (!known) {
      throw new Refused(RyskError.BAD_PARAMS, "asset is not supported");
    }
  }

  private static void requireAmount(BigInteger amount) {
    if (amount.signum() == 0 || amount.bitLength() > AMOUNT_BITS) {
      throw new Refused(RyskError.BAD_PARAMS, "amount must be from 1 to 2^128 - 1");
    }
  }

  private void move(RyskTransfer transfer) {
    Address user = transfer.user();
    Address asset = transfer.asset();
    BigInteger amount = transfer.amount();
    if (!transfer.isDeposit() && !venue.vault.covers(user, asset, amount)) {
      throw new Refused(RyskError.BALANCE_TOO_SMALL, "insufficient balance");
    }
    venue.nonces.spend(user, transfer.nonce());
    if (transfer.isDeposit()) {
      venue.agenda.after(
          venue.config.timing().transferAfter(), due -> venue.vault.credit(user, asset, amount));
    } else {
      venue.vault.debit(user, asset, amount);
    }
  }
}
