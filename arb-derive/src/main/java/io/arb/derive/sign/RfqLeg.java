package io.arb.derive.sign;

import io.arb.core.evm.AbiWords;
import io.arb.core.evm.Address;
import io.arb.core.evm.Keccak256;
import io.arb.core.model.Side;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One instrument of a package that is traded by request for quote, with its price.
 *
 * @param instrumentName the venue's name; legs are signed in the order of their names
 * @param side as written in the request, before the direction of a quote is applied
 * @param price USD per unit, not negative
 * @param amount units, positive
 */
public record RfqLeg(
    String instrumentName,
    Address asset,
    BigInteger subId,
    Side side,
    BigDecimal price,
    BigDecimal amount) {
  private static final int OFFSET_OF_ELEMENTS = 32;

  public RfqLeg {
    if (amount.signum() <= 0) {
      throw new IllegalArgumentException("amount must be positive, got " + amount.toPlainString());
    }
    if (price.signum() < 0) {
      throw new IllegalArgumentException(
          "price must not be negative, got " + price.toPlainString());
    }
  }

  /**
   * The hash that a quote shows as {@code legs_hash}; compare before taking the quote.
   *
   * @param makerDirection of the quote, not of its taker
   */
  public static byte[] hash(List<RfqLeg> legs, Side makerDirection, Precision precision) {
    AbiWords words = new AbiWords().uint(OFFSET_OF_ELEMENTS);
    appendAll(legs, makerDirection, precision, words);
    return Keccak256.hash(words.toBytes());
  }

  /** The number of legs and the legs themselves, as the ABI encodes a dynamic array. */
  static void appendAll(
      List<RfqLeg> legs, Side makerDirection, Precision precision, AbiWords words) {
    words.uint(legs.size());
    for (RfqLeg leg : legs) {
      Side signed = makerDirection == Side.BUY ? leg.side : leg.side.opposite();
      BigDecimal amount = signed == Side.BUY ? leg.amount : leg.amount.negate();
      words
          .address(leg.asset)
          .uint(precision.unsigned("subId", leg.subId))
          .uint(precision.unsigned("price", leg.price))
          .int256(precision.signed("amount", amount));
    }
  }

  /** The legs of a message, which must be unique and ordered by name. */
  static List<RfqLeg> requireOrdered(List<RfqLeg> legs) {
    List<String> names = legs.stream().map(RfqLeg::instrumentName).toList();
    Set<String> unique = new HashSet<>(names);
    if (names.isEmpty()
        || unique.size() < names.size()
        || !names.stream().sorted().toList().equals(names)) {
      throw new IllegalArgumentException("legs must be unique and ordered by name, got " + names);
    }
    return List.copyOf(legs);
  }
}
