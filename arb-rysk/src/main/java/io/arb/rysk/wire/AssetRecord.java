package io.arb.rysk.wire;

import static io.arb.rysk.wire.WireFields.AMOUNT_BITS;
import static io.arb.rysk.wire.WireFields.lenient;

import io.arb.core.evm.Address;
import io.arb.core.wire.Fields;
import io.arb.core.wire.Json;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * One entry of {@code GET /api/assets}: a token that options are written on or backed with.
 *
 * @param underlying short name of what it stands for, such as {@code ETH}
 * @param underlyingAssetAddress the base token of a staking form; its own address otherwise
 * @param minTradeSize units times 10^18
 * @param maxTradeSize units times 10^18
 */
public record AssetRecord(
    Address address,
    String symbol,
    String underlying,
    Optional<Address> underlyingAssetAddress,
    Optional<BigInteger> minTradeSize,
    Optional<BigInteger> maxTradeSize) {

  /**
   * The entries of one chain; one that cannot be read is left out.
   *
   * @throws io.arb.core.wire.WireFormatException if the body is no list of assets by chain id
   */
  public static List<AssetRecord> parse(String body, long chainId) {
    Fields chains = Fields.of(Json.parse(body, "assets"), "assets");
    String key = Long.toString(chainId);
    return chains.has(key)
        ? chains.array(key).stream()
            .flatMap(entry -> lenient(() -> read(Fields.of(entry, "asset"))).stream())
            .toList()
        : List.of();
  }

  private static AssetRecord read(Fields asset) {
    return new AssetRecord(
        WireFields.address(asset, "address"),
        asset.text("symbol"),
        asset.text("underlying"),
        lenient(() -> WireFields.address(asset, "underlyingAssetAddress")),
        lenient(() -> WireFields.unsigned(asset, "minTradeSize", AMOUNT_BITS)),
        lenient(() -> WireFields.unsigned(asset, "maxTradeSize", AMOUNT_BITS)));
  }
}
