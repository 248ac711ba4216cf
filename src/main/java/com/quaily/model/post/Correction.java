package com.quaily.model.post;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A change of a post that its readers are told of.
 *
 * @param at when the writer marked it
 * @param note what changed, in the writer's words; empty when nothing is said
 */
public record Correction(Instant at, String note) {

  /** The key in a post's options. */
  public static final String OPTION = "corrections";

  /** The form in a post's options. */
  public Map<String, Object> toOption() {
    return Map.of("at", at.toString(), "note", note);
  }

  /** Those in a post's options, the first first; entries of another form are left out. */
  static List<Correction> of(Map<String, Object> options) {
    return options.get(OPTION) instanceof List<?> list
        ? list.stream().map(Correction::read).flatMap(Optional::stream).toList()
        : List.of();
  }

  private static Optional<Correction> read(Object entry) {
    if (entry instanceof Map<?, ?> map
        && map.get("at") instanceof String at
        && map.get("note") instanceof String note) {
      try {
        return Optional.of(new Correction(Instant.parse(at), note));
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
