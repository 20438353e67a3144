package io.arb.cli.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.arb.cli.config.KeySource;
import io.arb.core.evm.Signer;
import io.arb.core.spi.SettingsException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Wallet;

class SigningKeysTest {
  /** The account 0x2c7536e3605d9c16a7a3d7b1898e529396a65c23 of web3 documentation. */
  private static final String KEY =
      "4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318";

  private static final String ADDRESS = "0x2c7536e3605d9c16a7a3d7b1898e529396a65c23";

  /** The PBKDF2 example of the Web3 Secret Storage definition; its pass phrase: testpassword. */
  private static final String PUBLISHED_KEYSTORE =
      """
      {"crypto": {"cipher": "aes-128-ctr",
         "cipherparams": {"iv": "6087dab2f9fdbbfaddc31a909735c1e6"},
         "ciphertext": "5318b4d5bcd28de64ee5559e671353e16f075ecae9f99c7a79a38af5f869aa46",
         "kdf": "pbkdf2",
         "kdfparams": {"c": 262144, "dklen": 32, "prf": "hmac-sha256",
           "salt": "ae3cd4e7013836a3df6bd7241b12db061dbe2c6785853cce422d148a624ce0bd"},
         "mac": "517ead924a9d0dc3124507e3393d175ce3ff7c1e96529c6c555ce9e51205e9b2"},
       "id": "3198bc9c-6672-5ab3-d995-4942343ae5b6", "version": 3, "x-ethers": {"version": "0.1"}}
      """;

  private final Path folder;

  SigningKeysTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @ValueSource(strings = {KEY, "0x" + KEY, "  " + KEY + "\n", "\t0x" + KEY + "\r\n\r\n"})
  void readsHexadecimalDigitsFromAFile(String text) throws IOException {
    assertThat(read(file(text), Map.of()).address()).hasToString(ADDRESS);
  }

  @ParameterizedTest
  @ValueSource(strings = {KEY, "0x" + KEY, KEY + "\n"})
  void readsHexadecimalDigitsFromTheEnvironment(String text) {
    assertThat(SigningKeys.read(new KeySource.KeyVariable("K"), Map.of("K", text)::get).address())
        .hasToString(ADDRESS);
  }

