package io.arb.cli.greeks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.arb.cli.Main;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The command as a process of its own between real pipes, on a machine that writes 0,5 for 0.5. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StreamingTest {
  private static final int MANY = 60_000;
  private static final String HEADING = "type,strike,vol\n";
  private static final String ROW = "call,105000,0.55\n";

  private final Process process;
  private final BufferedWriter in;
  private final BufferedReader out;

  StreamingTest() throws IOException {
    this.process =
        new ProcessBuilder(command()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    this.in = process.outputWriter(UTF_8);
    this.out = process.inputReader(UTF_8);
  }

  @AfterEach
  void end() {
    process.destroyForcibly();
  }

  private static List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx12m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-Duser.language=de", "-Duser.country=DE"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of("greeks", "-", "--forward=100000", "--expiry=30d", "--csv"));
    return command;
  }

  @Test
  void answersARowBeforeTheNextOneComes() throws Exception {
    in.write(HEADING);
    for (int row = 2; row < 5; row++) {
      in.write(ROW);
      in.flush();

      assertThat(answer())
          .startsWith(row + ",call,105000,")
          .contains(",forward,0.55,", ",4246.31833");
    }
    in.close();

    assertThat(process.waitFor()).isZero();
  }

  @Test
  void needsNoMoreMemoryForManyRows() throws Exception {
    Thread writer = Thread.ofVirtual().start(this::writeMany);

    assertThat(out.lines()).hasSize(MANY + 1);

    writer.join();
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void endsWhenNobodyReadsAnyMore() throws Exception {
    Thread writer = Thread.ofVirtual().start(this::writeMany);
    assertThat(answer()).startsWith("2,call,");

    out.close();

    assertThat(process.waitFor()).isZero();
    writer.join();
  }

  /** The next line that is not the heading. */
  private String answer() throws IOException {
    String line = String.valueOf(out.readLine());
    return line.startsWith("id,") ? String.valueOf(out.readLine()) : line;
  }

  /** Ends early if the process does. */
  private void writeMany() {
    try (in) {
      in.write(HEADING);
      for (int row = 0; row < MANY; row++) {
        in.write(ROW);
      }
    } catch (IOException e) {
      assertThat(process.onExit()).isNotNull();
    }
  }
}
