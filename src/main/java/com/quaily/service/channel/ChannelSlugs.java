package com.quaily.service.channel;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.ChannelDeletionDao;
import com.quaily.model.Limits;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.service.validation.FieldValidator;
import com.quaily.service.validation.FreeSlug;
import com.quaily.service.validation.SlugMaker;
import com.quaily.service.validation.SlugRules;
import java.util.Optional;

/** Which slugs channels can take. */
public final class ChannelSlugs {

  private final ChannelDao channelDao;
  private final ChannelDeletionDao deletionDao;

  public ChannelSlugs(ChannelDao channelDao, ChannelDeletionDao deletionDao) {
    this.channelDao = channelDao;
    this.deletionDao = deletionDao;
  }

  /**
   * A slug for a new channel with this title that is free now; empty when the title has no letters
   * and digits.
   */
  public Optional<String> suggest(String title) {
    return SlugMaker.normalize(FieldValidator.line("title", title, Limits.TITLE))
        .map(SlugMaker::forChannel)
        .map(made -> FreeSlug.of(made, slug -> refusal(slug).isPresent()));
  }

  /** Why a new channel cannot have this slug; empty when it can. */
  public Optional<ErrorCode> refusal(String slug) {
    try {
      SlugRules.requireChannelSlug(slug);
    } catch (InvalidException e) {
      return Optional.of(e.code());
    }
    return isTaken(slug, 0) ? Optional.of(ErrorCode.SLUG_TAKEN) : Optional.empty();
  }

  /**
   * Whether the slug belongs to another channel. Former slugs remain reserved for their channel, so
   * that old links never lead to another one.
   */
  boolean isTaken(String slug, long channelId) {
    return channelDao.selectBySlug(slug).filter(owner -> owner.id() != channelId).isPresent()
        || deletionDao.isReserved(slug)
        || channelDao.selectRedirect(slug).filter(owner -> owner != channelId).isPresent();
  }
}
