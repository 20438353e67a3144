package io.arb.rysk.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.evm.Address;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class NoncesTest {
  private static final Address ANN = TestMaker.FIRST.address();

  private final Nonces nonces = new Nonces(2);

  private boolean isSpent(long nonce) {
    return nonces.isSpent(ANN, BigInteger.valueOf(nonce));
  }

  @Test
  void nonceIsSpentForItsOwnerOnly() {
    nonces.spend(ANN, BigInteger.TEN);

    assertThat(isSpent(10)).isTrue();
    assertThat(isSpent(9)).isFalse();
    assertThat(nonces.isSpent(TestMaker.SECOND.address(), BigInteger.TEN)).isFalse();
  }

  @Test
  void zeroIsANonce() {
    assertThat(isSpent(0)).isFalse();

    nonces.spend(ANN, BigInteger.ZERO);

    assertThat(isSpent(0)).isTrue();
  }

  @Test
  void whatIsForgottenCountsAsSpentWithAllBelow() {
    nonces.spend(ANN, BigInteger.valueOf(5));
    nonces.spend(ANN, BigInteger.valueOf(9));
    nonces.spend(ANN, BigInteger.valueOf(7));

    assertThat(isSpent(5)).isTrue();
    assertThat(isSpent(4)).isTrue();
    assertThat(isSpent(6)).isFalse();
    assertThat(isSpent(8)).isFalse();
  }
}
