package com.quaily.service.post;

import com.quaily.dao.PackDao;
import com.quaily.database.Transactions;
import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.post.Pack;
import com.quaily.page.publishing.PageChangeLog;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.validation.FieldValidator;
import com.quaily.service.validation.PathIds;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Packs: ordered collections of posts. */
public final class PackService {

  private final Transactions transactions;
  private final PackDao packDao;
  private final ChannelAccess access;
  private final PageChangeLog changeLog;
  private final Clock clock;

  public PackService(
      Transactions transactions,
      PackDao packDao,
      ChannelAccess access,
      PageChangeLog changeLog,
      Clock clock) {
    this.transactions = transactions;
    this.packDao = packDao;
    this.access = access;
    this.changeLog = changeLog;
    this.clock = clock;
  }

  /** The channel's packs, newest first. */
  public List<Pack> list(String channelKey) {
    return packDao.selectByChannel(access.find(channelKey).id(), Limits.PACKS);
  }

  /** The pack with an id or UUID. */
  public Pack get(String channelKey, String packKey) {
    return require(access.find(channelKey), packKey);
  }

  private Pack require(Channel channel, String packKey) {
    return PathIds.parse(packKey)
        .flatMap(packDao::selectById)
        .or(() -> uuid(packKey).flatMap(packDao::selectByUuid))
        .filter(pack -> pack.channelId() == channel.id())
        .orElseThrow(() -> new NotFoundException(ErrorCode.PACK_NOT_FOUND));
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Creates a pack. */
  public Pack create(Caller caller, String channelKey, Draft draft) {
    Channel channel = access.requireWriter(caller, channelKey);
    Instant now = clock.instant();
    Pack empty = new Pack(0, null, channel.id(), "", "", "", List.of(), now, now);
    Pack pack = merge(empty, draft);
    return transactions.inTransaction(
        () -> {
          transactions.lock("packs " + channel.id());
          if (packDao.selectByChannel(channel.id(), Limits.PACKS).size() == Limits.PACKS) {
            throw new InvalidException(
                ErrorCode.INVALID_FIELD,
                "title",
                "the list already has " + Limits.PACKS + " packs");
          }
          changeLog.companionsChanged(channel.id());
          return packDao.insert(pack);
        });
  }

  /** Saves the given values; null keeps the old one. */
  public Pack update(Caller caller, String channelKey, String packKey, Draft draft) {
    Channel channel = access.requireWriter(caller, channelKey);
    return transactions.inTransaction(
        () -> {
          packDao.update(merge(require(channel, packKey), draft));
          changeLog.companionsChanged(channel.id());
          return require(channel, packKey);
        });
  }

  private Pack merge(Pack before, Draft draft) {
    return new Pack(
        before.id(),
        before.uuid(),
        before.channelId(),
        FieldValidator.requiredLine(
            "title", draft.title() == null ? before.title() : draft.title(), Limits.TITLE),
        draft.description() == null
            ? before.description()
            : FieldValidator.text("description", draft.description(), Limits.SUMMARY),
        draft.coverImageUrl() == null
            ? before.coverImageUrl()
            : FieldValidator.url("cover_image_url", draft.coverImageUrl(), Limits.URL),
        draft.postIds() == null
            ? before.postIds()
            : checkPosts(before.channelId(), draft.postIds()),
        before.createdAt(),
        clock.instant());
  }

  private List<Long> checkPosts(long channelId, List<Long> ids) {
    List<Long> distinct = ids.stream().filter(id -> id != null).distinct().toList();
    if (distinct.size() > Limits.PACK_POSTS) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD, "post_ids", "at most " + Limits.PACK_POSTS + " are allowed");
    }
    if (packDao.selectPostIds(channelId, distinct).size() < distinct.size()) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD, "post_ids", "must contain only ids of posts in this list");
    }
    return distinct;
  }

  /** Deletes a pack; its posts remain. */
  public void delete(Caller caller, String channelKey, String packKey) {
    Channel channel = access.requireWriter(caller, channelKey);
    transactions.inTransaction(
        () -> {
          packDao.delete(require(channel, packKey).id());
          changeLog.companionsChanged(channel.id());
        });
  }

  /** A pack's fields in a request; null means not given. */
  public record Draft(String title, String description, String coverImageUrl, List<Long> postIds) {}
}
