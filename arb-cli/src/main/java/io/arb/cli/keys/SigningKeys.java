package io.arb.cli.keys;

import io.arb.cli.config.KeySource;
import io.arb.core.evm.BouncyCastleSigner;
import io.arb.core.evm.PrivateKey;
import io.arb.core.evm.Signer;
import io.arb.core.spi.SettingsException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns a {@link KeySource} into a {@link Signer}. Messages name the file or the variable, never
 * what stands in it; exceptions carry no cause, which might.
 */
public final class SigningKeys {
  private SigningKeys() {}

  /**
   * Reads the key from where {@code source} says.
   *
   * @return for {@link KeySource.NoKey} the signer of a new key that is lost with the process
   * @throws SettingsException if there is no usable key, naming the setting to correct
   */
  public static Signer read(KeySource source) {
    return read(source, System::getenv);
  }

  /**
   * As {@link #read(KeySource)}, with another environment.
   *
   * @param environment the value of a variable, null if it is not set
   */
  static Signer read(KeySource source, Function<String, @Nullable String> environment) {
    return new BouncyCastleSigner(
        switch (source) {
          case KeySource.KeyFile(var path, var passwordEnv) ->
              new KeyFile(path).read(() -> variable("key_password_env", passwordEnv, environment));
          case KeySource.KeyVariable(var name) ->
              parse("key_env", "variable " + name, variable("key_env", name, environment));
          case KeySource.NoKey() -> PrivateKey.random(new SecureRandom());
        });
  }

  /** A key in hexadecimal digits. */
  static PrivateKey parse(String setting, String where, String text) {
    try {
      return PrivateKey.parse(text);
    } catch (IllegalArgumentException e) {
      throw new SettingsException(setting, where + " holds no usable key: " + e.getMessage());
    }
  }

  private static String variable(
      String setting, String name, Function<String, @Nullable String> environment) {
    return Optional.ofNullable(environment.apply(name))
        .filter(value -> !value.isBlank())
        .orElseThrow(
            () ->
                new SettingsException(
                    setting, "expected the environment variable " + name + ", it is not set"));
  }
}
