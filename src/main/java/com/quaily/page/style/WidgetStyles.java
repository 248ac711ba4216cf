package com.quaily.page.style;

import com.quaily.model.channel.Channel;
import com.quaily.page.template.Html;
import java.util.Locale;
import java.util.stream.Stream;

/** The writer's own style sheet for the widget, accepted only if it is harmless. */
public final class WidgetStyles {

  private static final int LONGEST = 8 * 1024;

  private WidgetStyles() {}

  /** The page's styles followed by the channel's, if these are harmless. */
  public static Html append(Html styles, Channel channel) {
    String custom = channel.widgetCustomStyles();
    return isHarmless(custom) ? new Html(styles.value() + "\n" + custom) : styles;
  }

  /** It closes no element, loads nothing, and contains no escapes. */
  static boolean isHarmless(String css) {
    String lower = css.toLowerCase(Locale.ROOT);
    return css.length() <= LONGEST
        && Stream.of("<", "\\", "@import", "url(", "image-set(", "image(", "src(", "@font-face")
            .noneMatch(lower::contains);
  }
}
