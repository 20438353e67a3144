package io.arb.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SignatureException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.web3j.crypto.Hash;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;
import org.web3j.crypto.StructuredDataEncoder;
import org.web3j.utils.Numeric;
import picocli.CommandLine;

/** Recovers the signers of recorded frames with another library than the one that signed them. */
@Execution(ExecutionMode.CONCURRENT)
class RecordedSignaturesTest {
  private static final Path DEMO = Path.of("..", "examples", "demo.yaml");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RYSK_BASE_SEPOLIA = "0x0ff34dd648b68f09b199b60b91442e750fd13fdc";
  private static final String V3_DOMAIN_SEPARATOR =
      "0xda616dfabb88681b08e1592820a41d55ddc62d68de110e327ae99d734506fe19";
  private static final String ACTION_TYPE_HASH =
      "0x4d7a9f27c403ff9c0f19bce61d76d82f9aa29f8d6d4b0c5474607d9770d1af17";
  private static final String TRADE_MODULE = "0xB8D20c2B7a1Ad2EE33Bc50eF10876eD3035b5e7b";
  private static final String OPTION_ASSET = "0x4BB4C3CDc7562f08e9910A0C7D8bB7e108861eB4";
  private static final String PERPETUAL_ASSET = "0xAf65752C4643E25C02F693f9D4FE19cF23a095E3";
  private static final String QUOTE_TYPES =
      """
      {"EIP712Domain":[{"name":"name","type":"string"},{"name":"version","type":"string"},
        {"name":"chainId","type":"uint256"},{"name":"verifyingContract","type":"address"}],
       "Quote":[{"name":"assetAddress","type":"address"},{"name":"chainId","type":"uint256"},
        {"name":"isPut","type":"bool"},{"name":"strike","type":"uint256"},
        {"name":"expiry","type":"uint64"},{"name":"maker","type":"address"},
        {"name":"nonce","type":"uint64"},{"name":"price","type":"uint256"},
        {"name":"quantity","type":"uint256"},{"name":"isTakerBuy","type":"bool"},
        {"name":"validUntil","type":"uint64"},{"name":"usd","type":"address"},
        {"name":"collateralAsset","type":"address"}]}\
      """;

  private final Path folder;

  RecordedSignaturesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Every frame that left, as the frame log has it. */
  private List<JsonNode> framesSent() throws IOException {
    Path log = folder.resolve("frames.jsonl");
    StringWriter out = new StringWriter();
    int exit =
        new CommandLine(new RunCommand())
            .setOut(new PrintWriter(out))
            .execute(
                "--config", DEMO.toString(), "--for", "10s", "--record", log.toString(), "--quiet");
    assertThat(exit).as(out.toString()).isZero();
    assertThat(out.toString().lines()).as("a quiet run prints its report only").hasSize(1);
    List<JsonNode> sent = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      JsonNode frame = JSON.readTree(line);
      if (frame.path("dir").asText().equals("out")) {
        sent.add(frame.path("text"));
      }
    }
    return sent;
  }

  @Test
  void quotesAndOrdersAreSignedByTheAccountsTheyName() throws IOException, SignatureException {
    List<JsonNode> sent = framesSent();
    String wallet = only(sent, "public/login").getFirst().path("wallet").asText();
    List<JsonNode> quotes = only(sent, "quote");
    List<JsonNode> orders = only(sent, "private/order");

    assertThat(quotes).isNotEmpty();
    for (JsonNode quote : quotes) {
      assertThat(signer(quoteDigest(quote), quote)).isEqualTo(quote.path("maker").asText());
    }
    assertThat(orders).isNotEmpty();
    for (JsonNode order : orders) {
      assertThat(signer(orderDigest(order, wallet), order))
          .isEqualToIgnoringCase(order.path("signer").asText());
    }
    assertThat(only(sent, "public/login"))
        .as("a login proof could be used again: it is masked")
        .allSatisfy(login -> assertThat(login.path("signature").asText()).isEqualTo("***"));
  }

  /** The params of all requests with one method. */
  private static List<JsonNode> only(List<JsonNode> sent, String method) {
    return sent.stream()
        .filter(frame -> frame.path("method").asText().equals(method))
        .map(frame -> frame.path("params"))
        .toList();
  }

  private static String signer(byte[] digest, JsonNode params) throws SignatureException {
    byte[] signature = Numeric.hexStringToByteArray(params.path("signature").asText());
    Sign.SignatureData data =
        new Sign.SignatureData(
            signature[64],
            Arrays.copyOfRange(signature, 0, 32),
            Arrays.copyOfRange(signature, 32, 64));
    return Numeric.prependHexPrefix(Keys.getAddress(Sign.signedMessageHashToKey(digest, data)));
  }

  private static byte[] quoteDigest(JsonNode params) throws IOException {
    ObjectNode typed = JSON.createObjectNode();
    typed.set("types", JSON.readTree(QUOTE_TYPES));
    typed.put("primaryType", "Quote");
    typed
        .putObject("domain")
        .put("name", "rysk")
        .put("version", "0.0.0")
        .put("chainId", params.path("chainId").asLong())
        .put("verifyingContract", RYSK_BASE_SEPOLIA);
    typed.set("message", params);
    return new StructuredDataEncoder(typed.toString()).hashStructuredData();
  }

  /** An order of the V3 main network: Derive's action, written out word by word. */
  private static byte[] orderDigest(JsonNode params, String wallet) {
    String name = params.path("instrument_name").asText();
    byte[] data =
        words(
            number(name.endsWith("-PERP") ? PERPETUAL_ASSET : OPTION_ASSET),
            subId(name),
            scaled(params.path("limit_price")),
            scaled(params.path("amount")),
            scaled(params.path("max_fee")),
            params.path("subaccount_id").bigIntegerValue(),
            BigInteger.valueOf(params.path("direction").asText().equals("buy") ? 1 : 0));
    byte[] action =
        words(
            number(ACTION_TYPE_HASH),
            params.path("subaccount_id").bigIntegerValue(),
            new BigInteger(params.path("nonce").asText()),
            number(TRADE_MODULE),
            new BigInteger(1, Hash.sha3(data)),
            params.path("signature_expiry_sec").bigIntegerValue(),
            number(wallet),
            number(params.path("signer").asText()));
    byte[] message = new byte[66];
    message[0] = 0x19;
    message[1] = 0x01;
    System.arraycopy(Numeric.hexStringToByteArray(V3_DOMAIN_SEPARATOR), 0, message, 2, 32);
    System.arraycopy(Hash.sha3(action), 0, message, 34, 32);
    return Hash.sha3(message);
  }

  /** The option's number on the chain: call bit, strike in 1e-8 USD, expiry at 08:00 UTC. */
  private static BigInteger subId(String name) {
    if (name.endsWith("-PERP")) {
      return BigInteger.ZERO;
    }
    String[] parts = name.split("-", -1);
    long expiry =
        LocalDate.parse(parts[1], DateTimeFormatter.BASIC_ISO_DATE)
            .atTime(8, 0)
            .toEpochSecond(ZoneOffset.UTC);
    BigInteger strike = new BigDecimal(parts[2]).movePointRight(8).toBigIntegerExact();
    BigInteger call = parts[3].equals("C") ? BigInteger.ONE.shiftLeft(95) : BigInteger.ZERO;
    return call.add(strike.shiftLeft(32)).add(BigInteger.valueOf(expiry));
  }

  private static BigInteger scaled(JsonNode decimal) {
    return new BigDecimal(decimal.asText()).movePointRight(18).toBigIntegerExact();
  }

  private static BigInteger number(String hex) {
    return Numeric.toBigInt(hex);
  }

  private static byte[] words(BigInteger... values) {
    byte[] bytes = new byte[32 * values.length];
    for (int i = 0; i < values.length; i++) {
      System.arraycopy(Numeric.toBytesPadded(values[i], 32), 0, bytes, 32 * i, 32);
    }
    return bytes;
  }
}
