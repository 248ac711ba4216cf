package com.quaily.service.crosspost;

import com.ibm.icu.util.ULocale;
import com.quaily.dao.ChannelDao;
import com.quaily.dao.CrossPostDao;
import com.quaily.database.Transactions;
import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.channel.Channel;
import com.quaily.model.crosspost.CrossPostTarget;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.validation.FieldValidator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where translations of a channel's posts go; its owner decides. */
public final class CrossPostTargets {

  private final Transactions transactions;
  private final CrossPostDao crossPostDao;
  private final ChannelDao channelDao;
  private final ChannelAccess access;

  public CrossPostTargets(
      Transactions transactions,
      CrossPostDao crossPostDao,
      ChannelDao channelDao,
      ChannelAccess access) {
    this.transactions = transactions;
    this.crossPostDao = crossPostDao;
    this.channelDao = channelDao;
    this.access = access;
  }

  /** The targets of a channel, for its writers. */
  public List<CrossPostTarget> list(Caller caller, String list) {
    return of(access.requireWriter(caller, list));
  }

  /** Those that still have the same owner. */
  List<CrossPostTarget> of(Channel channel) {
    return crossPostDao.selectTargets(channel.id()).stream()
        .filter(target -> sibling(channel, target.listId()).isPresent())
        .toList();
  }

  /** Another channel of the same owner. */
  Optional<Channel> sibling(Channel channel, long id) {
    return channelDao
        .selectById(id)
        .filter(other -> other.userId() == channel.userId() && other.id() != channel.id());
  }

  /**
   * Replaces the targets of a channel.
   *
   * @throws InvalidException naming the field
   */
  public List<CrossPostTarget> replace(Caller caller, String list, List<CrossPostTarget> targets) {
    Channel channel = access.requireOwner(caller, list);
    List<CrossPostTarget> checked = check(channel, targets);
    return transactions.inTransaction(
        () -> {
          transactions.lock("cross-post targets " + channel.id());
          crossPostDao.deleteTargets(channel.id());
          checked.forEach(target -> crossPostDao.insertTarget(channel.id(), target));
          return checked;
        });
  }

  private List<CrossPostTarget> check(Channel channel, List<CrossPostTarget> targets) {
    if (targets == null || targets.size() > Limits.CHANNELS) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD, "targets", "must be a list of at most " + Limits.CHANNELS);
    }
    List<CrossPostTarget> checked = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    for (CrossPostTarget target : targets) {
      if (sibling(channel, target.listId()).isEmpty() || !seen.add(target.listId())) {
        throw new InvalidException(
            ErrorCode.INVALID_FIELD,
            "targets.list_id",
            "must be another channel of the same owner, named once");
      }
      String language = language(target.language());
      if (isSame(channel.language().tag(), language)) {
        throw new InvalidException(
            ErrorCode.INVALID_FIELD,
            "targets.language",
            "must not be the language of the channel itself");
      }
      checked.add(new CrossPostTarget(target.listId(), language));
    }
    return checked;
  }

  private static String language(String given) {
    String tag = FieldValidator.requiredLine("targets.language", given, Limits.LANG);
    Locale locale = Locale.forLanguageTag(tag);
    if (locale.getLanguage().isEmpty()) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD,
          "targets.language",
          "must be a language tag such as en, ja, zh-Hans or zh-Hant");
    }
    return locale.toLanguageTag();
  }

  /** Whether readers of one can read the other: language and script are equal. */
  static boolean isSame(String tag, String other) {
    ULocale one = ULocale.addLikelySubtags(ULocale.forLanguageTag(tag));
    ULocale two = ULocale.addLikelySubtags(ULocale.forLanguageTag(other));
    return one.getLanguage().equals(two.getLanguage()) && one.getScript().equals(two.getScript());
  }
}
