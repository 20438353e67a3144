package io.arb.cli.greeks.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.arb.greeks.Black76;
import io.arb.greeks.OptionType;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** {@code arb greeks surface}, over chains quoted around smiles made up here. */
class SurfaceCommandTest {
  private static final long TAKEN_AT = 1_770_000_000_000L; // 2026-02-02T02:40:00Z
  private static final String PLAIN = "ts_ms,type,strike,expiry,fwd,index,bid,ask,tick";
  private static final String VENUE = "ts_ms,instrument,underlying,fwd,index,bid,ask,mark";

  @TempDir private Path folder = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return new CommandLine(new SurfaceCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  /** Two expiries, seventeen strikes each, half a vol point on each side of the smile. */
  private static List<String> plainRows() {
    List<String> rows = new ArrayList<>();
    for (String expiry : List.of("2026-02-27", "2026-06-26")) {
      for (int strike = 1400; strike <= 3000; strike += 100) {
        rows.add(
            String.format(
                Locale.ROOT,
                "%d,%s,%d,%s,2000,1990,%.6f,%.6f,0.01",
                TAKEN_AT,
                type(strike),
                strike,
                expiry,
                usd(strike, expiry, -0.005),
                usd(strike, expiry, 0.005)));
      }
    }
    return rows;
  }

  private static String type(int strike) {
    return strike < 2000 ? "put" : "call";
  }

  private static double usd(int strike, String expiry, double side) {
    double years = years(expiry);
    double k = Math.log(strike / 2000.0);
    double vol = 0.6 - 0.1 * k + 0.3 * k * k + side;
    OptionType type = OptionType.valueOf(type(strike).toUpperCase(Locale.ROOT));
    return Black76.price(type, 2000, strike, years, vol).priceUsd();
  }

  private static double years(String expiry) {
    long millis = Instant.parse(expiry + "T08:00:00Z").toEpochMilli() - TAKEN_AT;
    return millis / (365 * 86_400_000.0);
  }

  private static List<String> venueRows() {
    List<String> rows = new ArrayList<>();
    for (int strike = 1400; strike <= 3000; strike += 100) {
      rows.add(
          String.format(
              Locale.ROOT,
              "%d,ETH-27FEB26-%d-%s,ETH-27FEB26,2000,1990,%.9f,%.9f,",
              TAKEN_AT,
              strike,
              strike < 2000 ? "P" : "C",
              usd(strike, "2026-02-27", -0.005) / 2000,
              usd(strike, "2026-02-27", 0.005) / 2000));
    }
    return rows;
  }

  private Path chain(String name, String heading, List<String> rows) throws IOException {
    List<String> lines = new ArrayList<>(List.of(heading));
    lines.addAll(rows);
    return Files.write(folder.resolve(name), lines);
  }

  @Test
  void showsParametersAndChecksOfEachExpiry() throws IOException {
    int code = run(chain("plain.csv", PLAIN, plainRows()).toString());

    assertThat(code).isZero();
    assertThat(err.toString()).isEmpty();
    assertThat(out.toString())
        .startsWith("2026-02-02T02:40:00Z, index 1990.00 USD\nexpiry ")
        .containsPattern("2026-02-27 +25\\.2222 +2000\\.00 +17 +100\\.000 .* good ")
        .containsPattern("2026-06-26 +144\\.222 +2000\\.00 +17 +100\\.000 .* good ");
  }

  @Test
  void givesEveryNumberAsJson() throws IOException {
    int code = run(chain("plain.csv", PLAIN, plainRows()).toString(), "--json");

    JsonNode first = new ObjectMapper().readTree(out.toString().lines().findFirst().orElseThrow());
    assertThat(code).isZero();
    assertThat(out.toString().lines()).hasSize(2);
    assertThat(first.get("taken_at").asText()).isEqualTo("2026-02-02T02:40:00Z");
    assertThat(first.get("atm_vol").asDouble()).isBetween(0.595, 0.605);
    assertThat(first.get("butterfly_free").asBoolean()).isTrue();
    assertThat(first.get("calendar_free").asBoolean()).isTrue();
    assertThat(first.get("sigma")).hasSize(first.get("bends").asInt());
  }

  @Test
  void readsVenueRowsInCoinsFromGzip() throws IOException {
    Path plain = chain("venue.csv", VENUE, venueRows());
    Path zipped = folder.resolve("venue.csv.gz");
    try (OutputStream bytes = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      Files.copy(plain, bytes);
    }

    assertThat(run(zipped.toString(), "--csv")).isZero();
    assertThat(out.toString().lines()).hasSize(2);
    assertThat(out.toString()).contains("\n2026-02-02T02:40:00Z,2026-02-27,25.22").contains("good");
  }

  @Test
  void readsJsonLines() throws IOException {
    List<String> rows = new ArrayList<>();
    for (String row : plainRows()) {
      String[] values = row.split(",", -1);
      rows.add(
          ("{\"ts_ms\":%s,\"type\":\"%s\",\"strike\":%s,\"expiry\":\"%s\",\"fwd\":%s,\"bid\":%s,"
                  + "\"ask\":%s}")
              .formatted(
                  values[0], values[1], values[2], values[3], values[4], values[6], values[7]));
    }
    Path file = Files.write(folder.resolve("chain.jsonl"), rows);

    assertThat(run(file.toString())).isZero();
    assertThat(out.toString()).contains("index 2000.00 USD");
  }

  @Test
  void drawsSmilesAndTotalVariance() throws IOException {
    Path png = folder.resolve("surface.png");

    int code = run(chain("plain.csv", PLAIN, plainRows()).toString(), "--png", png.toString());

    BufferedImage picture = ImageIO.read(png.toFile());
    assertThat(code).isZero();
    assertThat(picture.getWidth()).isEqualTo(2 * picture.getHeight() * 9 / 7);
  }

  @Test
  void countsTheGoodExpiriesOfAFolder() throws IOException {
    chain("a.csv", PLAIN, plainRows());
    chain("b.csv", VENUE, venueRows());
    Files.writeString(folder.resolve("notes.txt"), "not a chain", StandardCharsets.UTF_8);

    assertThat(run("--report", folder.toString())).isZero();
    assertThat(out.toString())
        .startsWith("2 snapshots, 3 expiries with at least 8 two-sided quotes, good: 3 (100.000 %)")
        .containsPattern("8 to 35 days +2 of +2 good")
        .containsPattern("over 35 days +1 of +1 good");
  }

  @Test
  void saysWhichExpiryIsNotGood() throws IOException {
    Path file = chain("short.csv", PLAIN, plainRows().subList(0, 19));

    assertThat(run(file.toString())).isEqualTo(1);
    assertThat(out.toString()).containsPattern("2026-06-26 .* 2 +- +- +too few quotes ");
  }

  @Test
  void anExpiryThatCountsButCannotBeFittedIsNotGood() throws IOException {
    List<String> rows = plainRows();
    rows.replaceAll(row -> row.contains("2026-06-26") ? row.replace("put", "call") : row);
    rows.removeIf(row -> row.contains("2026-06-26") && row.contains(",call,2"));
    rows.removeIf(row -> row.contains("2026-06-26") && row.contains(",call,3"));
    rows.add(rows.getLast().replace(",call,1900", ",call,1950"));
    rows.add(rows.getLast().replace(",call,1950", ",call,1850"));
    chain("a.csv", PLAIN, rows);

    assertThat(run("--report", folder.toString())).isEqualTo(1);
    assertThat(out.toString())
        .contains("2 expiries with at least 8 two-sided quotes, good: 1 (50.0000 %)")
        .containsPattern("too few quotes +1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1770000000000,put,-5,2026-02-27,2000,1990,1,2,; strike: expected a number above 0, from"
            + " 1e-15 to 1e15, got '-5'",
        "1770000000000,put,1800,2026-02-27,2000,1990,x,2,; bid: expected a number from 0 to 1e15,"
            + " got 'x'",
        "1770000000000,straddle,1800,2026-02-27,2000,1990,1,2,; type: expected call or put, got"
            + " 'straddle'",
        "1770000000000,put,1800,2026-02-27,,1990,1,2,; fwd: expected a number above 0, from 1e-15"
            + " to 1e15, got nothing",
        "yesterday,put,1800,2026-02-27,2000,1990,1,2,; ts_ms: expected epoch milliseconds, got"
            + " 'yesterday'"
      })
  void aWrongRowIsNamedByFileLineColumnAndValue(String row, String problem) throws IOException {
    List<String> rows = new ArrayList<>(plainRows().subList(0, 3));
    rows.add(row);
    Path file = chain("wrong.csv", PLAIN, rows);

    assertThat(run(file.toString())).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().strip()).isEqualTo(file + ", line 5: " + problem);
  }

