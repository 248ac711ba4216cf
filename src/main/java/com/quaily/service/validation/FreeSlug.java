package com.quaily.service.validation;

import com.quaily.model.post.Slug;
import java.util.function.Predicate;

/** Chooses a slug that nothing else has yet. */
public final class FreeSlug {

  /** Room for a hyphen and the largest number. */
  private static final int SUFFIX = 11;

  private FreeSlug() {}

  /**
   * The wanted slug, or with the first free number after it ({@code weekly-notes-2}). It asks about
   * few slugs even when thousands are taken, so it may pass over a number that became free.
   *
   * @param wanted a valid slug
   * @param taken whether a slug cannot be had
   */
  public static String of(String wanted, Predicate<String> taken) {
    if (!taken.test(wanted)) {
      return wanted;
    }
    String base = wanted.substring(0, Math.min(wanted.length(), Slug.MAX_LENGTH - SUFFIX));
    int last = 1;
    int free = 2;
    while (taken.test(base + "-" + free)) {
      last = free;
      free *= 2;
    }
    while (free - last > 1) {
      int middle = (last + free) >>> 1;
      if (taken.test(base + "-" + middle)) {
        last = middle;
      } else {
        free = middle;
      }
    }
    return base + "-" + free;
  }
}
