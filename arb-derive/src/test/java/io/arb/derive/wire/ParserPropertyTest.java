package io.arb.derive.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.model.Perpetual;
import io.arb.core.wire.Fields;
import io.arb.core.wire.Json;
import io.arb.core.wire.WireFormatException;
import io.arb.derive.Sample;
import io.arb.derive.map.AccountReader;
import io.arb.derive.map.DeriveInstrument;
import io.arb.derive.map.MarketReader;
import io.arb.derive.map.OrderReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever arrives, a parser returns a value or throws a {@link WireFormatException}. */
class ParserPropertyTest {
  private static final int RUNS = 3_000;
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
    "\"0x\"",
    "\"2147483648\"",
    "1.5",
    "\"Infinity\"",
    "\"\\u0000\"",
    "\"ETH-20261399-1-C\"",
    "\"ETH-20261127-0-C\"",
    "{\"a\":[]}"
  };

  private static final Map<String, Consumer<JsonNode>> PARSERS =
      Map.of(
          Sample.order(Sample.ID, "open", "0"),
          node -> OrderReader.order(WireOrder.of(Fields.of(node, "order"))),
          Sample.trade(Sample.ID, "t", "0.1"),
          node -> OrderReader.fill(WireTrade.of(Fields.of(node, "trade"))),
          Sample.account(Sample.SUBACCOUNT),
          node -> AccountReader.snapshot(WireSubaccount.of(node), Sample.SUBACCOUNT, Instant.EPOCH),
          Sample.tickerOfPerpetual(),
          node -> MarketReader.ticker(Perpetual.of("ETH"), WireTicker.of(node), Instant.EPOCH),
          Sample.bookOfPerpetual(),
          node -> MarketReader.book(Perpetual.of("ETH"), WireBook.of(node), Instant.EPOCH),
          Sample.instrumentOfCall(),
          node -> DeriveInstrument.of(WireInstrument.of(Fields.of(node, "instrument"))),
          Sample.placed(Sample.order(Sample.ID, "open", "0"), Sample.trade(Sample.ID, "t", "1")),
          PlacedOrder::of,
          Sample.page("orders", Sample.order(Sample.ID, "open", "0")),
          node -> Page.of(node, "orders", WireOrder::of),
          "{\"status\":{\"a\":\"ok\"},\"current_subscriptions\":[\"a\"]}",
          SubscribeResult::of,
          "{\"id\":1,\"error\":{\"code\":1,\"message\":\"m\",\"data\":\"d\"}}",
          node -> DeriveFrame.parse(node.toString()));

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
    String frame = "{\"id\":1,\"result\":" + Sample.account(Sample.SUBACCOUNT) + "}";
    for (int run = 0; run < RUNS; run++) {
      StringBuilder text = new StringBuilder(frame.substring(0, random.nextInt(frame.length())));
      text.insert(random.nextInt(text.length() + 1), (char) random.nextInt(1, 0x250));
      assertTotal(node -> DeriveFrame.parse(text.toString()), Json.object(), seed);
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
