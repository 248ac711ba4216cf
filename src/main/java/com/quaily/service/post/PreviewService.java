package com.quaily.service.post;

import com.quaily.dao.EphemeralTokenDao;
import com.quaily.dao.PostDao;
import com.quaily.dao.PreviewTokenDao;
import com.quaily.database.Database;
import com.quaily.model.Caller;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.post.Post;
import com.quaily.page.publishing.compose.ArticleComposer;
import com.quaily.page.publishing.compose.ChannelContext;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.crypto.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Links that show a post as its page would be, to whoever has the link. */
public final class PreviewService {

  private static final Duration VALIDITY = Duration.ofDays(7);

  private final Database database;
  private final PreviewTokenDao previewTokenDao;
  private final EphemeralTokenDao ephemeralTokenDao;
  private final PostDao postDao;
  private final ChannelAccess access;
  private final PostLookup lookup;
  private final ArticleComposer articleComposer;
  private final Clock clock;

  public PreviewService(
      Database database,
      ChannelAccess access,
      PostLookup lookup,
      ArticleComposer articleComposer,
      Clock clock) {
    this.database = database;
    this.previewTokenDao = database.dao(PreviewTokenDao.class);
    this.ephemeralTokenDao = database.dao(EphemeralTokenDao.class);
    this.postDao = database.dao(PostDao.class);
    this.access = access;
    this.lookup = lookup;
    this.articleComposer = articleComposer;
    this.clock = clock;
  }

  /** A token that shows the post for a week. */
  public PreviewToken create(Caller caller, String channelKey, String postKey) {
    Post post = lookup.find(access.requireWriter(caller, channelKey), postKey);
    String token = Secrets.newToken();
    Instant expiresAt = clock.instant().plus(VALIDITY);
    database.inTransaction(() -> previewTokenDao.insert(Secrets.hash(token), post.id(), expiresAt));
    return new PreviewToken(token, expiresAt);
  }

  /**
   * The post's page as it would be now.
   *
   * @param token of the post, or an ephemeral token of somebody who writes for the channel, which
   *     is used up; null = none
   * @param caller who asks; one who writes for the channel needs no token
   * @throws NotFoundException when the token does not show this post, or no longer
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
            .or(() -> writersPost(channel, postKey, hash, caller))
            .orElseThrow(() -> new NotFoundException(ErrorCode.PREVIEW_NOT_FOUND));
    ChannelContext context =
        ChannelContext.load(database, channel.id())
            .orElseThrow(() -> new NotFoundException(ErrorCode.CHANNEL_NOT_FOUND));
    return articleComposer.preview(context, post);
  }

  private Optional<Post> writersPost(
      Channel channel, String postKey, byte[] hash, Optional<Caller> caller) {
    boolean writer =
        caller.filter(c -> channel.isWrittenBy(c.userId())).isPresent()
            || database
                .inTransaction(() -> ephemeralTokenDao.take(hash, clock.instant()))
                .filter(token -> channel.isWrittenBy(token.userId()))
                .isPresent();
    return writer ? Optional.of(lookup.find(channel, postKey)) : Optional.empty();
  }

  /** A token with the end of its validity. */
  public record PreviewToken(String token, Instant expiresAt) {}
}
