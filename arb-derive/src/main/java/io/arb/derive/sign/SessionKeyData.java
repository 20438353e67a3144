package io.arb.derive.sign;

import io.arb.core.evm.AbiWords;
import io.arb.core.evm.Address;
import java.util.List;

/**
 * The registration of a session key, signed by the owner of the account with subaccount id 0. V3
 * only. Source: Derive API, private/set_session_key.
 *
 * @param expirySec seconds since 1970; at least five minutes ahead
 * @param scopeCodes the venue's numbers of the protocol scopes
 * @param subaccountIds empty: all
 */
public record SessionKeyData(
    Address sessionKey, long expirySec, List<Long> scopeCodes, List<Long> subaccountIds)
    implements ActionData {
  private static final long WORD = 32;
  private static final long HEAD_WORDS = 4;

  public SessionKeyData {
    scopeCodes = List.copyOf(scopeCodes);
    subaccountIds = List.copyOf(subaccountIds);
  }

  @Override
  public byte[] encode(Precision precision) {
    long offsetOfScopes = HEAD_WORDS * WORD;
    long offsetOfSubaccounts = offsetOfScopes + (1 + scopeCodes.size()) * WORD;
    AbiWords words =
        new AbiWords()
            .address(sessionKey)
            .uint(expirySec)
            .uint(offsetOfScopes)
            .uint(offsetOfSubaccounts);
    append(words, scopeCodes);
    append(words, subaccountIds);
    return words.toBytes();
  }

  private static void append(AbiWords words, List<Long> values) {
    words.uint(values.size());
    values.forEach(words::uint);
  }
}
