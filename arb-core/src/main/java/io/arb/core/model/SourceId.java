package io.arb.core.model;

/** Names a trade source: {@code rysk}, {@code manual}. */
public record SourceId(String value) {
  public SourceId {
    Ids.requireText("SourceId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
