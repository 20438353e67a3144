package io.arb.cli.keys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.arb.core.evm.PrivateKey;
import io.arb.core.spi.SettingsException;
import java.math.BigInteger;
import java.nio.file.Path;
import org.web3j.crypto.Wallet;
import org.web3j.crypto.WalletFile;
import org.web3j.crypto.exception.CipherException;
import org.web3j.utils.Numeric;

/** A keystore file of version 3, as Ethereum wallets write them (Web3 Secret Storage). */
record Keystore(Path path) {
  private static final int VERSION = 3;
  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /**
   * Decrypts the key.
   *
   * @throws SettingsException if the text is no such keystore or the pass phrase is another's
   */
  PrivateKey open(String json, String passPhrase) {
    WalletFile keystore = parse(json);
    if (keystore.getVersion() != VERSION || keystore.getCrypto() == null) {
      throw refused("is not a keystore of version " + VERSION);
    }
    return PrivateKey.parse(
        Numeric.toHexStringNoPrefixZeroPadded(decrypt(keystore, passPhrase), 64));
  }

  private WalletFile parse(String json) {
    try {
      return JSON.readValue(json, WalletFile.class);
    } catch (JsonProcessingException e) {
      throw refused("is not a keystore: its JSON is damaged or of another form");
    }
  }

  private BigInteger decrypt(WalletFile keystore, String passPhrase) {
    try {
      return Wallet.decrypt(passPhrase, keystore).getPrivateKey();
    } catch (CipherException | RuntimeException e) {
      // Also what web3j throws for fields that are missing or no hexadecimal digits.
      throw refused("is not opened by the pass phrase, or is damaged");
    }
  }

  private SettingsException refused(String problem) {
    return new SettingsException("key_file", path + " " + problem);
  }
}
