package com.quaily.page.markdown.render;

import com.quaily.page.markdown.node.NodeWalk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/** The headings of a document, each with a unique id. */
public final class Outline {
  private final List<OutlineHeading> headings = new ArrayList<>();
  private final Map<String, Integer> usedIds = new HashMap<>();

  public static List<OutlineHeading> of(Node document) {
    Outline outline = new Outline();
    for (Node node = document; node != null; node = NodeWalk.next(node, document)) {
      if (node instanceof Heading heading) {
        String text = textOf(heading);
        outline.add(heading.getLevel(), text, text);
      }
    }
    return outline.headings();
  }

  /** The text of a heading without markup. */
  public static String textOf(Heading heading) {
    return NodeWalk.text(heading).strip();
  }

  /**
   * Adds the next heading and returns its id.
   *
   * @param text as written, which the id derives from
   * @param shown as readers see it
   */
  String add(int level, String text, String shown) {
    String id = uniqueId(text);
    headings.add(new OutlineHeading(level, shown, id));
    return id;
  }

  List<OutlineHeading> headings() {
    return headings;
  }

  private String uniqueId(String text) {
    String base = FragmentIds.of(text);
    int count = usedIds.merge(base, 1, Integer::sum);
    if (count == 1) {
      return base;
    }
    String candidate = base + "-" + (count - 1);
    return usedIds.putIfAbsent(candidate, 1) == null ? candidate : uniqueId(base);
  }
}
