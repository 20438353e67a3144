package io.arb.deribit.wire;

import java.util.HashMap;
import java.util.Map;

/**
 * What an error code is about and what to do about it. The codes are the venue's ("RPC error
 * codes"), the policy is ours. A code that is not listed is {@link #UNKNOWN_CODE}.
 *
 * @param kind what went wrong
 * @param action what a client should do before anything else
 */
public record ErrorPolicy(Kind kind, Action action) {
  /** What an error is about. */
  public enum Kind {
    /** The request is wrong as it stands. */
    FIX,
    /** Credentials or token. */
    AUTH,
    /** Account or scope do not allow it. */
    PERM,
    /** Margin. */
    FUNDS,
    /** A limit of the account. */
    LIMIT,
    /** The price no longer fits the market. */
    MARKET,
    /** Order or book are not in the state assumed. */
    STATE,
    /** It would have traded with an order of our own. */
    STP,
    /** Throttled. */
    RATE,
    /** Short-lived. */
    TRANSIENT,
    /** The whole venue has stopped. */
    VENUE,
    /** Market-maker protection. */
    MMP,
    /** The outcome is not clear. */
    UNKNOWN
  }

  /** What to do; only {@link #RECONCILE} leaves open whether the request was carried out. */
  public enum Action {
    /** Do not send again unchanged. */
    NO,
    /** A new price or size, in a new request. */
    REPRICE,
    /** Log in, then send once more. */
    REAUTH_ONCE,
    /** Wait for credits. */
    BACKOFF,
    /** Wait some seconds. */
    DELAY,
    /** Ask for orders and positions before deciding. */
    RECONCILE
  }

  public static final ErrorPolicy UNKNOWN_CODE = new ErrorPolicy(Kind.UNKNOWN, Action.RECONCILE);

  private static final Map<Integer, ErrorPolicy> BY_CODE = new Table().policies;

  /** The policy of a code. */
  public static ErrorPolicy of(int code) {
    return BY_CODE.getOrDefault(code, UNKNOWN_CODE);
  }

  private static final class Table {
    private final Map<Integer, ErrorPolicy> policies = new HashMap<>();

    Table() {
      note(Kind.AUTH, Action.REAUTH_ONCE, 10_000, 11_056, 13_009, 13_778);
      note(Kind.UNKNOWN, Action.RECONCILE, 10_001, 11_031, 13_008);
      note(
          Kind.FIX, Action.NO, 10_002, 10_020, 10_021, 10_022, 10_023, 10_024, 10_025, 10_026,
          10_027, 10_029, 10_030, 10_031, 10_032, 10_033, 10_036, 10_048, 11_029, 11_038, 11_039,
          11_041, 11_043, 11_045, 11_047, 11_048, 11_049, 11_050, 11_052, 11_053, 11_055, 13_010,
          13_011, 13_016, 13_018, 13_020, 13_042, -32_602, -32_601, -32_600, -32_700, -32_000);
      note(Kind.STP, Action.REPRICE, 10_003);
      note(
          Kind.STATE,
          Action.RECONCILE,
          10_004,
          10_010,
          11_008,
          11_030,
          11_044,
          13_032,
          13_666,
          13_777);
      note(
          Kind.MARKET,
          Action.REPRICE,
          10_005,
          10_006,
          10_007,
          10_011,
          10_034,
          10_035,
          11_021,
          11_036,
          11_054);
      note(Kind.FUNDS, Action.NO, 10_009, 10_039);
      note(Kind.STATE, Action.NO, 10_012, 10_045, 10_046, 11_037, 11_046, 13_019, 13_036);
      note(
          Kind.LIMIT,
          Action.NO,
          10_013,
          10_014,
          10_015,
          10_016,
          10_017,
          10_018,
          10_037,
          10_038,
          11_013,
          11_022,
          11_035,
          13_901);
      note(Kind.VENUE, Action.DELAY, 10_019, 11_051, 13_025, 13_503);
      note(Kind.RATE, Action.BACKOFF, 10_028, 10_047, 10_066, 13_780, 13_903);
      note(Kind.TRANSIENT, Action.DELAY, 10_040, 10_041, 10_049, 13_043);
      note(Kind.FIX, Action.REPRICE, 10_043, 10_044);
      note(Kind.RATE, Action.RECONCILE, 10_050);
      note(
          Kind.PERM, Action.NO, 10_072, 11_042, 11_098, 13_012, 13_021, 13_031, 13_040, 13_403,
          13_902, 13_904);
      note(Kind.TRANSIENT, Action.RECONCILE, 11_094, 13_028);
      note(Kind.AUTH, Action.NO, 12_003, 13_004);
      note(Kind.MMP, Action.NO, 13_030);
      note(Kind.LIMIT, Action.DELAY, 13_035);
      note(Kind.TRANSIENT, Action.REPRICE, 13_888);
    }

    private void note(Kind kind, Action action, int... codes) {
      for (int code : codes) {
        policies.put(code, new ErrorPolicy(kind, action));
      }
    }
  }
}
