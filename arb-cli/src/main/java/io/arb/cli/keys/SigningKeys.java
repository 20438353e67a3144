package io.arb.cli.keys;

import io.arb.cli.config.KeySource;
import io.arb.core.evm.BouncyCastleSigner;
import io.arb.core.evm.PrivateKey;
import io.arb.core.evm.Signer;
import io.arb.core.spi.Secret;
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

  /**
   * Reads a secret text, such as that of an API key, from where {@code source} says.
   *
   * @throws SettingsException if there is none, naming the setting to correct
   */
  public static Secret secret(KeySource source) {
    return secret(source, System::getenv);
  }

  /** As {@link #secret(KeySource)}, with another environment. */
  static Secret secret(KeySource source, Function<String, @Nullable String> environment) {
    return switch (source) {
      case KeySource.KeyFile(var path, var passwordEnv) ->
          secretOf("key_file", path.toString(), new KeyFile(path).readText());
      case KeySource.KeyVariable(var name) ->
          secretOf("key_env", "variable " + name, variable("key_env", name, environment));
      case KeySource.NoKey() ->
          throw new SettingsException("key_file", "is missing: a file with the secret");
    };
  }

  private static Secret secretOf(String setting, String where, String text) {
    try {
      return Secret.of(text);
    } catch (IllegalArgumentException e) {
      throw new SettingsException(setting, where + " holds no usable secret: " + e.getMessage());
    }
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
