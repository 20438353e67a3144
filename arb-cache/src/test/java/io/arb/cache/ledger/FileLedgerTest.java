package io.arb.cache.ledger;

import static io.arb.core.market.MarketFixture.CALL;
import static io.arb.core.market.MarketFixture.NOW;
import static io.arb.core.market.MarketFixture.PERP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arb.core.engine.DurableIds;
import io.arb.core.model.ClientOrderId;
import io.arb.core.model.Confirmation;
import io.arb.core.model.Fill;
import io.arb.core.model.FillId;
import io.arb.core.model.LedgerEntry;
import io.arb.core.model.Liquidity;
import io.arb.core.model.Money;
import io.arb.core.model.OrderPurpose;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Quote;
import io.arb.core.model.QuoteNonce;
import io.arb.core.model.RfqId;
import io.arb.core.model.RiskState;
import io.arb.core.model.Side;
import io.arb.core.model.SourceId;
import io.arb.core.model.TimeInForce;
import io.arb.core.model.TradeId;
import io.arb.core.model.TradeState;
import io.arb.core.spi.Ledger.LedgerException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FileLedgerTest {
  private static final SourceId RYSK = new SourceId("rysk");
  private static final TradeId TRADE = new TradeId("rysk-1798000000000");
  private static final ClientOrderId ORDER = new ClientOrderId(1_791_273_600_123_456_000L);

  private final Path folder;
  private final Path file;

  FileLedgerTest(@TempDir Path folder) {
    this.folder = folder;
    this.file = folder.resolve("deep").resolve("arb.ledger");
  }

  static Stream<LedgerEntry> everyKindOfEntry() {
    return Stream.of(
        new LedgerEntry.SequenceReserved("quote_nonce_ms", 1_798_000_060_000L),
        new LedgerEntry.QuoteRecorded(
            new Quote(
                QuoteNonce.parse("18446744073709551615"),
                new RfqId("5b0c4a1e"),
                RYSK,
                CALL,
                Quantity.of("1.5"),
                Price.of("42.5"),
                NOW)),
        new LedgerEntry.TradeBooked(
            TRADE,
            new Confirmation(
                RYSK,
                new QuoteNonce(1_798_000_000_000L),
                CALL,
                Side.BUY,
                Quantity.of("1"),
                Price.of("42.500000000000000001"),
                Money.of("5.3125"),
                "0x3f1d",
                NOW)),
        new LedgerEntry.TradeMoved(TRADE, TradeState.HEDGED, "sold \"all\"\nof it"),
        new LedgerEntry.OrderIntended(
            order(), OrderPurpose.optionHedge(TRADE), Optional.of(new ClientOrderId(1000))),
        new LedgerEntry.OrderIntended(order(), OrderPurpose.gammaDdh(), Optional.empty()),
        new LedgerEntry.OrderEnded(ORDER, "FILLED", Quantity.of("1.5")),
        new LedgerEntry.FillBooked(
            new Fill(
                new FillId("t-1-maker"),
                Optional.of(ORDER),
                PERP,
                Side.SELL,
                Price.of("2500.25"),
                Quantity.of("0.3"),
                Money.of("-0.01"),
                Liquidity.MAKER,
                NOW)),
        new LedgerEntry.DeadLettered("trade " + TRADE, "insufficient margin"),
        new LedgerEntry.RiskStateMoved(RiskState.HALTED, "by hand"));
  }

  private static OrderRequest order() {
    return new OrderRequest(
        ORDER,
        CALL,
        Side.SELL,
        Quantity.of("1.5"),
        Price.of("81.2"),
        TimeInForce.POST_ONLY,
        false,
        NOW.plusSeconds(4));
  }

  private void write(LedgerEntry... entries) {
    try (FileLedger ledger = FileLedger.open(file)) {
      for (LedgerEntry entry : entries) {
        ledger.append(entry, NOW);
      }
    }
  }

  private List<LedgerEntry> readAgain() {
    try (FileLedger ledger = FileLedger.open(file)) {
      return ledger.read();
    }
  }

  @ParameterizedTest
  @MethodSource("everyKindOfEntry")
  void whatIsWrittenIsReadAgainAfterARestart(LedgerEntry entry) {
    write(entry);

    assertThat(readAgain()).containsExactly(entry);
  }

  @Test
  void entriesKeepTheirOrderOverRestarts() {
    List<LedgerEntry> all = everyKindOfEntry().toList();
    all.forEach(this::write);

    assertThat(readAgain()).isEqualTo(all);
  }

  @Test
  void anEmptyLedgerRemembersNothing() {
    assertThat(readAgain()).isEmpty();
  }

  @Test
  void aTornLastLineIsCutOffAtEveryByte() throws IOException {
    LedgerEntry first = new LedgerEntry.SequenceReserved("a", 1);
    write(first, new LedgerEntry.SequenceReserved("b", 2));
    byte[] whole = Files.readAllBytes(file);
    int firstLine = new String(whole, StandardCharsets.UTF_8).indexOf('\n') + 1;

    for (int length = firstLine; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(readAgain()).as("cut at byte %s", length).containsExactly(first);
      assertThat(Files.size(file)).isEqualTo(firstLine);
    }
  }

  @Test
  void afterATornLineWritingGoesOn() throws IOException {
    LedgerEntry first = new LedgerEntry.SequenceReserved("a", 1);
    LedgerEntry third = new LedgerEntry.SequenceReserved("c", 3);
    write(first);
    Files.writeString(file, "2026-11-22T12:00:00Z 0000", StandardOpenOption.APPEND);
    write(third);

    assertThat(readAgain()).containsExactly(first, third);
  }

  @Test
  void aDamagedLineInTheMiddleStopsTheStart() throws IOException {
    write(new LedgerEntry.SequenceReserved("a", 1), new LedgerEntry.SequenceReserved("b", 2));
    Files.writeString(file, Files.readString(file).replaceFirst("\"a\"", "\"z\""));

    assertThatThrownBy(() -> FileLedger.open(file))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("line 1");
  }

  @Test
  void aLineOfAnotherProgramStopsTheStart() throws IOException {
    Files.createDirectories(file.getParent());
    String foreign = new LedgerLine(NOW, "{\"type\":\"Unheard\"}").format();
    Files.writeString(file, foreign);

    assertThatThrownBy(() -> FileLedger.open(file)).hasMessageContaining("line 1");
  }

  @Test
  void twoCannotHaveOneLedger() {
    FileLedger first = FileLedger.open(file);

    assertThatThrownBy(() -> FileLedger.open(file)).hasMessageContaining("in use");
    first.close();
    assertThat(readAgain()).isEmpty();
  }

  @Test
  void whatCannotBeWrittenIsAnError() {
    FileLedger ledger = FileLedger.open(file);
    ledger.close();

    assertThatThrownBy(() -> ledger.append(new LedgerEntry.SequenceReserved("a", 1), NOW))
        .isInstanceOf(LedgerException.class);
  }

  @Test
  void aFolderIsNoLedger() {
    assertThatThrownBy(() -> FileLedger.open(folder)).hasMessageContaining("cannot be opened");
  }

  @Test
  void theFileIsReadableByEye() throws IOException {
    write(new LedgerEntry.OrderEnded(ORDER, "FILLED", Quantity.of("1.5")));

    assertThat(Files.readString(file))
        .matches(
            "2026-11-22T12:00:00Z [0-9a-f]{8}"
                + " \\{\"type\":\"OrderEnded\",\"id\":\"arb-1791273600123456000\",\"outcome\":\"FILLED\",\"filled\":\"1.5\"\\}\n");
  }

  @Test
  void numbersRiseOverTwoHundredRestarts() {
    long[] seen =
        IntStream.range(0, 200)
            .mapToLong(
                i -> {
                  try (FileLedger ledger = FileLedger.open(file)) {
                    return new DurableIds(ledger, ledger.read()).nextQuoteNonce(NOW).bits();
                  }
                })
            .toArray();

    assertThat(seen).isSorted().doesNotHaveDuplicates();
  }
}
