package com.quaily.service.validation;

import com.ibm.icu.text.Transliterator;
import com.quaily.model.Sha256;
import com.quaily.model.channel.ReservedSlugs;
import com.quaily.model.post.Slug;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Generates slugs from titles in any script. The same title always gives the same slug, so that a
 * repeated import finds its posts.
 */
public final class SlugMaker {
  /** Longer titles are cut between two words, so that a URL fits on a line. */
  private static final int COMFORTABLE_LENGTH = 80;

  // Apostrophes join: "don't" is one word, and so is the kon'nichiha that ICU writes for hiragana.
  private static final Pattern APOSTROPHES = Pattern.compile("['\u2018\u2019\u02bb\u02bc`]");
  private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9_]+");
  private static final Pattern OUTER_HYPHENS = Pattern.compile("^-+|-+$");

  private SlugMaker() {}

  /**
   * A valid slug for a title: Latin letters lose their accents, kana become romaji, Chinese
   * characters pinyin, and everything between words becomes one hyphen. A title without letters and
   * digits gives {@code post-} and a short hash.
   *
   * @param title any text, not null
   */
  public static String from(String title) {
    return normalize(title).orElseGet(() -> "post-" + shortHash(title));
  }

  /**
   * The valid slug closest to a requested one; empty when none of its characters can be kept.
   *
   * @param text any text, not null
   */
  public static Optional<String> normalize(String text) {
    String latin = Latin.TRANSLITERATOR.transliterate(text);
    String words = SEPARATORS.matcher(APOSTROPHES.matcher(latin).replaceAll("")).replaceAll("-");
    return Optional.of(shorten(OUTER_HYPHENS.matcher(words).replaceAll(""))).filter(Slug::isValid);
  }

  /** Makes the slug valid for a post: not only digits, and not reserved. */
  public static String forPost(String slug) {
    return PathIds.isNumeric(slug) || ReservedSlugs.containsForPosts(slug) ? "post-" + slug : slug;
  }

  /** Makes the slug valid for a channel: not only digits. Some are reserved all the same. */
  public static String forChannel(String slug) {
    return PathIds.isNumeric(slug) ? "channel-" + slug : slug;
  }

  /** The slug, or else the first of {@code slug-2}, {@code slug-3}, … that is not taken. */
  public static String free(String slug, Predicate<String> taken) {
    String base = slug.substring(0, Math.min(slug.length(), Slug.MAX_LENGTH - 12));
    String candidate = slug;
    for (int number = 2; taken.test(candidate); number++) {
      candidate = base + "-" + number;
    }
    return candidate;
  }

  private static String shorten(String slug) {
    if (slug.length() <= COMFORTABLE_LENGTH) {
      return slug;
    }
    int lastHyphen = slug.lastIndexOf('-', COMFORTABLE_LENGTH);
    return slug.substring(0, lastHyphen > 0 ? lastHyphen : COMFORTABLE_LENGTH);
  }

  private static String shortHash(String text) {
    return HexFormat.of().formatHex(Sha256.of(text), 0, 4);
  }

  /** Built on first use: it reads about a megabyte of rules. */
  private static final class Latin {
    static final Transliterator TRANSLITERATOR =
        Transliterator.getInstance(
            "Any-Latin; NFD; [:Nonspacing Mark:] Remove; NFC; Latin-ASCII; Any-Lower");
  }
}
