package com.quaily.page.html;

import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostSummary;
import com.quaily.page.markdown.render.OutlineHeading;
import com.quaily.page.template.PageLanguage;
import java.util.List;
import java.util.Optional;

/**
 * The data of an article page.
 *
 * @param authors named in the byline, at least one
 * @param bodyHtml the free part, sanitized
 * @param outline its headings in order
 * @param mermaid true when the body contains diagrams
 * @param older the previous post
 * @param newer the next post
 * @param translations the post's translations, without this one
 * @param changedOriginal the post of which this is a translation, if it has changed since and
 *     readers shall know
 * @param preview true for a draft preview: not indexed, and labeled as a preview
 * @param commentCount number of public comments; not shown if comments are disabled
 */
public record ArticlePage(
    Channel channel,
    List<User> authors,
    Post post,
    String bodyHtml,
    List<OutlineHeading> outline,
    boolean mermaid,
    Optional<PostSummary> older,
    Optional<PostSummary> newer,
    List<Translation> translations,
    Optional<Translation> changedOriginal,
    boolean preview,
    int commentCount) {

  /**
   * A translation of the post.
   *
   * @param lang BCP 47 tag
   * @param url absolute
   */
  public record Translation(String lang, String url, String title) {}

  public ArticlePage {
    authors = List.copyOf(authors);
    outline = List.copyOf(outline);
    translations = List.copyOf(translations);
  }

  /** Whether the page reports views; a draft's preview does not. */
  boolean isCounted() {
    return !preview;
  }

  /** Whether readers can comment on the post. */
  public boolean takesComments() {
    return channel.takesComments(post);
  }

  /** The names of the authors, in order. */
  List<String> authorNames() {
    return authors.stream().map(User::name).toList();
  }

  /** The language of the text: the post's own, else the channel's. */
  public String lang() {
    return PageLanguage.ofPost(channel, post.lang());
  }
}
