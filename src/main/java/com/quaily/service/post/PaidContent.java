package com.quaily.service.post;

import com.quaily.model.Caller;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.ForbiddenException;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.page.PageKeys;
import com.quaily.model.post.Post;
import com.quaily.page.publishing.compose.ArticleComposer;
import com.quaily.page.publishing.compose.ChannelContexts;
import java.nio.charset.StandardCharsets;

/** The part of a published post behind the paywall, as its page shows it. */
public final class PaidContent {

  private final PostQueries postQueries;
  private final ChannelContexts contexts;
  private final ArticleComposer articles;

  public PaidContent(PostQueries postQueries, ChannelContexts contexts, ArticleComposer articles) {
    this.postQueries = postQueries;
    this.contexts = contexts;
    this.articles = articles;
  }

  /**
   * The sanitized HTML.
   *
   * @throws ForbiddenException when the caller may not read it
   * @throws NotFoundException when there is no such post, or it has no paid part
   */
  public String html(Caller caller, String channelKey, String postKey) {
    Post post = postQueries.content(caller, channelKey, postKey);
    return contexts
        .load(post.channelId())
        .flatMap(
            context ->
                articles.composePaid(context, post, PageKeys.paid(context.slug(), post.id())))
        .map(page -> new String(page.content(), StandardCharsets.UTF_8))
        .orElseThrow(() -> new NotFoundException(ErrorCode.POST_NOT_FOUND));
  }
}
