package com.quaily.page;

import com.quaily.model.Channel;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The style sheets that pages carry inline: only what the page needs, made small. */
final class Styles {

  /** A kind of page, with the parts that it needs besides the base, the languages and the theme. */
  enum Sheet {
    ARTICLE(List.of("article", "code"), List.of("cjk", "cjk-article")),
    LIST(List.of("list"), List.of("cjk", "cjk-list")),
    MESSAGE(List.of("message"), List.of("cjk")),
    WIDGET(List.of("widget"), List.of("cjk"));

    private final List<String> parts;
    private final List<String> cjkParts;

    Sheet(List<String> parts, List<String> cjkParts) {
      this.parts = parts;
      this.cjkParts = cjkParts;
    }
  }

  private final Map<String, String> parts = new HashMap<>();

  Styles() {
    load("base");
    PageLanguage.CJK.forEach(language -> load("lang-" + language));
    for (Sheet sheet : Sheet.values()) {
      sheet.parts.forEach(this::load);
      sheet.cjkParts.forEach(this::load);
    }
    for (Theme theme : Theme.values()) {
      load("theme-" + theme.styleName());
    }
  }

  /**
   * The whole content of the page's style element.
   *
   * @param lang the language of the content
   * @param chrome the language in which the page itself speaks
   */
  Html of(Sheet sheet, Theme theme, Optional<Channel> channel, String lang, String chrome) {
    Accent wish =
        channel.flatMap(Channel::accent).flatMap(Accent::parse).orElseGet(() -> own(theme));
    StringBuilder css = new StringBuilder(16 * 1024).append(colours(wish, theme));
    css.append(parts.get("base"));
    Set<String> languages = new LinkedHashSet<>();
    PageLanguage.cjk(lang).ifPresent(languages::add);
    PageLanguage.cjk(chrome).ifPresent(languages::add);
    languages.forEach(language -> css.append(parts.get("lang-" + language)));
    sheet.parts.forEach(part -> css.append(parts.get(part)));
    if (PageLanguage.cjk(lang).isPresent()) {
      sheet.cjkParts.forEach(part -> css.append(parts.get(part)));
    }
    return new Html(css.append(parts.get("theme-" + theme.styleName())).toString());
  }

  private static Accent own(Theme theme) {
    return Accent.parse(theme.accent()).orElseThrow();
  }

  private static String colours(Accent wish, Theme theme) {
    Accent light = wish.readableOn(Accent.parse(theme.lightSurface()).orElseThrow());
    Accent dark = wish.readableOn(Accent.parse(theme.darkSurface()).orElseThrow());
    return variables(light) + "@media(prefers-color-scheme:dark){" + variables(dark) + "}";
  }

  private static String variables(Accent accent) {
    return ":root{--accent:" + accent.css() + ";--on-accent:" + accent.ink().css() + "}";
  }

  private void load(String name) {
    parts.put(name, minify(Resources.text("com/quaily/styles/" + name + ".css")));
  }

  /** Takes out comments and blanks; our sheets have no strings in which these would matter. */
  static String minify(String css) {
    return css.replaceAll("(?s)/\\*.*?\\*/", "")
        .replaceAll("\\s+", " ")
        .replaceAll(" ?([{};,>]) ?", "$1")
        .replaceAll(": ", ":")
        .replace(";}", "}")
        .strip();
  }
}
