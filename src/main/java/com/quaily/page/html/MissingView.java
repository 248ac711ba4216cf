package com.quaily.page.html;

import com.quaily.model.Language;
import com.quaily.model.Site;
import com.quaily.page.style.Styles;
import com.quaily.page.template.Messages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Builds the values of {@code missing.vm}. */
final class MissingView {

  private final Site site;

  MissingView(Site site) {
    this.site = site;
  }

  Map<String, Object> values() {
    List<Map<String, String>> sections =
        Stream.of(Language.values()).map(MissingView::section).toList();
    String titles =
        sections.stream().map(section -> section.get("title")).collect(Collectors.joining(" · "));
    Map<String, Object> values = new HashMap<>();
    values.put("siteName", site.name());
    values.put("headTitle", titles + " – " + site.name());
    values.put("sections", sections);
    values.put("style", Styles.alone("missing"));
    return values;
  }

  private static Map<String, String> section(Language language) {
    Messages messages = Messages.of(language);
    boolean first = language == Language.EN;
    return Map.of(
        "lang", language.tag(),
        "heading", first ? "h1" : "h2",
        "title", messages.get("missing.title"),
        "body", messages.get("missing.body"),
        "href", first ? "/" : "/" + language.tag() + "/",
        "link", messages.get("missing.site"));
  }
}
