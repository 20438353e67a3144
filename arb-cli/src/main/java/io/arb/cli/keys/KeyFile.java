package io.arb.cli.keys;

import io.arb.core.evm.PrivateKey;
import io.arb.core.spi.SettingsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A file with a private key: 64 hexadecimal digits, or a keystore; or with a secret text. Where the
 * file system knows owners, it must be closed to everyone but its owner; its group may read it, as
 * mounted secrets need.
 */
record KeyFile(Path path) {
  private static final String SETTING = "key_file";
  private static final int LARGEST_BYTES = 16 * 1024;
  private static final Set<PosixFilePermission> FORBIDDEN =
      EnumSet.of(
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE);

  /**
   * Reads the key.
   *
   * @param passPhrase asked only if the file is a keystore
   * @throws SettingsException if it cannot be had
   */
  PrivateKey read(Supplier<String> passPhrase) {
    try {
      refuseOpenFile();
      String text = text();
      return text.startsWith("{")
          ? new Keystore(path).open(text, passPhrase.get())
          : SigningKeys.parse(SETTING, path.toString(), text);
    } catch (IOException e) {
      throw new SettingsException(SETTING, path + " cannot be read");
    }
  }

  /**
   * Reads the file as a secret text.
   *
   * @throws SettingsException if it cannot be had
   */
  String readText() {
    try {
      refuseOpenFile();
      return text();
    } catch (IOException e) {
      throw new SettingsException(SETTING, path + " cannot be read");
    }
  }

  private void refuseOpenFile() throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new SettingsException(SETTING, path + " is not a file");
    }
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    Set<PosixFilePermission> granted = view.readAttributes().permissions();
    if (granted.stream().anyMatch(FORBIDDEN::contains)) {
      throw new SettingsException(
          SETTING,
          path
              + " is open to others ("
              + PosixFilePermissions.toString(granted)
              + "), close it: chmod 600 "
              + path);
    }
  }

  private String text() throws IOException {
    if (Files.size(path) > LARGEST_BYTES) {
      throw new SettingsException(SETTING, path + " is too large for a key");
    }
    // Bytes that are no text become characters that no key has.
    return new String(Files.readAllBytes(path), StandardCharsets.UTF_8).strip();
  }
}
