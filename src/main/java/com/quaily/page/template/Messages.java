package com.quaily.page.template;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.PluralRules;
import com.quaily.model.Language;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;

/**
 * The pages' interface texts in one language, from {@code messages/page_*.properties}, with numbers
 * and dates in the language's format. Thread-safe.
 */
public final class Messages {

  private static final Map<Language, Messages> ALL = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      ALL.put(language, new Messages(language));
    }
  }

  private final Language language;
  private final Properties texts;
  private final PluralRules plurals;
  private final DateTimeFormatter dates;

  private Messages(Language language) {
    this.language = language;
    this.texts = load("messages/page_" + language.tag() + ".properties");
    this.plurals = PluralRules.forLocale(language.locale());
    this.dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language.locale());
  }

  public static Messages of(Language language) {
    return ALL.get(language);
  }

  /**
   * The text with this key.
   *
   * @throws MissingResourceException when there is none
   */
  public String get(String key) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new MissingResourceException("No text: " + key, language.tag(), key);
    }
    return text;
  }

  /** The text with this key; {@code {0}}, {@code {1}} … are replaced by the arguments. */
  public String format(String key, String... arguments) {
    return fill(get(key), arguments);
  }

  /**
   * The text for a number: {@code key.one}, {@code key.other} … by the language's plural rules;
   * {@code {0}} is replaced by the number.
   */
  public String count(String key, long number) {
    return fill(get(key + "." + plurals.select((double) number)), number(number));
  }

  /** Names in a row, as the language joins them: “A, B, and C”. */
  public String list(List<String> names) {
    return names.size() == 1
        ? names.get(0)
        : ListFormatter.getInstance(language.locale()).format(names);
  }

  /** A number with the language's separators. */
  public String number(long number) {
    // ICU's formats are not thread-safe and expensive to create.
    return number < 1000
        ? Long.toString(number)
        : NumberFormat.getIntegerInstance(language.locale()).format(number);
  }

  /** The date in words. */
  public String date(Instant instant, ZoneId zone) {
    return dates.format(instant.atZone(zone));
  }

  /** All keys, to compare languages. */
  Set<String> keys() {
    return texts.stringPropertyNames();
  }

  private static String fill(String text, String... arguments) {
    StringBuilder filled = new StringBuilder(text.length() + 32);
    int start = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', start)) {
      filled.append(text, start, open).append(arguments[text.charAt(open + 1) - '0']);
      start = open + 3;
    }
    return filled.append(text, start, text.length()).toString();
  }

  private static Properties load(String name) {
    Properties texts = new Properties();
    try {
      texts.load(new StringReader(Resources.text(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
