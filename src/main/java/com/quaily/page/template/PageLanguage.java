package com.quaily.page.template;

import com.ibm.icu.util.ULocale;
import com.quaily.model.channel.Channel;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Properties of a content language, supported by the interface or not. */
public final class PageLanguage {

  private static final Set<String> RIGHT_TO_LEFT =
      Set.of("ar", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi");

  /** The languages with full-width characters, by the names of their style sheets. */
  public static final List<String> CJK = List.of("ja", "zh", "zh-hant", "ko");

  private static final Set<String> TRADITIONAL = Set.of("TW", "HK", "MO");

  private PageLanguage() {}

  /** The entry of {@link #CJK} for a language, if there is one. */
  public static Optional<String> cjk(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    String language = locale.getLanguage();
    if (!CJK.contains(language)) {
      return Optional.empty();
    }
    boolean traditional =
        locale.getScript().equals("Hant")
            || (locale.getScript().isEmpty() && TRADITIONAL.contains(locale.getCountry()));
    return Optional.of(language.equals("zh") && traditional ? "zh-hant" : language);
  }

  /** The language of a post: its own, else the channel's. */
  public static String ofPost(Channel channel, String postLang) {
    return postLang.isEmpty() ? channel.language().tag() : postLang;
  }

  /** The text direction, {@code ltr} or {@code rtl}. */
  public static String direction(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    if (locale.getScript().isEmpty()) {
      return RIGHT_TO_LEFT.contains(locale.getLanguage()) ? "rtl" : "ltr";
    }
    return new ULocale(tag).isRightToLeft() ? "rtl" : "ltr";
  }

  /** Language and region in Open Graph notation, for example {@code ja_JP}. */
  public static String openGraph(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    if (!locale.getCountry().isEmpty()) {
      return locale.getLanguage() + "_" + locale.getCountry();
    }
    return switch (locale.getLanguage()) {
      case "en" -> "en_US";
      case "ja" -> "ja_JP";
      case "zh" -> "zh_CN";
      default -> {
        ULocale likely = ULocale.addLikelySubtags(ULocale.forLanguageTag(tag));
        yield likely.getCountry().isEmpty()
            ? likely.getLanguage()
            : likely.getLanguage() + "_" + likely.getCountry();
      }
    };
  }

  /** The language's own name, for example {@code 日本語}. */
  public static String ownName(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    String name = locale.getDisplayName(locale);
    return name.isEmpty() ? tag : name;
  }

  /** The time zone of the channel's dates: its option {@code timezone}, else UTC. */
  public static ZoneId zone(Channel channel) {
    Object zone = channel.options().get("timezone");
    if (zone == null) {
      return ZoneOffset.UTC;
    }
    try {
      return ZoneId.of(zone.toString());
    } catch (DateTimeException e) {
      // An unknown name comes from old data or an import; use UTC instead of failing.
      return ZoneOffset.UTC;
    }
  }
}
