package io.arb.core.wire;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every frame in and out as JSON lines, with secrets masked:
 *
 * <pre>{@code
 * {"ts":1798185600000,"seq":1,"conn":"rysk-maker","event":"open"}
 * {"ts":1798185600004,"seq":2,"conn":"rysk-maker","dir":"out","text":{"id":"1","method":"m"}}
 * {"lost":3}
 * }</pre>
 *
 * <p>{@code text} is the frame itself where it is JSON on one line without secrets, character for
 * character; the same JSON written anew where it is not; a JSON string where the frame is not JSON.
 * Recording never waits for the disk and is safe from any thread; one thread writes. When it cannot
 * keep up, records are left out, which shows as a gap in {@code seq} and as a {@code lost} line
 * with their number.
 */
public final class FrameLog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FrameLog.class);
  private static final Duration CLOSE_WAIT = Duration.ofSeconds(5);
  private static final long MAX_QUEUED_CHARS = 32L << 20;

  private final Writer out;
  private final InstantSource clock;
  private final MaskRules secrets;
  private final long maxQueuedChars;
  private final Thread writer;
  private boolean writeFailed;

  // guarded by this
  private final Queue<FrameLine> queue = new ArrayDeque<>();
  private long queuedChars;
  private long seq;
  private long lost;
  private boolean closed;

  /**
   * Opens the file for appending and starts the writer.
   *
   * @param file is created if it is not there; its folder must be
   * @param clock dates the records
   * @param secrets what not to show
   * @throws IOException if the file cannot be written
   */
  public FrameLog(Path file, InstantSource clock, MaskRules secrets) throws IOException {
    this(append(file), clock, secrets, MAX_QUEUED_CHARS);
  }

  FrameLog(Writer out, InstantSource clock, MaskRules secrets, long maxQueuedChars) {
    this.out = out;
    this.clock = clock;
    this.secrets = secrets;
    this.maxQueuedChars = maxQueuedChars;
    this.writer = Thread.ofPlatform().daemon().name("arb-frame-log").unstarted(this::writeAll);
    writer.start();
  }

  /** A writer that puts a mark in place of broken characters instead of refusing the whole line. */
  private static Writer append(Path file) throws IOException {
    return new BufferedWriter(
        new OutputStreamWriter(
            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
            StandardCharsets.UTF_8));
  }

  /** Records a text that arrived on the connection with this name. */
  public synchronized void in(String conn, String text) {
    enqueue(new FrameLine.Frame(clock.millis(), ++seq, conn, "in", text));
  }

  /** Records a text that leaves on the connection with this name. */
  public synchronized void out(String conn, String text) {
    enqueue(new FrameLine.Frame(clock.millis(), ++seq, conn, "out", text));
  }

  /** The same sockets, with every connection and every text recorded under the name. */
  public SocketFactory tap(SocketFactory sockets, String conn) {
    return (uri, listener) -> FrameTap.open(this, conn, sockets, uri, listener);
  }

  synchronized void event(String conn, String event) {
    enqueue(new FrameLine.Event(clock.millis(), ++seq, conn, event));
  }

  /** Writes what is queued and closes the file; later records are dropped. Idempotent, bounded. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    try {
      if (!writer.join(CLOSE_WAIT)) {
        LOG.warn("The frame log could not be written out in {}", CLOSE_WAIT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Called with the lock held. */
  private void enqueue(FrameLine line) {
    if (closed) {
      return;
    }
    if (queuedChars + line.chars() > maxQueuedChars) {
      lost++;
      return;
    }
    noteLost();
    queue.add(line);
    queuedChars += line.chars();
    notifyAll();
  }

  /** Called with the lock held. Puts the loss where the gap is. */
  private void noteLost() {
    if (lost > 0) {
      FrameLine line = new FrameLine.Lost(lost);
      queue.add(line);
      queuedChars += line.chars();
      lost = 0;
    }
  }

  private void writeAll() {
    try (out) {
      for (FrameLine line = next(); line != null; line = next()) {
        write(line);
      }
    } catch (IOException e) {
      LOG.error("The frame log could not be closed", e);
    } catch (InterruptedException e) {
      LOG.warn("The frame log was interrupted");
    }
  }

  /** Waits for a line, having flushed those before it; null when the log is closed and written. */
  private @Nullable FrameLine next() throws InterruptedException {
    FrameLine line = poll();
    if (line == null) {
      flush();
      line = await();
    }
    return line;
  }

  private synchronized @Nullable FrameLine await() throws InterruptedException {
    while (queue.isEmpty() && !closed) {
      wait();
    }
    return poll();
  }

  private synchronized @Nullable FrameLine poll() {
    if (closed) {
      noteLost();
    }
    FrameLine line = queue.poll();
    if (line != null) {
      queuedChars -= line.chars();
    }
    return line;
  }

  private void write(FrameLine line) {
    attempt(() -> out.write(line.render(secrets) + "\n"));
  }

  private void flush() {
    attempt(out::flush);
  }

  private interface Output {
    void run() throws IOException;
  }

  /** A full disk costs the log, not the trading: it is reported once and tried again each time. */
  private void attempt(Output output) {
    try {
      output.run();
      writeFailed = false;
    } catch (IOException | RuntimeException e) {
      if (!writeFailed) {
        LOG.error("The frame log cannot be written", e);
      }
      writeFailed = true;
    }
  }
}
