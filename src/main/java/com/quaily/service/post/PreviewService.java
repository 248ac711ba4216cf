package com.quaily.service.post;

import com.quaily.dao.PostDao;
import com.quaily.dao.PreviewTokenDao;
import com.quaily.model.Caller;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.post.Post;
import com.quaily.page.publishing.compose.ArticleComposer;
import com.quaily.page.publishing.compose.ChannelContext;
import com.quaily.page.publishing.compose.ChannelContexts;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.crypto.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Preview links that show a post as its page would be. */
public final class PreviewService {

  private static final Duration VALIDITY = Duration.ofDays(7);

  private final PreviewTokenDao previewTokenDao;
  private final PostDao postDao;
  private final ChannelAccess access;
  private final PostLookup lookup;
  private final ChannelContexts contexts;
  private final ArticleComposer articleComposer;
  private final Clock clock;

  public PreviewService(
      PreviewTokenDao previewTokenDao,
      PostDao postDao,
      ChannelAccess access,
      PostLookup lookup,
      ChannelContexts contexts,
      ArticleComposer articleComposer,
      Clock clock) {
    this.previewTokenDao = previewTokenDao;
    this.postDao = postDao;
    this.access = access;
    this.lookup = lookup;
    this.contexts = contexts;
    this.articleComposer = articleComposer;
    this.clock = clock;
  }

  /** A token that shows the post for a week. */
  public PreviewToken create(Caller caller, String channelKey, String postKey) {
    Post post = lookup.find(access.requireWriter(caller, channelKey), postKey);
    String token = Secrets.newToken();
    Instant expiresAt = clock.instant().plus(VALIDITY);
    previewTokenDao.insert(Secrets.hash(token), post.id(), expiresAt);
    return new PreviewToken(token, expiresAt);
  }

  /**
   * The post's page as it would be now.
   *
   * @param token of the post; null = none
   * @param caller a writer of the channel needs no token
   * @throws NotFoundException when the token is not valid for this post, or has expired
   */
  public String render(String channelKey, String postKey, String token, Optional<Caller> caller) {
    Channel channel = access.find(channelKey);
    byte[] hash = Secrets.hash(token == null ? "" : token);
    Post post =
        previewTokenDao
            .selectPost(hash, clock.instant())
            .flatMap(postDao::selectById)
            .filter(shown -> shown.channelId() == channel.id())
            .filter(shown -> lookup.find(channel, postKey).id() == shown.id())
            .or(() -> writersPost(channel, postKey, caller))
            .orElseThrow(() -> new NotFoundException(ErrorCode.PREVIEW_NOT_FOUND));
    ChannelContext context =
        contexts
            .load(channel.id())
            .orElseThrow(() -> new NotFoundException(ErrorCode.CHANNEL_NOT_FOUND));
    return articleComposer.preview(context, post);
  }

  private Optional<Post> writersPost(Channel channel, String postKey, Optional<Caller> caller) {
    return caller
        .filter(writer -> channel.isWrittenBy(writer.userId()))
        .map(writer -> lookup.find(channel, postKey));
  }

  /** A token and when it expires. */
  public record PreviewToken(String token, Instant expiresAt) {}
}
