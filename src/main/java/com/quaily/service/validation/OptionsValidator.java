package com.quaily.service.validation;

import com.quaily.model.Limits;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostOption;
import java.util.Collection;
import java.util.Map;

/** Validates the free-form options of users, channels and posts. */
public final class OptionsValidator {

  private static final int MAX_DEPTH = 8;

  private OptionsValidator() {}

  /**
   * Rejects options that are too large.
   *
   * @throws InvalidException when the options are missing, nested too deeply, too long, or contain
   *     invalid text
   */
  public static void requireSmall(String field, Map<String, Object> options) {
    if (options == null) {
      throw new InvalidException(ErrorCode.MISSING_FIELD, field, "must be an object");
    }
    if (size(field, options, 0) > Limits.OPTIONS) {
      throw new InvalidException(
          ErrorCode.FIELD_TOO_LONG, field, "at most " + Limits.OPTIONS + " characters are allowed");
    }
  }

  /**
   * Like {@link #requireSmall}, for the options of a post.
   *
   * @throws InvalidException also when the translation key is not a short text, or a {@link
   *     PostOption} is neither true nor false
   */
  public static void requireOfPost(String field, Map<String, Object> options) {
    requireSmall(field, options);
    Object key = options.get(Post.TRANSLATION_KEY);
    String name = field + "." + Post.TRANSLATION_KEY;
    if (key instanceof String text) {
      FieldValidator.line(name, text, Limits.TRANSLATION_KEY);
    } else if (key != null) {
      throw new InvalidException(ErrorCode.INVALID_FIELD, name, "must be a string");
    }
    for (PostOption option : PostOption.values()) {
      Object value = options.get(option.wireName());
      if (value != null && !(value instanceof Boolean)) {
        throw new InvalidException(
            ErrorCode.INVALID_FIELD, field + "." + option.wireName(), "must be true or false");
      }
    }
  }

  private static long size(String field, Object value, int depth) {
    if (depth > MAX_DEPTH) {
      throw new InvalidException(
          ErrorCode.TOO_DEEPLY_NESTED, field, "at most " + MAX_DEPTH + " levels are allowed");
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .mapToLong(
              entry ->
                  size(field, entry.getKey(), depth + 1) + size(field, entry.getValue(), depth + 1))
          .sum();
    }
    if (value instanceof Collection<?> collection) {
      return collection.stream().mapToLong(item -> size(field, item, depth + 1)).sum();
    }
    if (value instanceof String text) {
      return FieldValidator.text(field, text, Limits.OPTIONS).length() + 3L;
    }
    return 8;
  }
}
