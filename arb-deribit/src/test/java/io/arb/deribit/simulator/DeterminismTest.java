package io.arb.deribit.simulator;

import static io.arb.deribit.simulator.Exchange.PERP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.wire.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The same seed and the same requests give the same answers. */
@Execution(ExecutionMode.CONCURRENT)
final class DeterminismTest {
  private static List<JsonNode> play(long seed) {
    List<JsonNode> answers = new ArrayList<>();
    try (Exchange exchange = new Exchange(config -> config.withSeed(seed));
        Client client = exchange.alice()) {
      Product option = exchange.option(Flavour.INVERSE);
      client.subscribe("book." + PERP + ".raw", "ticker." + option.name() + ".100ms");
      for (int i = 0; i < 5; i++) {
        answers.add(client.result("private/buy", Exchange.ioc(PERP, "30000", exchange.perp(9))));
        exchange.turn(Duration.ofMillis(1_500));
        answers.add(
            client.result(
                "private/sell", Exchange.ioc(option.name(), "2", exchange.option(option, -5))));
        answers.add(
            client.result("public/get_order_book", Json.object().put("instrument_name", PERP)));
      }
      answers.add(client.result("private/get_account_summaries", Json.object()));
    }
    return answers;
  }

  @Test
  void repeatsItselfForTheSameSeed() {
    assertThat(play(5)).isEqualTo(play(5));
  }

  @Test
  void differsForAnotherSeed() {
    assertThat(play(5)).isNotEqualTo(play(6));
  }
}
