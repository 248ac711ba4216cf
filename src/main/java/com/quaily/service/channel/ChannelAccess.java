package com.quaily.service.channel;

import com.quaily.dao.ChannelDao;
import com.quaily.model.Caller;
import com.quaily.model.LogKeys;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.ForbiddenException;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.post.Slug;
import com.quaily.service.validation.PathIds;
import java.util.Optional;
import org.slf4j.MDC;

/** Finds channels and checks permissions. */
public final class ChannelAccess {

  private final ChannelDao channelDao;

  public ChannelAccess(ChannelDao channelDao) {
    this.channelDao = channelDao;
  }

  /**
   * The channel with a numeric id, a slug or a former slug.
   *
   * @throws NotFoundException when there is none
   */
  public Channel find(String idOrSlug) {
    Channel found =
        Optional.of(idOrSlug)
            .filter(Slug::isValid)
            .flatMap(this::select)
            .orElseThrow(() -> new NotFoundException(ErrorCode.CHANNEL_NOT_FOUND));
    MDC.put(LogKeys.CHANNEL, String.valueOf(found.id()));
    return found;
  }

  /**
   * The channel of an id.
   *
   * @throws NotFoundException when there is none
   */
  public Channel find(long id) {
    return channelDao
        .selectById(id)
        .orElseThrow(() -> new NotFoundException(ErrorCode.CHANNEL_NOT_FOUND));
  }

  private Optional<Channel> select(String idOrSlug) {
    return PathIds.parse(idOrSlug)
        .flatMap(channelDao::selectById)
        .or(() -> channelDao.selectBySlug(idOrSlug))
        .or(() -> channelDao.selectRedirect(idOrSlug).flatMap(channelDao::selectById));
  }

  /**
   * The channel, if the caller is one of its writers.
   *
   * @throws ForbiddenException otherwise
   */
  public Channel requireWriter(Caller caller, String idOrSlug) {
    return requireWriter(caller, find(idOrSlug));
  }

  /** Like {@link #requireWriter(Caller, String)}. */
  public Channel requireWriter(Caller caller, long id) {
    return requireWriter(caller, find(id));
  }

  /** Like {@link #requireWriter(Caller, String)}. */
  public static Channel requireWriter(Caller caller, Channel channel) {
    if (!channel.isWrittenBy(caller.userId())) {
      throw new ForbiddenException(
          ErrorCode.FORBIDDEN, "Only the channel's owner and cooperators can do this.");
    }
    return channel;
  }

  /**
   * The channel, if the caller owns it.
   *
   * @throws ForbiddenException otherwise
   */
  public Channel requireOwner(Caller caller, String idOrSlug) {
    Channel channel = find(idOrSlug);
    if (channel.userId() != caller.userId()) {
      throw new ForbiddenException(ErrorCode.FORBIDDEN, "Only the channel's owner can do this.");
    }
    return channel;
  }
}
