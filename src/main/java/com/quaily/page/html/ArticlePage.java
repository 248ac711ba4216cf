package com.quaily.page.html;

import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostSummary;
import com.quaily.page.markdown.render.OutlineHeading;
import java.util.List;
import java.util.Optional;

/**
 * What an article's page is made from.
 *
 * @param bodyHtml the free part, already sanitised
 * @param outline its headings in order
 * @param mermaid true when the body holds diagrams
 * @param older the post before this one
 * @param newer the post after this one
 * @param translations the same writing in other languages, without this one
 * @param preview true for a draft shown to its writer: not indexed, and marked as such
 * @param commentCount comments that every reader finds; not shown where the channel takes none
 */
public record ArticlePage(
    Channel channel,
    User author,
    Post post,
    String bodyHtml,
    List<OutlineHeading> outline,
    boolean mermaid,
    Optional<PostSummary> older,
    Optional<PostSummary> newer,
    List<Translation> translations,
    boolean preview,
    int commentCount) {

  /**
   * The same writing in another language.
   *
   * @param lang BCP 47 tag
   * @param url absolute
   */
  public record Translation(String lang, String url, String title) {}

  public ArticlePage {
    outline = List.copyOf(outline);
    translations = List.copyOf(translations);
  }

  /** Whether the page tells when it is looked at; a draft's preview is nobody's reading. */
  boolean isCounted() {
    return !preview;
  }

  /** The language of the text: the post's own, else the channel's. */
  public String lang() {
    return post.lang().isEmpty() ? channel.language().tag() : post.lang();
  }
}
