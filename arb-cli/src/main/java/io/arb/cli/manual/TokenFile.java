package io.arb.cli.manual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The file in which the people who may submit trades find the token. Only its owner can read it.
 */
public record TokenFile(Path path) {
  private static final int LARGEST_BYTES = 4096;

  /**
   * Reads the token of a running instance.
   *
   * @throws IOException if there is no such file
   * @throws IllegalArgumentException if it holds no token
   */
  public BearerToken read() throws IOException {
    if (Files.size(path) > LARGEST_BYTES) {
      throw new IllegalArgumentException("token must be shorter than its file " + path);
    }
    return BearerToken.of(Files.readString(path));
  }

  /** Replaces the file. It is closed to others before the token is in it. */
  void write(BearerToken token) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("a folder is not a token file");
    }
    Files.createDirectories(folder);
    Path unfinished = Files.createTempFile(folder, ".token-", ".tmp", ownerOnly(folder));
    try {
      Files.writeString(unfinished, token.fileText());
      Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path folder) {
    boolean knowsOwners = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    return knowsOwners
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
