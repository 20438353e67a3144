package io.arb.derive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.derive.profile.DeriveProfile;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of order entry, alone and together with the next one. */
final class OrderRulesTest {
  /** How to break one rule, in the order in which the simulator looks. */
  enum Broken {
    SHAPE(-32602),
    SUBACCOUNT(14001),
    INSTRUMENT(12001),
    AMOUNT(11012),
    PRICE(11013),
    POST_ONLY_TYPE(11010),
    REDUCE_ONLY_GTC(11024),
    SIGNATURE_EXPIRY(11011),
    NONCE_DATE(11018),
    SIGNATURE(14014),
    SIGNER(14023),
    MAX_FEE(11023),
    MARGIN(11000),
    LATE(11022);

    final int code;

    Broken(int code) {
      this.code = code;
    }

    /** Before the order is signed. */
    void prepare(Exchange exchange, ObjectNode order) {
      var unused =
          switch (this) {
            case SHAPE, SIGNATURE, SIGNER -> order;
            case SUBACCOUNT -> order.put("subaccount_id", 999);
            case INSTRUMENT -> order.put("instrument_name", "ETH-19990101-1-C");
            case AMOUNT -> order.put("amount", "0.1001");
            case PRICE -> order.put("limit_price", "1900.005");
            case POST_ONLY_TYPE ->
                order.put("order_type", "market").put("time_in_force", "post_only");
            case REDUCE_ONLY_GTC -> order.put("reduce_only", true);
            case SIGNATURE_EXPIRY ->
                order.put("signature_expiry_sec", exchange.clock.instant().getEpochSecond() + 299);
            case NONCE_DATE -> {
              exchange.nonce(order, exchange.clock.instant().plus(Duration.ofHours(2)));
              yield order;
            }
            case MAX_FEE -> order.put("max_fee", "0.1");
            case MARGIN -> order.put("amount", "9000");
            case LATE -> order.put("reject_timestamp", exchange.clock.instant().toEpochMilli() - 1);
          };
    }

    /** After it is signed. */
    void spoil(ObjectNode order) {
      var unused =
          switch (this) {
            case SHAPE -> order.put("direction", "sideways");
            case SIGNATURE -> order.put("signer", Exchange.READER.address().checksummed());
            default -> order;
          };
    }
  }

  private static int code(DeriveProfile profile, List<Broken> rules) {
    try (Exchange exchange = Exchange.quiet(profile);
        Client client = exchange.alice()) {
      ObjectNode order = exchange.order("buy", "0.5", exchange.perp(-10));
      rules.forEach(rule -> rule.prepare(exchange, order));
      var signer = rules.contains(Broken.SIGNER) ? Exchange.STRANGER : Exchange.ALICE_KEY;
      exchange.signed(order, Exchange.ALICE.address(), signer);
      rules.forEach(rule -> rule.spoil(order));
      return client.code("private/order", order);
    }
  }

  @ParameterizedTest
  @EnumSource(Broken.class)
  void refusesABrokenRuleInV2(Broken rule) {
    assertThat(code(DeriveProfile.V2_MAINNET, List.of(rule))).isEqualTo(rule.code);
  }

  @ParameterizedTest
  @EnumSource(Broken.class)
  void refusesABrokenRuleInV3(Broken rule) {
    assertThat(code(DeriveProfile.V3_MAINNET, List.of(rule))).isEqualTo(rule.code);
  }

  static Stream<Arguments> neighbours() {
    List<Broken> rules = List.of(Broken.values());
    return IntStream.range(1, rules.size())
        .mapToObj(i -> Arguments.of(rules.get(i - 1), rules.get(i)));
  }

  @ParameterizedTest
  @MethodSource("neighbours")
  void namesTheEarlierOfTwoBrokenRules(Broken earlier, Broken later) {
    assertThat(code(DeriveProfile.V3_MAINNET, List.of(earlier, later))).isEqualTo(earlier.code);
  }
}
