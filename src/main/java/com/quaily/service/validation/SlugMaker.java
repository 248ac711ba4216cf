package com.quaily.service.validation;

import com.ibm.icu.text.Transliterator;
import com.quaily.model.Sha256;
import com.quaily.model.channel.ReservedSlugs;
import com.quaily.model.post.Slug;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
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

  private static final Pattern HAN = Pattern.compile("[\\p{IsHan}々〆]+");
  private static final Pattern KANA = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}]");

  /** Less than this of a title without its Chinese characters says nothing. */
  private static final int SHORTEST_REST = 4;

  private SlugMaker() {}

  /**
   * A valid slug for a title: Latin letters lose their accents, kana become romaji, Chinese
   * characters pinyin, and everything between words becomes one hyphen. A title without letters and
   * digits gives {@code post-} and a short hash.
   *
   * @param title any text, not null
   */
  public static String from(String title) {
    return from(title, "");
  }

  /**
   * As the other, for a title in a known language. Chinese characters in a Japanese title are left
   * out: to read them takes a dictionary, and pinyin would be wrong.
   *
   * @param language a tag such as ja; empty = not known, and kana make a title Japanese
   */
  public static String from(String title, String language) {
    String tag = language.toLowerCase(Locale.ROOT);
    boolean japanese = tag.startsWith("ja") || !tag.startsWith("zh") && KANA.matcher(title).find();
    String readable = japanese ? HAN.matcher(title).replaceAll(" ") : title;
    return normalize(readable)
        .filter(slug -> readable.equals(title) || slug.length() >= SHORTEST_REST)
        .orElseGet(() -> "post-" + shortHash(title));
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
