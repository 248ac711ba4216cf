package com.quaily.service.validation;

import com.quaily.model.Limits;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules for tags. */
public final class TagRules {

  /** The sign at the end of C# and F#, which no URL can hold. */
  private static final Pattern SHARP = Pattern.compile("(?<=[\\p{L}\\p{N}])#(?![\\p{L}\\p{N}])");

  private TagRules() {}

  /**
   * The tags as they are stored, each once; empty ones are left out.
   *
   * @throws InvalidException when there are too many, or one is too long
   */
  public static List<String> requireTags(List<String> tags) {
    Set<String> checked = new LinkedHashSet<>();
    for (String tag : tags) {
      String clean = clean("tags", tag);
      if (!clean.isEmpty()) {
        checked.add(clean);
      }
    }
    if (checked.size() > Limits.TAGS) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD, "tags", "at most " + Limits.TAGS + " tags are allowed");
    }
    return List.copyOf(checked);
  }

  /**
   * The tag as it is stored.
   *
   * @throws InvalidException when nothing of it can be kept, or it is too long
   */
  public static String requireTag(String field, String tag) {
    String clean = clean(field, tag);
    if (clean.isEmpty()) {
      throw new InvalidException(ErrorCode.MISSING_FIELD, field, "must not be empty");
    }
    return clean;
  }

  /** A tag in URLs: NFC, lower case, without characters that would end a path segment. */
  private static String clean(String field, String tag) {
    String line = FieldValidator.line(field, tag, Limits.TAG);
    String normalized = Normalizer.normalize(line, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    String named = SHARP.matcher(normalized).replaceAll("sharp");
    String clean = named.replaceAll("[/\\\\?#%\\s]+", "-").replaceAll("^[-.]+|[-.]+$", "");
    return FieldValidator.text(field, clean, Limits.TAG);
  }
}
