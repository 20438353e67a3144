package io.arb.deribit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.wire.Fields;
import io.arb.core.wire.Json;
import io.arb.core.wire.WireFormatException;
import io.arb.deribit.Sample;
import io.arb.deribit.map.DeribitInstrument;
import io.arb.deribit.map.Family;
import io.arb.deribit.map.LocalBook;
import io.arb.deribit.map.MarketReader;
import io.arb.deribit.map.Naming;
import io.arb.deribit.map.OrderReader;
import io.arb.deribit.map.PriceUnit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever arrives, a parser returns a value or throws a {@link WireFormatException}. */
class ParserPropertyTest {
  private static final int RUNS = 2_000;
  private static final Naming INVERSE = new Naming(Family.INVERSE, Family.LINEAR);
  private static final String[] ODD = {
    "null",
    "true",
    "-1",
    "0",
    "1e999",
    "1E-99",
    "\"\"",
    "\"NaN\"",
    "\"-0.1\"",
    "[]",
    "{}",
    "\"1e3\"",
    "[[1]]",
    "[null]",
    "99999999999999999999",
    "-7.5",
    "\"market_price\"",
    "1.5",
    "\"Infinity\"",
    "\"\\u0000\"",
    "\"ETH_USDC-32NOV26-1-C\"",
    "[[\"new\",1]]",
    "{\"a\":[]}",
    "[[\"new\",-1,1]]",
    "[[\"delete\",1,null]]",
    "\"snapshot\"",
    "\"change\""
  };

  private static final Map<String, Consumer<JsonNode>> PARSERS =
      Map.of(
          Sample.order(Sample.ID, "open", "0.0"),
          node ->
              OrderReader.order(
                  WireOrder.of(Fields.of(node, "order")), Sample.PERP, Optional.of(PriceUnit.USD)),
          Sample.trade(Sample.ID, "t", "0.1"),
          node -> {
            WireTrade trade = WireTrade.of(Fields.of(node, "trade"));
            OrderReader.fill(trade, Sample.CALL, true);
            OrderReader.fill(trade, Sample.PERP, false);
          },
          Sample.perpTicker("1", "2"),
          node ->
              MarketReader.ticker(Sample.PERP, WireTicker.of(node), PriceUnit.USD, Instant.EPOCH),
          Sample.callTicker(Sample.INVERSE_CALL_NAME, "0.02"),
          node -> {
            WireTicker ticker = WireTicker.of(node);
            MarketReader.ticker(
                Sample.CALL, ticker, MarketReader.unit(ticker, true), Instant.EPOCH);
          },
          Sample.snapshot("X", 7, "1", "2"),
          node -> {
            LocalBook book = new LocalBook();
            book.apply(WireBook.of(node));
            MarketReader.book(Sample.PERP, book, PriceUnit.USD, 1, Instant.EPOCH);
          },
          Sample.inverseCallRow(),
          node -> DeribitInstrument.of(WireInstrument.of(Fields.of(node, "instrument")), INVERSE),
          Sample.placed(Sample.order(Sample.ID, "open", "0.0"), Sample.trade(Sample.ID, "t", "1")),
          PlacedOrder::of,
          Sample.trades(Sample.trade(Sample.ID, "t", "1")),
          TradePage::of,
          Sample.summary("USDC"),
          WireAccount::of,
          "{\"id\":1,\"testnet\":true,\"error\":{\"code\":1,\"message\":\"m\",\"data\":{}}}",
          node -> DeribitFrame.parse(node.toString()));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void oddMessagesAreRefusedAndNothingElseHappens(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> texts = PARSERS.keySet().stream().sorted().toList();
    for (int run = 0; run < RUNS; run++) {
      String text = texts.get(random.nextInt(texts.size()));
      JsonNode message = Json.parse(text, "sample");
      spoil(message, random);
      assertTotal(PARSERS.getOrDefault(text, node -> {}), message, seed);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void cutAndGarbledTextIsRefusedAndNothingElseHappens(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String frame = "{\"id\":1,\"result\":" + Sample.summary("USDC") + "}";
    for (int run = 0; run < RUNS; run++) {
      StringBuilder text = new StringBuilder(frame.substring(0, random.nextInt(frame.length())));
      text.insert(random.nextInt(text.length() + 1), (char) random.nextInt(1, 0x250));
      assertTotal(node -> DeribitFrame.parse(text.toString()), Json.object(), seed);
    }
  }

  private static void assertTotal(Consumer<JsonNode> parser, JsonNode message, long seed) {
    try {
      parser.accept(message);
    } catch (WireFormatException expected) {
      assertThat(expected).as("seed " + seed).hasMessageContaining("must be");
    } catch (RuntimeException other) {
      throw new AssertionError("seed " + seed + ": " + message, other);
    }
  }

  /** Changes one member somewhere to something odd, or takes it away. */
  private static void spoil(JsonNode message, SplittableRandom random) {
    List<ObjectNode> objects = new ArrayList<>();
    collect(message, objects);
    ObjectNode object = objects.get(random.nextInt(objects.size()));
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    if (!names.isEmpty()) {
      String name = names.get(random.nextInt(names.size()));
      if (random.nextInt(5) == 0) {
        object.remove(name);
      } else {
        object.set(name, Json.parse(ODD[random.nextInt(ODD.length)], "odd"));
      }
    }
  }

  private static void collect(JsonNode node, List<ObjectNode> objects) {
    if (node instanceof ObjectNode object) {
      objects.add(object);
    }
    node.forEach(child -> collect(child, objects));
  }
}
