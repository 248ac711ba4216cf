package com.quaily.page.style;

import com.quaily.model.channel.Channel;
import com.quaily.page.template.Html;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The style sheets that a page needs, besides those of its languages.
 *
 * @param shares image widths in percent, each once
 */
public record StyleSelection(
    Sheet sheet, Theme theme, List<StyleSelection.Extra> extras, List<String> shares) {

  /** The output of Markdown such as {@code ![alt|50%](…)}. */
  private static final Pattern SHARE = Pattern.compile("class=\"share-(100|[1-9]\\d?)[ \"]");

  /** The selection for a page without percentage widths. */
  public StyleSelection(Sheet sheet, Theme theme, List<StyleSelection.Extra> extras) {
    this(sheet, theme, extras, List.of());
  }

  /** A kind of page. */
  public enum Sheet {
    ARTICLE("article", "cjk-article"),
    LIST("list", "cjk-list"),
    MESSAGE("message", "cjk"),
    WIDGET("widget", "cjk");

    private final String part;
    private final String cjkPart;

    Sheet(String part, String cjkPart) {
      this.part = part;
      this.cjkPart = cjkPart;
    }

    String part() {
      return part;
    }

    /** Additional styles for full-width characters. */
    String cjkPart() {
      return cjkPart;
    }
  }

  /** A feature that only some articles need. */
  public enum Extra {
    CONTENTS("contents"),
    CODE("code"),
    BOXES("boxes"),
    EMBEDS("embeds");

    private final String part;

    Extra(String part) {
      this.part = part;
    }

    String part() {
      return part;
    }

    /** The selection for an article with this table of contents and text. */
    public static List<Extra> of(Html outline, String bodyHtml) {
      return Stream.of(values()).filter(extra -> extra.isNeeded(outline, bodyHtml)).toList();
    }

    private boolean isNeeded(Html outline, String html) {
      return switch (this) {
        case CONTENTS -> !outline.value().isEmpty();
        case CODE -> html.contains("<pre") || html.contains("<code");
        case BOXES ->
            Stream.of("class=\"callout", "<table", "<details", "class=\"task-list")
                .anyMatch(html::contains);
        case EMBEDS -> html.contains("class=\"embed") || html.contains("class=\"card");
      };
    }
  }

  /** The percentage widths of the images in this text. */
  public static List<String> sharesIn(String html) {
    return SHARE.matcher(html).results().map(match -> match.group(1)).distinct().toList();
  }

  /** The selection for a page without extras, in the channel's theme. */
  public static StyleSelection of(Sheet sheet, Channel channel) {
    return new StyleSelection(sheet, Theme.of(channel), List.of());
  }
}
