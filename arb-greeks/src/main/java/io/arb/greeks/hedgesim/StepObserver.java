package io.arb.greeks.hedgesim;

/** Watches one path being hedged. Called by the thread that runs it. */
interface StepObserver {
  /** Watches nothing. */
  StepObserver NONE =
      new StepObserver() {
        @Override
        public void looked(int observation, HedgeAccount account) {}

        @Override
        public void moved(int observation, HedgeAccount account) {}
      };

  /** The desk has looked at an observation and traded, if it wanted to. */
  void looked(int observation, HedgeAccount account);

  /** The price has moved to an observation; resting orders that it met have filled. */
  void moved(int observation, HedgeAccount account);
}
