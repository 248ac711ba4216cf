package com.quaily.service.channel;

import com.quaily.dao.ChannelDao;
import com.quaily.database.Database;
import com.quaily.model.Caller;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.ForbiddenException;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.post.Slug;
import com.quaily.service.validation.PathIds;
import java.util.Optional;

/** Finds channels and decides who may do what with them. */
public final class ChannelAccess {

  private final ChannelDao channelDao;

  public ChannelAccess(Database database) {
    this.channelDao = database.dao(ChannelDao.class);
  }

  /**
   * The channel of a numeric id or a slug; a slug that it once had counts too.
   *
   * @throws NotFoundException when there is none
   */
  public Channel find(String idOrSlug) {
    return Optional.of(idOrSlug)
        .filter(Slug::isValid)
        .flatMap(this::select)
        .orElseThrow(() -> new NotFoundException(ErrorCode.CHANNEL_NOT_FOUND));
  }

  private Optional<Channel> select(String idOrSlug) {
    return PathIds.parse(idOrSlug)
        .flatMap(channelDao::selectById)
        .or(() -> channelDao.selectBySlug(idOrSlug))
        .or(() -> channelDao.selectRedirect(idOrSlug).flatMap(channelDao::selectById));
  }

  /**
   * The channel, if the caller writes for it.
   *
   * @throws ForbiddenException when not
   */
  public Channel requireWriter(Caller caller, String idOrSlug) {
    Channel channel = find(idOrSlug);
    requireWriter(caller, channel);
    return channel;
  }

  /**
   * Refuses a caller who does not write for the channel.
   *
   * @throws ForbiddenException then
   */
  public static void requireWriter(Caller caller, Channel channel) {
    if (!channel.isWrittenBy(caller.userId())) {
      throw new ForbiddenException(
          ErrorCode.FORBIDDEN, "Only the channel's owner and cooperators can do this.");
    }
  }

  /**
   * The channel, if the caller owns it.
   *
   * @throws ForbiddenException when not
   */
  public Channel requireOwner(Caller caller, String idOrSlug) {
    Channel channel = find(idOrSlug);
    if (channel.userId() != caller.userId()) {
      throw new ForbiddenException(ErrorCode.FORBIDDEN, "Only the channel's owner can do this.");
    }
    return channel;
  }
}
