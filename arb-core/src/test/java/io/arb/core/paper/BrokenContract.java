package io.arb.core.paper;

import io.arb.core.spi.ContractVenue;
import io.arb.core.spi.EventSink;
import io.arb.core.spi.Exchange;
import io.arb.core.spi.ExchangeContract;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;

/**
 * The exchange contract against a broken exchange. Not run by itself, because it should fail:
 * {@link BrokenExchangesTest} runs it with a {@link Defect} as a parameter.
 */
@ExtendWith(BrokenContract.Chosen.class)
class BrokenContract extends ExchangeContract {
  /** The name of the configuration parameter that names the defect. */
  static final String PARAMETER = "defect";

  private Defect defect = Defect.NONE;

  /** Gives each instance the defect of this run. */
  static final class Chosen implements TestInstancePostProcessor {
    @Override
    public void postProcessTestInstance(Object instance, ExtensionContext context) {
      String name = context.getConfigurationParameter(PARAMETER).orElseThrow();
      ((BrokenContract) instance).defect = Defect.valueOf(name);
    }
  }

  @Override
  protected ContractVenue openVenue() {
    return new PaperContractVenue() {
      private boolean whole;

      /** The broken exchange asks for the whole one in turn. */
      @Override
      public Exchange connect(EventSink sink) {
        if (whole) {
          return super.connect(sink);
        }
        whole = true;
        return defect.exchange(this, sink);
      }
    };
  }
}