  @Test
  void aWrongInstrumentNameIsRefused() throws IOException {
    Path file =
        chain("wrong.csv", VENUE, List.of("1770000000000,ETH-31FEB26-2000-P,,2000,1990,0.1,0.2,"));

    assertThat(run(file.toString())).isEqualTo(2);
    assertThat(err.toString())
        .contains("line 2: instrument: expected a name such as ETH-27FEB26-2000-P, got 'ETH-31FEB");
  }

  @Test
  void choosesTheSnapshotThatWasAsked() throws IOException {
    List<String> rows = venueRows();
    venueRows().forEach(row -> rows.add(row.replace("1770000000000", "1770003600000")));
    String file = chain("two.csv", VENUE, rows).toString();

    assertThat(run(file)).isZero();
    assertThat(run(file, "--at", "2026-02-02T03:00:00Z")).isZero();
    assertThat(run(file, "--at", "2026-02-01T00:00:00Z")).isEqualTo(2);
    assertThat(out.toString().lines().filter(line -> line.contains("index")))
        .containsExactly(
            "2026-02-02T03:40:00Z, index 1990.00 USD", "2026-02-02T02:40:00Z, index 1990.00 USD");
    assertThat(err.toString()).contains("--at: expected an instant from 2026-02-02T02:40:00Z on");
  }

  @Test
  void refusesWhatIsNoFileNoFolderOrBoth() throws IOException {
    String file = chain("empty.csv", PLAIN, List.of()).toString();

    assertThat(run()).isEqualTo(2);
    assertThat(run(file, "--report", folder.toString())).isEqualTo(2);
    assertThat(run(folder.resolve("none.csv").toString())).isEqualTo(2);
    assertThat(run(file)).isEqualTo(2);
    assertThat(run("--report", folder.resolve("none").toString())).isEqualTo(2);
    assertThat(err.toString())
        .contains("Expected either FILE or --report DIR")
        .contains("FILE: expected a file that can be read, got")
        .contains("expected rows under a heading, got none");
  }
}
