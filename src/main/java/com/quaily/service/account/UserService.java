package com.quaily.service.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.quaily.dao.ChannelDao;
import com.quaily.dao.UserDao;
import com.quaily.database.Transactions;
import com.quaily.model.Caller;
import com.quaily.model.Language;
import com.quaily.model.Limits;
import com.quaily.model.account.EmailAddress;
import com.quaily.model.account.NeutralName;
import com.quaily.model.account.User;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.error.NotFoundException;
import com.quaily.page.publishing.PageChangeLog;
import com.quaily.service.validation.FieldValidator;
import com.quaily.service.validation.OptionsValidator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Users and their profiles. */
public final class UserService {

  private static final int KNOWN = 10_000;
  private static final Duration KNOWN_FOR = Duration.ofSeconds(1);

  private final Transactions transactions;
  private final UserDao userDao;
  private final ChannelDao channelDao;
  private final PageChangeLog pageJobs;
  private final Cache<Long, User> known =
      Caffeine.newBuilder()
          .maximumSize(KNOWN)
          .expireAfterWrite(KNOWN_FOR)
          .executor(Runnable::run)
          .build();

  public UserService(
      Transactions transactions, UserDao userDao, ChannelDao channelDao, PageChangeLog pageJobs) {
    this.transactions = transactions;
    this.userDao = userDao;
    this.channelDao = channelDao;
    this.pageJobs = pageJobs;
  }

  /**
   * The user with an id.
   *
   * @throws NotFoundException when there is no such user
   */
  public User get(long id) {
    return userDao
        .selectById(id)
        .orElseThrow(() -> new NotFoundException(ErrorCode.USER_NOT_FOUND));
  }

  /**
   * Like {@link #get}, for viewing other users: changes by another instance can be missing for a
   * second.
   */
  public User known(long id) {
    return known.get(id, this::get);
  }

  /**
   * The user with an address, in any spelling.
   *
   * @throws NotFoundException when there is none
   */
  public User getByEmail(String email) {
    return userDao
        .selectByEmail(EmailAddress.normalize(email))
        .orElseThrow(() -> new NotFoundException(ErrorCode.USER_NOT_FOUND));
  }

  /**
   * A user whom everybody can see: who writes, comments, replies or reacts. Users see themselves
   * too.
   *
   * @throws NotFoundException when there is no such user, or the user is not to be seen
   */
  public User getShown(Optional<Caller> caller, long id) {
    if (caller.filter(c -> c.userId() == id).isEmpty() && !userDao.isShown(id)) {
      throw new NotFoundException(ErrorCode.USER_NOT_FOUND);
    }
    return known(id);
  }

  /** The user with an address, created if necessary. */
  public User create(String email, String name, Language language) {
    String address = EmailAddress.normalize(email);
    String shown = FieldValidator.line("name", name, Limits.NAME);
    return transactions.inTransaction(
        () ->
            userDao.insertIfAbsent(
                address,
                shown.isEmpty() ? NeutralName.in(language) : shown,
                Map.of("language", language.tag())));
  }

  /** Saves the given values; null keeps the old one. Queues updates of pages that show the user. */
  public User updateProfile(long id, Profile profile) {
    return changing(
        id,
        () -> {
          User user = get(id);
          User changed = merge(user, profile);
          userDao.update(changed);
          if (!changed.name().equals(user.name())
              || !changed.avatarImageUrl().equals(user.avatarImageUrl())) {
            rewritePages(id);
          }
          return changed;
        });
  }

  /** Articles and feeds name their author and use their line break option. */
  private void rewritePages(long id) {
    channelDao.selectByWriter(id).forEach(channel -> pageJobs.channelChanged(channel.id()));
  }

  private static User merge(User user, Profile profile) {
    return new User(
        user.id(),
        user.uuid(),
        user.email(),
        profile.name() == null
            ? user.name()
            : FieldValidator.requiredLine("name", profile.name(), Limits.NAME),
        profile.bio() == null
            ? user.bio()
            : FieldValidator.text("bio", profile.bio(), Limits.SUMMARY),
        profile.tagline() == null
            ? user.tagline()
            : FieldValidator.line("tagline", profile.tagline(), Limits.TITLE),
        profile.avatarImageUrl() == null
            ? user.avatarImageUrl()
            : FieldValidator.url("avatar_image_url", profile.avatarImageUrl(), Limits.URL),
        user.status(),
        profile.socialIds() == null ? user.socialIds() : checkSocialIds(profile.socialIds()),
        user.options(),
        user.createdAt());
  }

  private static List<Map<String, String>> checkSocialIds(List<Map<String, String>> socialIds) {
    if (socialIds.contains(null)) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD, "social_ids", "each must be an object with name and value");
    }
    if (socialIds.size() > Limits.TAGS) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD, "social_ids", "at most " + Limits.TAGS + " are allowed");
    }
    return socialIds.stream()
        .map(
            social ->
                Map.of(
                    "name", FieldValidator.line("social_ids.name", social.get("name"), Limits.NAME),
                    "value",
                        FieldValidator.line("social_ids.value", social.get("value"), Limits.URL)))
        .toList();
  }

  /** Merges the options. Queues updates of pages with the user's posts. */
  public User mergeOptions(long id, Map<String, Object> options) {
    OptionsValidator.requireSmall("options", options);
    return changing(
        id,
        () -> {
          User before = get(id);
          userDao.mergeOptions(id, options);
          User merged = get(id);
          if (merged.hasKindLineBreak() != before.hasKindLineBreak()) {
            rewritePages(id);
          }
          return merged;
        });
  }

  private User changing(long id, Supplier<User> change) {
    User changed = transactions.inTransaction(change);
    known.invalidate(id);
    return changed;
  }

  /** Profile fields in a request; null means not given. */
  public record Profile(
      String name,
      String bio,
      String tagline,
      String avatarImageUrl,
      List<Map<String, String>> socialIds) {}
}
