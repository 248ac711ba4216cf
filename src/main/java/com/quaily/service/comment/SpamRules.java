package com.quaily.service.comment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Judges a comment by what can be seen in its text, without a model and without a network. Each
 * sign makes spam more likely; none of them is proof.
 */
final class SpamRules {

  private static final Pattern LINK = Pattern.compile("https?://|www\\.", Pattern.CASE_INSENSITIVE);
  private static final Pattern SHORTENED =
      Pattern.compile(
          "\\b(bit\\.ly|tinyurl\\.com|t\\.me|wa\\.me|is\\.gd|cutt\\.ly|rb\\.gy|goo\\.su)/",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MARKUP =
      Pattern.compile("\\[url=|<a\\s+href|\\[link=", Pattern.CASE_INSENSITIVE);
  private static final Pattern CONTACT =
      Pattern.compile(
          "(whatsapp|telegram|wechat|微信|加v|line\\s*id|ライン追加)", Pattern.CASE_INSENSITIVE);
  private static final Pattern REPEATED = Pattern.compile("(.)\\1{9}");

  /** What sellers and cheats say and commenters rarely do, in the three languages of the site. */
  private static final List<String> SALES =
      List.of(
          "casino",
          "viagra",
          "payday loan",
          "forex signal",
          "seo service",
          "buy followers",
          "make money fast",
          "earn money from home",
          "work from home and earn",
          "double your bitcoin",
          "crypto investment",
          "recover your lost",
          "100% guaranteed",
          "replica watch",
          "副業で月収",
          "簡単に稼げ",
          "誰でも稼げ",
          "必ず儲かる",
          "即日融資",
          "出会い系",
          "激安ブランド",
          "オンラインカジノ",
          "日赚",
          "兼职刷单",
          "代开发票",
          "网上赌场",
          "博彩",
          "无抵押贷款",
          "刷粉",
          "加微信",
          "日賺",
          "線上賭場",
          "娛樂城",
          "免費領取");

  private static final int MANY_LINKS = 3;
  private static final int LETTERS_TO_SHOUT = 20;
  private static final double MOSTLY = 0.8;

  private SpamRules() {}

  /**
   * What was found.
   *
   * @param score from 0 to 1
   */
  record Finding(double score, String reason) {}

  static Finding judge(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int links = Math.toIntExact(LINK.matcher(text).results().count());
    List<String> signs = new ArrayList<>();
    double innocent = 1;
    innocent *= unless(links >= 1, 0.8, "a link", signs);
    innocent *= unless(links >= MANY_LINKS, 0.4, "many links", signs);
    innocent *= unless(SHORTENED.matcher(text).find(), 0.4, "a shortened link", signs);
    innocent *= unless(MARKUP.matcher(text).find(), 0.3, "markup for links", signs);
    innocent *= unless(CONTACT.matcher(text).find(), 0.6, "another place to talk", signs);
    innocent *= unless(REPEATED.matcher(text).find(), 0.7, "repeated characters", signs);
    innocent *= unless(isShouted(text), 0.7, "capital letters", signs);
    long sales = SALES.stream().filter(lower::contains).count();
    innocent *= unless(sales >= 1, 0.4, "words of sellers", signs);
    innocent *= unless(sales >= 2, 0.5, "many words of sellers", signs);
    return new Finding(1 - innocent, String.join(", ", signs));
  }

  /** The share of innocence that a sign leaves. */
  private static double unless(boolean found, double left, String sign, List<String> signs) {
    if (found) {
      signs.add(sign);
    }
    return found ? left : 1;
  }

  private static boolean isShouted(String text) {
    long letters = text.codePoints().filter(c -> c < 0x250 && Character.isLetter(c)).count();
    long capitals = text.codePoints().filter(c -> c < 0x250 && Character.isUpperCase(c)).count();
    return letters >= LETTERS_TO_SHOUT && capitals > MOSTLY * letters;
  }
}
