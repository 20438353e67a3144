package io.arb.rysk;

import io.arb.core.evm.Address;
import io.arb.core.evm.BouncyCastleSigner;
import io.arb.core.evm.PrivateKey;
import io.arb.core.evm.Signer;
import io.arb.core.model.Event;
import io.arb.core.model.Option;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Quote;
import io.arb.core.model.QuoteNonce;
import io.arb.core.model.RfqId;
import io.arb.core.model.SourceId;
import io.arb.core.model.Underlying;
import io.arb.core.spi.EventSink;
import io.arb.core.spi.Settings;
import io.arb.rysk.wire.AssetRecord;
import io.arb.rysk.wire.MakerFrame;
import io.arb.rysk.wire.RfqFrame;
import io.arb.rysk.wire.RfqRequest;
import io.arb.rysk.wire.SpecFrames;
import io.arb.rysk.wire.TradeRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The world of the protocol description's messages: one maker, one asset, one request. */
final class Fixtures {
  static final SourceId RYSK = new SourceId("rysk");
  static final RfqId RFQ_ID = new RfqId(SpecFrames.RFQ_ID);
  static final Address WETH = Address.of(SpecFrames.WETH);
  static final Address USDC = Address.of(SpecFrames.USDC);
  static final QuoteNonce NONCE = QuoteNonce.parse("1798000000000");

  /** While the request is open: half a minute before the example quote ends. */
  static final Instant NOW = Instant.ofEpochSecond(1798000000);

  static final Option CALL_3000 = Option.call("ETH", Instant.ofEpochSecond(1798185600), "3000");

  /** The throw-away test key of the signing vectors. */
  static final Signer SIGNER =
      new BouncyCastleSigner(
          PrivateKey.parse("0xa1a49104bd487ad179ee4d7e9ae5ea7adb6582f73b2d3274cb4f2d878ceaeefd"));

  private Fixtures() {}

  static Quote quote(QuoteNonce nonce, String bid) {
    return new Quote(
        nonce,
        RFQ_ID,
        RYSK,
        CALL_3000,
        Quantity.of("1"),
        Price.of(bid),
        Instant.ofEpochSecond(1798000030));
  }

  /** The settings of the protocol description's maker, changed as {@code changes} say. */
  static RyskSettings settings(Map<String, List<String>> changes) {
    return RyskSettings.from(given(changes));
  }

  static Settings given(Map<String, List<String>> changes) {
    Map<String, List<String>> given = new LinkedHashMap<>();
    given.put("websocket_url", List.of("wss://rip-testnet.rysk.finance/maker"));
    given.put("chain_id", List.of("84532"));
    given.put("maker", List.of(SpecFrames.MAKER));
    given.put("assets", List.of(SpecFrames.WETH));
    given.putAll(changes);
    return Settings.of(RyskSettings.KEYS, given);
  }

  static Scope scope(Map<String, List<String>> changes, EventSink events) {
    return new Scope(RYSK, settings(changes), () -> NOW, events, new Counters());
  }

  static Scope scope() {
    return scope(Map.of(), event -> {});
  }

  static AssetDirectory listedAssets() {
    AssetDirectory assets = new AssetDirectory(Map.of());
    assets.replace(AssetRecord.parse(SpecFrames.ASSETS, 84532));
    return assets;
  }

  static AssetDirectory configuredAssets() {
    return new AssetDirectory(Map.of(WETH, new Underlying("ETH")));
  }

  static RfqRequest request(String text) {
    return ((RfqFrame.Request) RfqFrame.parse(text)).request();
  }

  static TradeRecord trade(String text) {
    return ((MakerFrame.Traded) MakerFrame.parse(text)).trade();
  }

  static OpenRequest open(String text) {
    Screening screening = new RfqScreen(scope(), listedAssets()).screen(request(text), NOW);
    return ((Screening.Accepted) screening).request();
  }

  /** A quote for the example request, signed as it would be sent. */
  static SentQuote sent(QuoteNonce nonce, String bid) {
    OpenRequest open = open(SpecFrames.RFQ);
    Quote quote = quote(nonce, bid);
    var terms = open.terms(quote, SIGNER.address());
    return new SentQuote(quote, terms, terms.sign(SIGNER, open.domain()));
  }

  /** Keeps events in order; for one thread. */
  static final class Heard implements EventSink {
    final List<Event> events = new ArrayList<>();

    @Override
    public void accept(Event event) {
      events.add(event);
    }

    <E extends Event> Stream<E> of(Class<E> kind) {
      return events.stream().filter(kind::isInstance).map(kind::cast);
    }
  }
}
