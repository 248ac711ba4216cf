package com.quaily.service.post;

import com.quaily.model.Caller;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ForbiddenException;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostInput;
import com.quaily.page.publishing.compose.ArticleComposer;
import com.quaily.page.publishing.compose.ChannelContexts;
import com.quaily.service.channel.ChannelAccess;
import java.time.Clock;
import java.util.Optional;

/** Renders texts as their pages would be, without storing anything. */
public final class DraftPreview {

  /** No post can have this slug. */
  private static final String SLUG = "preview";

  private final ChannelAccess access;
  private final PostAssembler drafting;
  private final ChannelContexts contexts;
  private final ArticleComposer articleComposer;
  private final Clock clock;

  public DraftPreview(
      ChannelAccess access,
      PostAssembler drafting,
      ChannelContexts contexts,
      ArticleComposer articleComposer,
      Clock clock) {
    this.access = access;
    this.drafting = drafting;
    this.contexts = contexts;
    this.articleComposer = articleComposer;
    this.clock = clock;
  }

  /**
   * The page of a post with these values, as HTML.
   *
   * @throws ForbiddenException unless the caller is one of the channel's writers
   */
  public String render(Caller caller, String channelKey, PostInput input) {
    Channel channel = access.requireWriter(caller, channelKey);
    PostAuthors.require(channel, Optional.empty(), input.displayUsers());
    Post post = drafting.create(channel, caller.userId(), SLUG, input, clock.instant()).post();
    return articleComposer.preview(contexts.of(channel), post);
  }
}
