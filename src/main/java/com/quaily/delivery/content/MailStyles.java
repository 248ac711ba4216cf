package com.quaily.delivery.content;

import com.quaily.page.template.PageLanguage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The styles of an email's elements, in pixels and {@code #rrggbb}, which all mail programs
 * understand.
 */
final class MailStyles {

  private static final String MONO = "font-family:Menlo,Consolas,'Courier New',monospace";
  private static final Map<String, String> CALLOUTS =
      Map.of(
          "callout-note", "#2f6fb3",
          "callout-tip", "#2e7d4f",
          "callout-important", "#7a4fb5",
          "callout-warning", "#9a6700",
          "callout-caution", "#b3372f");

  private final MailPalette palette;
  private final String fonts;
  private final boolean cjk;

  /**
   * @param lang of the post, a BCP 47 tag
   */
  MailStyles(MailPalette palette, String lang) {
    this.palette = palette;
    String kind = PageLanguage.cjk(lang).orElse("");
    this.cjk = !kind.isEmpty();
    this.fonts =
        switch (kind) {
          case "ja" -> "'Hiragino Sans','Yu Gothic','Noto Sans CJK JP',Meiryo,sans-serif";
          case "zh" -> "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif";
          case "zh-hant" -> "'PingFang TC','Microsoft JhengHei','Noto Sans CJK TC',sans-serif";
          case "ko" -> "'Apple SD Gothic Neo','Malgun Gothic','Noto Sans CJK KR',sans-serif";
          default -> "Georgia,'Times New Roman',serif";
        };
  }

  /** The fonts of the text. */
  String fonts() {
    return fonts;
  }

  MailPalette palette() {
    return palette;
  }

  /** The style of the cell around code or a quotation. */
  String box(String kind) {
    return kind.equals("code")
        ? "padding:14px 16px;background-color:#f3f2ee;border-radius:4px"
        : "padding:2px 0 0 18px;border-left:3px solid #c9c6bd";
  }

  /** The style of the cell around a callout. */
  String callout(Set<String> classes) {
    String color =
        classes.stream()
            .filter(CALLOUTS::containsKey)
            .map(CALLOUTS::get)
            .findFirst()
            .orElse(CALLOUTS.get("callout-note"));
    return "padding:14px 18px 0;background-color:#f6f5f2;border-left:4px solid " + color;
  }

  /** Styles by selector. */
  Map<String, String> elements() {
    Map<String, String> styles = new LinkedHashMap<>();
    String leading = cjk ? "1.85" : "1.65";
    // Of several selectors that match, the first counts.
    styles.put(
        ".footnotes p, .footnotes li",
        "margin:0 0 6px;font-size:14px;line-height:1.55;color:#6a675f");
    styles.put("p.facts", "margin:0 0 8px;font-size:14px;line-height:1.5;color:#6a675f");
    styles.put("li p", "margin:0 0 8px;font-size:17px;line-height:" + leading);
    styles.put("td.q-quote > p:last-child", "margin:0;font-size:17px;line-height:" + leading);
    styles.put("p.callout-title", "margin:0 0 6px;font-size:17px;line-height:1.4;font-weight:bold");
    styles.put(
        "td.q-callout > p:last-child", "margin:0 0 16px;font-size:17px;line-height:" + leading);
    styles.put("ul.tasks", "margin:0 0 20px;padding:0;list-style:none");
    styles.put("p", "margin:0 0 20px;font-size:17px;line-height:" + leading);
    heading(styles, "h1", 27);
    heading(styles, "h2", 23);
    heading(styles, "h3", 20);
    heading(styles, "h4, h5, h6", 17);
    styles.put("a", "color:" + palette.accent() + ";text-decoration:underline");
    styles.put("img", "max-width:100%;height:auto;border:0;border-radius:2px");
    styles.put("figure", "margin:0 0 20px");
    styles.put(
        "figcaption",
        "margin:8px 0 0;font-size:14px;line-height:1.5;color:#6a675f;text-align:center");
    styles.put("ul, ol", "margin:0 0 20px;padding:0 0 0 26px");
    styles.put("li", "margin:0 0 8px;font-size:17px;line-height:" + leading);
    styles.put("dt", "font-size:17px;font-weight:bold;line-height:" + leading);
    styles.put("dd", "margin:0 0 12px 20px;font-size:17px;line-height:" + leading);
    styles.put(
        "pre",
        "margin:0;"
            + MONO
            + ";font-size:14px;line-height:1.55;white-space:pre-wrap;word-break:break-word");
    styles.put("pre code", MONO + ";font-size:14px");
    styles.put("code, kbd, samp, tt", MONO + ";font-size:15px");
    styles.put("mark", "background-color:#fff0b3;color:#1d1d1b");
    styles.put("hr", "margin:28px 0;border:0;border-top:1px solid #d9d6ce;height:0");
    styles.put(
        "table:not([role])", "width:100%;margin:0 0 20px;border-collapse:collapse;font-size:15px");
    styles.put(
        "th", "padding:8px 10px;border-bottom:2px solid #c9c6bd;font-size:15px;line-height:1.5");
    styles.put(
        "table:not([role]) td",
        "padding:8px 10px;border-bottom:1px solid #d9d6ce;font-size:15px;line-height:1.5");
    styles.put("sup, sub", "font-size:12px;line-height:0");
    return styles;
  }

  private static void heading(Map<String, String> styles, String selector, int size) {
    styles.put(
        selector, "margin:32px 0 14px;font-size:" + size + "px;line-height:1.3;font-weight:bold");
  }
}
