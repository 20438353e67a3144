package io.arb.cache.market;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One JSON file for each key. A file is written beside its place and then renamed, so that a reader
 * never sees half of one. Its name begins with what people can read of the key and ends with a hash
 * that tells keys apart, also where a file system ignores case.
 */
final class FileStore implements Store {
  private static final String SUFFIX = ".json";
  private static final String UNFINISHED = ".tmp";
  private static final int READABLE = 60;
  private static final int HASH_BYTES = 8;

  private final Path folder;

  FileStore(Path folder) {
    this.folder = folder;
  }

  @Override
  public Optional<Stored> read(String key) throws IOException {
    return envelope(file(key)).filter(found -> found.key().equals(key)).map(Envelope::stored);
  }

  @Override
  public void write(String key, Stored entry, Instant now) throws IOException {
    Files.createDirectories(folder);
    Path unfinished = Files.createTempFile(folder, "put-", UNFINISHED);
    try {
      Files.writeString(unfinished, Envelope.encode(key, entry));
      Files.move(
          unfinished,
          file(key),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** Removes expired and damaged entries, and what a killed process left unfinished. */
  @Override
  public void sweep(Instant now) throws IOException {
    for (Path file : files()) {
      boolean isUnfinished = file.toString().endsWith(UNFINISHED);
      if (isUnfinished || envelope(file).map(e -> e.stored().isExpired(now)).orElse(true)) {
        Files.deleteIfExists(file);
      }
    }
  }

  @Override
  public void close() {}

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(FileStore::isOurs).toList();
    }
  }

  private static boolean isOurs(Path file) {
    String name = file.getFileName().toString();
    return Files.isRegularFile(file)
        && (name.matches("[A-Za-z0-9_-]*\\.[0-9a-f]{16}\\.json") || name.matches("put-.*\\.tmp"));
  }

  private static Optional<Envelope> envelope(Path file) throws IOException {
    try {
      return Envelope.decode(Files.readString(file));
    } catch (NoSuchFileException | CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private Path file(String key) {
    String readable = key.replaceAll("[^A-Za-z0-9_-]", "_");
    String start = readable.substring(0, Math.min(READABLE, readable.length()));
    return folder.resolve(start + "." + hash(key) + SUFFIX);
  }

  private static String hash(String key) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha256.digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
