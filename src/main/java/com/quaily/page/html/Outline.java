package com.quaily.page.html;

import com.quaily.page.markdown.render.OutlineHeading;
import com.quaily.page.template.Html;
import java.util.List;

/** The table of contents of an article. */
public final class Outline {

  private static final int FEWEST = 3;
  private static final int LEVELS = 2;

  private Outline() {}

  /**
   * A list of links with the second level nested in the first.
   *
   * @return empty for an article too short to need one
   */
  public static Html of(List<OutlineHeading> headings) {
    return of(headings, FEWEST);
  }

  /** Like {@link #of}, for an article that shows one however short it is. */
  static Html ofAny(List<OutlineHeading> headings) {
    return of(headings, 1);
  }

  private static Html of(List<OutlineHeading> headings, int fewest) {
    int top = headings.stream().mapToInt(OutlineHeading::level).min().orElse(0);
    List<OutlineHeading> shown =
        headings.stream().filter(heading -> heading.level() < top + LEVELS).toList();
    if (shown.size() < fewest) {
      return Html.NONE;
    }
    StringBuilder list = new StringBuilder("<ol>");
    int depth = 0;
    for (OutlineHeading heading : shown) {
      boolean nested = heading.level() > top;
      depth = open(list, depth, nested ? 2 : 1);
      list.append("<li><a href=\"#")
          .append(Html.escape(heading.id()))
          .append("\">")
          .append(Html.escape(heading.text()))
          .append("</a>");
    }
    return new Html(list.append(depth == 2 ? "</li></ol>" : "").append("</li></ol>").toString());
  }

  /** Closes the previous item and opens or closes the inner list for the given depth. */
  private static int open(StringBuilder list, int depth, int wanted) {
    if (depth == 1 && wanted == 2) {
      list.append("<ol>");
    } else if (depth == 2 && wanted == 1) {
      list.append("</li></ol></li>");
    } else if (depth > 0) {
      list.append("</li>");
    } else {
      return 1;
    }
    return wanted;
  }
}
