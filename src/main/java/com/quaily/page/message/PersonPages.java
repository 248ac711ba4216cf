package com.quaily.page.message;

import com.quaily.model.Language;
import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;
import com.quaily.page.html.MessagePage;
import com.quaily.page.html.PageRenderer;
import com.quaily.page.template.Html;
import com.quaily.page.template.Messages;
import com.quaily.page.url.PageUrls;
import java.util.List;
import java.util.Optional;

/** The public page of a person: who they are, and the channels that they write. */
public final class PersonPages {

  private final PageRenderer renderer;
  private final PageUrls urls;

  public PersonPages(PageRenderer renderer, PageUrls urls) {
    this.renderer = renderer;
    this.urls = urls;
  }

  /** The page in this language. */
  public String person(User person, List<Channel> channels, Language language) {
    StringBuilder body = new StringBuilder(500);
    for (String text : List.of(person.tagline(), person.bio())) {
      if (!text.isBlank()) {
        body.append(Html.paragraph(text).value());
      }
    }
    if (!channels.isEmpty()) {
      String heading = Messages.of(language).get("person.channels");
      body.append("<h2>").append(Html.escape(heading)).append("</h2><ul>");
      channels.forEach(channel -> body.append(item(channel)));
      body.append("</ul>");
    }
    return renderer.message(
        new MessagePage(
            language, Optional.empty(), person.name(), body.toString(), Optional.empty(), true));
  }

  private String item(Channel channel) {
    String tagline = channel.tagline().isBlank() ? "" : " – " + Html.escape(channel.tagline());
    return "<li lang=\"%s\"><a href=\"%s\">%s</a>%s</li>"
        .formatted(
            Html.escape(channel.language().tag()),
            Html.escape(urls.index(channel)),
            Html.escape(channel.title()),
            tagline);
  }

  /** The page for an address that belongs to nobody. */
  public String unknown() {
    return renderer.notFound();
  }
}
