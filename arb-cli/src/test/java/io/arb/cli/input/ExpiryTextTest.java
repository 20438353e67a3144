package io.arb.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpiryTextTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2026-12-25, 2026-12-25T08:00:00Z",
    "2026-12-25T08:30:00Z, 2026-12-25T08:30:00Z",
    "2026-12-25T08:30Z, 2026-12-25T08:30:00Z",
    "2026-12-25T09:30:00+01:00, 2026-12-25T08:30:00Z",
    "30d, 2026-12-22T10:00:00Z",
    "1.5d, 2026-11-23T22:00:00Z",
    "12h, 2026-11-22T22:00:00Z",
    "90m, 2026-11-22T11:30:00Z",
    "0d, 2026-11-22T10:00:00Z",
  })
  void readsDatesInstantsAndTimesFromNow(String text, Instant expected) throws FieldException {
    assertThat(read(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-22",
        "2026-11-22T09:59:59Z",
        "2126-12-25",
        "40000d",
        "999999999d",
        "-1d",
        "1w",
        "30",
        "1e3d",
        "2026-13-01",
        "2026-02-30",
        "+999999999-12-31T00:00:00Z",
        "25DEC26",
        "２０d"
      })
  void refusesWhatIsPastTooFarOrNoTime(String text) {
    assertThatExceptionOfType(FieldException.class)
        .isThrownBy(() -> read(text))
        .withMessage("expiry: expected " + ExpiryText.EXPECTED + ", got '" + text + "'");
  }

  @Test
  void countsYearsOf365DaysByTheMillisecond() {
    Instant later = NOW.plus(Duration.ofDays(73)).plusMillis(315_360);

    assertThat(ExpiryText.years(NOW, later)).isCloseTo(0.20001, Offset.offset(1e-15));
  }

  private static Instant read(String text) throws FieldException {
    return ExpiryText.read(Fields.ofRow(Map.of("expiry", text)), "expiry", NOW);
  }
}
