package com.quaily.page.markdown;

import com.quaily.page.markdown.render.LinkRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.owasp.html.HtmlStreamEventReceiver;

/** Applies the rules for Markdown links to URLs in the author's HTML. */
final class HtmlLinkPolicy implements HtmlStreamEventReceiver {
  private final HtmlStreamEventReceiver next;
  private final LinkRules links;

  private final Set<String> ids = new HashSet<>();

  HtmlLinkPolicy(HtmlStreamEventReceiver next, LinkRules links) {
    this.next = next;
    this.links = links;
  }

  @Override
  public void openTag(String elementName, List<String> attributes) {
    next.openTag(elementName, judged(elementName, attributes));
  }

  private List<String> judged(String elementName, List<String> attributes) {
    List<String> judged = new ArrayList<>(attributes.size() + 2);
    for (int i = 0; i + 1 < attributes.size(); i += 2) {
      String name = attributes.get(i);
      String value = attributes.get(i + 1);
      switch (name) {
        case "href", "cite" -> {
          Optional<String> url = links.link(value);
          url.ifPresent(safe -> put(judged, name, safe));
          if (elementName.equals("a") && url.filter(links::leadsOutside).isPresent()) {
            put(judged, "rel", LinkRules.OUTSIDE_REL);
          }
        }
        case "src" -> links.media(value).ifPresent(safe -> put(judged, name, safe));
        case "rel" -> {}
        case "id" -> {
          // The first one keeps it; a link could not tell two of them apart.
          if (ids.add(value)) {
            put(judged, name, value);
          }
        }
        default -> put(judged, name, value);
      }
    }
    return judged;
  }

  private static void put(List<String> attributes, String name, String value) {
    attributes.add(name);
    attributes.add(value);
  }

  @Override
  public void openDocument() {
    next.openDocument();
  }

  @Override
  public void closeDocument() {
    next.closeDocument();
  }

  @Override
  public void closeTag(String elementName) {
    next.closeTag(elementName);
  }

  @Override
  public void text(String text) {
    next.text(text);
  }
}