  @Test
  void readsASecretTextFromAFileOrTheEnvironment() throws IOException {
    Path path = file("W7h2qZ8Yt3LkPvN5\n");

    assertThat(SigningKeys.secret(new KeySource.KeyFile(path, "PHRASE")).reveal())
        .isEqualTo("W7h2qZ8Yt3LkPvN5");
    assertThat(
            SigningKeys.secret(new KeySource.KeyVariable("K"), Map.of("K", " W7h2qZ\n")::get)
                .reveal())
        .isEqualTo("W7h2qZ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "W7h2qZ8Yt3\nLkPvN5"})
  void refusesWhatIsNoSecretWithoutShowingIt(String text) throws IOException {
    Path path = file(text);

    assertThatThrownBy(() -> SigningKeys.secret(new KeySource.KeyFile(path, "PHRASE")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("key_file")
        .hasMessageNotContaining("W7h2qZ8Yt3")
        .hasNoCause();
  }

  @Test
  void opensThePublishedKeystore() throws IOException {
    Signer signer = read(file(PUBLISHED_KEYSTORE), Map.of("PHRASE", "testpassword"));

    assertThat(signer.address()).hasToString("0x008aeeda4d805471df9b2a5b0f38a0c3bcba786b");
  }

  @Test
  void opensAKeystoreOfScrypt() throws Exception {
    assertThat(read(file(keystore("secret phrase")), Map.of("PHRASE", "secret phrase")).address())
        .hasToString(ADDRESS);
  }

  @Test
  void refusesAKeystoreWithAnotherPassPhrase() throws Exception {
    Path path = file(keystore("secret phrase"));

    assertThatThrownBy(() -> read(path, Map.of("PHRASE", "wrong phrase")))
        .isInstanceOf(SettingsException.class)
        .hasMessage("key_file: " + path + " is not opened by the pass phrase, or is damaged")
        .hasNoCause();
  }

  @Test
  void asksForThePassPhraseOfAKeystore() throws Exception {
    Path path = file(keystore("secret phrase"));

    assertThatThrownBy(() -> read(path, Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessage("key_password_env: expected the environment variable PHRASE, it is not set");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{}",
        "{\"version\": 1, \"crypto\": {}}",
        "{\"version\": 3}",
        "{\"version\": 3, \"crypto\": {}}",
        "{\"version\": 3, \"crypto\": {\"cipher\": \"aes-128-ctr\", \"kdf\": \"scrypt\"}}",
        "{\"private_key\": \"" + KEY + "\"}",
        "{\"version\": \"" + KEY + "\"}",
        "{\"version\": " + KEY + "}",
      })
  void refusesWhatIsNoKeystore(String text) throws IOException {
    Path path = file(text);

    assertThatThrownBy(() -> read(path, Map.of("PHRASE", "x")))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("key_file: " + path + " is not ")
        .hasNoCause();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw----r--", "rw-rw----", "rw-----w-", "rwx-----x"})
  void refusesAFileThatIsOpenToOthers(String permissions) throws IOException {
    Path path = file(KEY);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));

    assertThatThrownBy(() -> read(path, Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "key_file: %s is open to others (%s), close it: chmod 600 %s"
                .formatted(path, permissions, path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "r--------", "r--r-----"})
  void takesAFileThatIsClosedToOthers(String permissions) throws IOException {
    Path path = file(KEY);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));

    assertThat(read(path, Map.of()).address()).hasToString(ADDRESS);
  }

  @Test
  void refusesAFileThatIsNotThere() {
    Path missing = folder.resolve("nowhere");

    assertThatThrownBy(() -> read(missing, Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessage("key_file: " + missing + " is not a file");
  }

  @Test
  void refusesAFolder() {
    assertThatThrownBy(() -> read(folder, Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessage("key_file: " + folder + " is not a file");
  }

  @Test
  void refusesAFileThatIsTooLargeForAKey() throws IOException {
    Path path = file(KEY.repeat(1000));

    assertThatThrownBy(() -> read(path, Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessage("key_file: " + path + " is too large for a key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   "})
  void refusesAVariableThatIsNotSet(String value) {
    assertThatThrownBy(
            () ->
                SigningKeys.read(new KeySource.KeyVariable("MY_KEY"), Map.of("MY_KEY", value)::get))
        .isInstanceOf(SettingsException.class)
        .hasMessage("key_env: expected the environment variable MY_KEY, it is not set");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        KEY + KEY,
        KEY + "0",
        "x" + KEY,
        "key: " + KEY,
        "\"" + KEY + "\"",
        "{\"k\": \"" + KEY + "\"}",
        "4c0883a69102937d6231471b5dbb6204 fe5129617082792ae468d01a3f362318",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
      })
  void neverShowsWhatItCannotUse(String text) throws IOException {
    Path path = file(text);
    SettingsException fromFile =
        catchThrowableOfType(SettingsException.class, () -> read(path, Map.of("PHRASE", KEY)));
    SettingsException fromVariable =
        catchThrowableOfType(
            SettingsException.class,
            () -> SigningKeys.read(new KeySource.KeyVariable("K"), Map.of("K", text)::get));

    assertThat(everythingAbout(fromFile) + everythingAbout(fromVariable))
        .doesNotContain(KEY)
        .doesNotContain(KEY.substring(0, 16))
        .doesNotContain(KEY.substring(48))
        .doesNotContain("ffffffffffffffff")
        .doesNotContain("0000000000000000");
  }

  @Test
  void doesNotShowTheKeyOfASigner() throws IOException {
    assertThat(read(file(KEY), Map.of()).toString()).contains(ADDRESS).doesNotContain(KEY);
  }

  @Test
  void makesAKeyToThrowAwayWhereNoneIsConfigured() {
    Signer one = SigningKeys.read(new KeySource.NoKey());
    Signer other = SigningKeys.read(new KeySource.NoKey());

    assertThat(one.address()).isNotEqualTo(other.address());
  }

  private Path file(String text) throws IOException {
    Path path =
        Files.createFile(
            folder.resolve("key"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(path, text);
  }

  private static Signer read(Path path, Map<String, String> environment) {
    return SigningKeys.read(new KeySource.KeyFile(path, "PHRASE"), environment::get);
  }

  private static String keystore(String passPhrase) throws Exception {
    ECKeyPair keys = ECKeyPair.create(new BigInteger(KEY, 16));
    return new ObjectMapper().writeValueAsString(Wallet.createLight(passPhrase, keys));
  }

  private static String everythingAbout(Throwable refusal) {
    StringWriter text = new StringWriter();
    refusal.printStackTrace(new PrintWriter(text, true));
    return text + refusal.toString();
  }
}
