package io.arb.cli.config;

import java.util.List;
import java.util.Map;

/** A piece of YAML that knows where it stands. */
sealed interface YamlNode {
  Place place();

  /** How people would call this form. */
  String form();

  /** A key with its own place, and what it says. */
  record Entry(Place keyPlace, YamlNode value) {}

  record Mapping(Place place, Map<String, Entry> entries) implements YamlNode {
    @Override
    public String form() {
      return "a block of keys";
    }
  }

  record Sequence(Place place, List<YamlNode> items) implements YamlNode {
    @Override
    public String form() {
      return "a list";
    }
  }

  /** The text of a single value, quoted or not. */
  record Scalar(Place place, String text) implements YamlNode {
    @Override
    public String form() {
      return "the value " + Shown.quoted(text);
    }
  }

  /** A key with nothing behind it. */
  record Nothing(Place place) implements YamlNode {
    @Override
    public String form() {
      return "nothing";
    }
  }
}
