package com.quaily.service.validation;

import com.quaily.model.channel.ReservedSlugs;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.post.Slug;

/** The rules for slugs of channels and posts. */
public final class SlugRules {

  private SlugRules() {}

  /**
   * @throws InvalidException when a channel cannot have this slug
   */
  public static String requireChannelSlug(String slug) {
    String checked = requireSlug(slug);
    if (ReservedSlugs.contains(checked)) {
      throw new InvalidException(
          ErrorCode.SLUG_RESERVED, "slug", "“" + checked + "” is reserved for the site");
    }
    return checked;
  }

  /**
   * @throws InvalidException when a post cannot have this slug
   */
  public static String requirePostSlug(String slug) {
    String checked = requireSlug(slug);
    if (ReservedSlugs.containsForPosts(checked)) {
      throw new InvalidException(
          ErrorCode.SLUG_RESERVED, "slug", "“" + checked + "” is reserved for the API");
    }
    return checked;
  }

  private static String requireSlug(String slug) {
    if (slug == null || slug.isEmpty()) {
      throw new InvalidException(ErrorCode.MISSING_FIELD, "slug", "must not be empty");
    }
    // Digits alone would be treated as an id.
    if (!Slug.isValid(slug) || PathIds.isNumeric(slug)) {
      throw new InvalidException(
          ErrorCode.SLUG_INVALID,
          "slug",
          "must have 1 to 128 of the characters a–z, 0–9, - and _, and not only digits");
    }
    return slug;
  }
}
