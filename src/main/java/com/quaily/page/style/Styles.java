package com.quaily.page.style;

import com.quaily.model.channel.Channel;
import com.quaily.page.style.StyleSelection.Extra;
import com.quaily.page.style.StyleSelection.Sheet;
import com.quaily.page.template.Html;
import com.quaily.page.template.PageLanguage;
import com.quaily.page.template.Resources;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The inline style sheets of pages: only what the page needs, minified. */
public final class Styles {

  /** The limit of style characters per page; each percentage width adds a rule of about twenty. */
  static final int MOST = 15 * 1024;

  private final Map<String, String> parts = new HashMap<>();

  public Styles() {
    Stream.of("base", "cjk").forEach(this::load);
    PageLanguage.CJK.forEach(language -> load("lang-" + language));
    for (Sheet sheet : Sheet.values()) {
      load(sheet.part());
      load(sheet.cjkPart());
    }
    for (Extra extra : Extra.values()) {
      load(extra.part());
    }
    for (Theme theme : Theme.values()) {
      load("theme-" + theme.styleName());
    }
  }

  /**
   * The content of the page's style element.
   *
   * @param lang the language of the content
   * @param chrome the language of the interface
   */
  public Html of(StyleSelection look, Optional<Channel> channel, String lang, String chrome) {
    Theme theme = look.theme();
    Accent wish =
        channel.flatMap(Channel::accent).flatMap(Accent::parse).orElseGet(() -> own(theme));
    Set<String> names = new LinkedHashSet<>();
    names.add("base");
    Optional<String> cjk = PageLanguage.cjk(lang);
    cjk.ifPresent(language -> names.add("lang-" + language));
    PageLanguage.cjk(chrome).ifPresent(language -> names.add("lang-" + language));
    names.add(look.sheet().part());
    look.extras().forEach(extra -> names.add(extra.part()));
    if (cjk.isPresent()) {
      names.add("cjk");
      names.add(look.sheet().cjkPart());
    }
    names.add("theme-" + theme.styleName());
    StringBuilder css = new StringBuilder(MOST).append(colors(wish, theme));
    names.forEach(name -> css.append(parts.get(name)));
    look.shares().forEach(share -> css.append(rule(share)));
    return new Html(css.toString());
  }

  /** The width and height attributes of such an image give its aspect ratio. */
  private static String rule(String share) {
    return ".share-" + share + "{width:" + share + "%}";
  }

  private static Accent own(Theme theme) {
    return Accent.parse(theme.accent()).orElseThrow();
  }

  private static String colors(Accent wish, Theme theme) {
    Accent light = wish.readableOn(Accent.parse(theme.lightSurface()).orElseThrow());
    Accent dark = wish.readableOn(Accent.parse(theme.darkSurface()).orElseThrow());
    return variables(light)
        + "@media screen and (prefers-color-scheme:dark){"
        + variables(dark)
        + "}";
  }

  private static String variables(Accent accent) {
    return ":root{--accent:" + accent.css() + ";--on-accent:" + accent.ink().css() + "}";
  }

  /** A sheet that is a page's whole style. */
  public static Html alone(String name) {
    return new Html(read(name));
  }

  private void load(String name) {
    parts.put(name, read(name));
  }

  private static String read(String name) {
    return minify(Resources.text("com/quaily/styles/" + name + ".css"));
  }

  /**
   * Removes comments, whitespace and quotes around font names; our sheets have no strings that this
   * would break.
   */
  static String minify(String css) {
    return css.replaceAll("(?s)/\\*.*?\\*/", "")
        .replaceAll("\\s+", " ")
        .replaceAll(" ?([{};,>]) ?", "$1")
        .replace(": ", ":")
        .replace(" !", "!")
        .replace("@media (", "@media(")
        .replaceAll("\"([A-Z][A-Za-z ]*)\"", "$1")
        .replace(";}", "}")
        .strip();
  }
}
