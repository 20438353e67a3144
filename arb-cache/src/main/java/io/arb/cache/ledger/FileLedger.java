package io.arb.cache.ledger;

import io.arb.core.model.LedgerEntry;
import io.arb.core.spi.Ledger;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A ledger in one file, an entry a line, forced to the disk before {@link #append} returns. One
 * process at a time: the file is locked. A torn last line, as a crash leaves it, is cut off when
 * the ledger is opened; a damaged line anywhere else stops the start. Safe from any thread.
 */
public final class FileLedger implements Ledger {
  private static final Logger LOG = LoggerFactory.getLogger(FileLedger.class);

  private final Path file;
  private final FileChannel channel;
  private final LedgerCodec codec = new LedgerCodec();
  private long end;

  private FileLedger(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Opens {@code file}, making it and its folders if need be.
   *
   * @throws LedgerException if it cannot be opened, another process has it, or it is damaged
   */
  public static FileLedger open(Path file) {
    FileChannel channel = null;
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      lock(file, channel);
      FileLedger ledger = new FileLedger(file, channel);
      ledger.load();
      return ledger;
    } catch (IOException e) {
      closeQuietly(channel);
      throw new LedgerException("ledger " + file + " cannot be opened: " + e.getMessage(), e);
    } catch (LedgerException e) {
      closeQuietly(channel);
      throw e;
    }
  }

  private static void lock(Path file, FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw new LedgerException("ledger " + file + " is in use by another process");
      }
    } catch (OverlappingFileLockException e) {
      throw new LedgerException("ledger " + file + " is in use by this process", e);
    }
  }

  private static void closeQuietly(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      LOG.debug("closing failed", e);
    }
  }

  /** Checks every line and cuts off a torn last one. */
  private void load() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    scan(bytes);
    if (end < bytes.length) {
      LOG.warn("ledger {}: cut off {} bytes of a torn last line", file, bytes.length - end);
      channel.truncate(end);
      channel.force(true);
    }
  }

  /** The entries of all whole lines; {@code end} is behind the last of them afterwards. */
  private List<LedgerEntry> scan(byte[] bytes) {
    List<LedgerEntry> entries = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        int number = entries.size() + 1;
        Optional<LedgerEntry> entry = decode(bytes, start, i, number, i == bytes.length - 1);
        if (entry.isEmpty()) {
          break;
        }
        entries.add(entry.get());
        start = i + 1;
      }
    }
    end = start;
    return entries;
  }

  /** The entry of one line; empty if it is damaged and the last. */
  private Optional<LedgerEntry> decode(byte[] bytes, int from, int to, int number, boolean last) {
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    try {
      Optional<LedgerLine> line = LedgerLine.parse(text);
      if (line.isPresent()) {
        return Optional.of(codec.decode(line.get().json()));
      }
    } catch (IOException e) {
      throw new LedgerException("ledger " + file + " line " + number + " is not an entry", e);
    }
    if (!last) {
      throw new LedgerException("ledger " + file + " line " + number + " is damaged");
    }
    return Optional.empty();
  }

  @Override
  public synchronized void append(LedgerEntry entry, Instant at) {
    byte[] line = new LedgerLine(at, codec.encode(entry)).format().getBytes(StandardCharsets.UTF_8);
    try {
      ByteBuffer buffer = ByteBuffer.wrap(line);
      long position = end;
      while (buffer.hasRemaining()) {
        position += channel.write(buffer, position);
      }
      channel.force(false);
      end = position;
    } catch (IOException e) {
      throw new LedgerException("ledger " + file + " cannot be written: " + e.getMessage(), e);
    }
  }

  @Override
  public synchronized List<LedgerEntry> read() {
    try {
      return scan(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new LedgerException("ledger " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new LedgerException("ledger " + file + " cannot be closed", e);
    }
  }
}
