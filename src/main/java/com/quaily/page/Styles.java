package com.quaily.page;

import com.quaily.model.Channel;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The style sheets that pages carry inline: only what the kind of page needs, made small. */
final class Styles {

  /** A kind of page, and the sheets that it needs besides the base. */
  enum Sheet {
    ARTICLE("article", "code"),
    LIST("list"),
    MESSAGE("message"),
    WIDGET("widget");

    private final String[] parts;

    Sheet(String... parts) {
      this.parts = parts;
    }
  }

  private final Map<Theme, Map<Sheet, String>> sheets = new EnumMap<>(Theme.class);

  Styles() {
    for (Theme theme : Theme.values()) {
      Map<Sheet, String> ofTheme = new EnumMap<>(Sheet.class);
      for (Sheet sheet : Sheet.values()) {
        ofTheme.put(sheet, assemble(theme, sheet));
      }
      sheets.put(theme, ofTheme);
    }
  }

  /** The whole content of the page's style element. */
  Html of(Sheet sheet, Theme theme, Optional<Channel> channel) {
    Accent wish =
        channel.flatMap(Channel::accent).flatMap(Accent::parse).orElseGet(() -> own(theme));
    return new Html(colours(wish, theme) + sheets.get(theme).get(sheet));
  }

  private static Accent own(Theme theme) {
    return Accent.parse(theme.accent()).orElseThrow();
  }

  private static String colours(Accent wish, Theme theme) {
    Accent light = wish.readableOn(Accent.parse(theme.light()).orElseThrow());
    Accent dark = wish.readableOn(Accent.parse(theme.dark()).orElseThrow());
    return variables(light) + "@media(prefers-color-scheme:dark){" + variables(dark) + "}";
  }

  private static String variables(Accent accent) {
    return ":root{--accent:" + accent.css() + ";--on-accent:" + accent.ink().css() + "}";
  }

  private static String assemble(Theme theme, Sheet sheet) {
    StringBuilder css = new StringBuilder(read("base"));
    for (String part : sheet.parts) {
      css.append(read(part));
    }
    return css.append(read("theme-" + theme.styleName())).toString();
  }

  private static String read(String name) {
    return minify(Resources.text("com/quaily/styles/" + name + ".css"));
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
