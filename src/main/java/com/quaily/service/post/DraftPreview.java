package com.quaily.service.post;

import com.quaily.model.Caller;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ForbiddenException;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostInput;
import com.quaily.page.publishing.compose.ArticleComposer;
import com.quaily.page.publishing.compose.ChannelContexts;
import com.quaily.page.template.PageLanguage;
import com.quaily.service.channel.ChannelAccess;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;

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
   * The page of a post with these values, as HTML, dated as they say.
   *
   * @param values of the post, given the channel's time zone
   * @throws ForbiddenException unless the caller is one of the channel's writers
   */
  public String render(Caller caller, String channelKey, Function<ZoneId, PostInput> values) {
    Channel channel = access.requireWriter(caller, channelKey);
    PostInput input = values.apply(PageLanguage.zone(channel));
    PostAuthors.require(channel, Optional.empty(), input.displayUsers());
    Post post = drafting.create(channel, caller.userId(), SLUG, input, clock.instant()).post();
    return articleComposer.preview(contexts.of(channel), dated(post, input));
  }

  private static Post dated(Post post, PostInput input) {
    Instant date = input.datetime() == null ? input.firstPublishedAt() : input.datetime();
    return post.withPublication(date, date, null, post.listPage(), post.updatedAt());
  }
}
