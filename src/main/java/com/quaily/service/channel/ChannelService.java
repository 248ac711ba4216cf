package com.quaily.service.channel;

import com.quaily.dao.ChannelDao;
import com.quaily.database.DuplicateKeyException;
import com.quaily.database.Transactions;
import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.channel.Channel;
import com.quaily.model.channel.ChannelInput;
import com.quaily.model.channel.DomainStatus;
import com.quaily.model.error.ConflictException;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.error.NotFoundException;
import com.quaily.page.publishing.PageChangeLog;
import com.quaily.service.validation.FieldValidator;
import com.quaily.service.validation.OptionsValidator;
import com.quaily.service.validation.SlugRules;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Channels and their properties. */
public final class ChannelService {

  private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

  private static final Pattern DOMAIN = Pattern.compile("[a-z0-9.-]{1,253}");

  private final Transactions transactions;
  private final ChannelDao channelDao;
  private final ChannelSlugs slugs;
  private final ChannelAccess access;
  private final PageChangeLog pageJobs;
  private final Clock clock;

  public ChannelService(
      Transactions transactions,
      ChannelDao channelDao,
      ChannelSlugs slugs,
      ChannelAccess access,
      PageChangeLog pageJobs,
      Clock clock) {
    this.transactions = transactions;
    this.channelDao = channelDao;
    this.slugs = slugs;
    this.access = access;
    this.pageJobs = pageJobs;
    this.clock = clock;
  }

  /** Creates a channel owned by the user; its pages are rendered in the background. */
  public Channel create(long userId, ChannelInput input) {
    String slug = SlugRules.requireChannelSlug(input.slug());
    Instant now = clock.instant();
    Channel draft =
        new Channel(
            0,
            slug,
            FieldValidator.requiredLine("title", input.title(), Limits.TITLE),
            FieldValidator.line("tagline", input.tagline(), Limits.SUMMARY),
            FieldValidator.text("description", input.description(), Limits.SUMMARY),
            FieldValidator.url("avatar_image_url", input.avatarImageUrl(), Limits.URL),
            FieldValidator.url("favicon_image_url", input.faviconImageUrl(), Limits.URL),
            userId,
            List.of(),
            input.options() == null ? Map.of() : checkOptions(input.options()),
            Map.of(),
            FieldValidator.text("widget_custom_styles", input.widgetCustomStyles(), Limits.OPTIONS),
            false,
            "",
            "",
            false,
            DomainStatus.UNCHECKED,
            null,
            0,
            true,
            List.of(),
            Map.of(),
            0,
            0,
            0,
            now,
            now);
    return transactions.inTransaction(() -> insert(draft));
  }

  private Channel insert(Channel draft) {
    transactions.lock("channels " + draft.userId());
    long owned =
        channelDao.selectByWriter(draft.userId()).stream()
            .filter(channel -> channel.userId() == draft.userId())
            .count();
    if (owned >= Limits.CHANNELS) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD, "slug", "you already own " + Limits.CHANNELS + " channels");
    }
    requireFreeSlug(draft.slug(), 0);
    Channel created = withTakenSlugAsConflict(() -> channelDao.insert(draft));
    pageJobs.channelChanged(created.id());
    return created;
  }

  private void requireFreeSlug(String slug, long channelId) {
    if (slugs.isTaken(slug, channelId)) {
      throw new ConflictException(ErrorCode.SLUG_TAKEN, "slug: “" + slug + "” is taken");
    }
  }

  private static <T> T withTakenSlugAsConflict(Supplier<T> write) {
    try {
      return write.get();
    } catch (DuplicateKeyException e) {
      throw new ConflictException(ErrorCode.SLUG_TAKEN, "slug: it has just been taken");
    }
  }

  public Channel get(String idOrSlug) {
    return access.find(idOrSlug);
  }

  /** The channel of a custom domain. */
  public Channel getByDomain(String domain) {
    return Optional.of(domain.toLowerCase(Locale.ROOT))
        .filter(DOMAIN.asMatchPredicate())
        .flatMap(channelDao::selectByDomain)
        .filter(Channel::customDomainEnabled)
        .orElseThrow(() -> new NotFoundException(ErrorCode.CHANNEL_NOT_FOUND));
  }

  /** The channels that a user owns or writes for, oldest first. */
  public List<Channel> listByWriter(long userId) {
    return channelDao.selectByWriter(userId);
  }

  /** Saves the given values; null keeps the old one. Queues updates of all pages of the channel. */
  public Channel update(Caller caller, String idOrSlug, ChannelInput input) {
    Channel channel = access.requireOwner(caller, idOrSlug);
    Channel changed = merge(channel, input);
    return transactions.inTransaction(
        () -> {
          channelDao.update(changed);
          if (input.options() != null) {
            channelDao.mergeOptions(channel.id(), checkOptions(input.options()), clock.instant());
          }
          pageJobs.channelChanged(channel.id());
          return access.find(channel.id());
        });
  }

  private Channel merge(Channel channel, ChannelInput input) {
    return new Channel(
        channel.id(),
        channel.slug(),
        input.title() == null
            ? channel.title()
            : FieldValidator.requiredLine("title", input.title(), Limits.TITLE),
        input.tagline() == null
            ? channel.tagline()
            : FieldValidator.line("tagline", input.tagline(), Limits.SUMMARY),
        input.description() == null
            ? channel.description()
            : FieldValidator.text("description", input.description(), Limits.SUMMARY),
        input.avatarImageUrl() == null
            ? channel.avatarImageUrl()
            : FieldValidator.url("avatar_image_url", input.avatarImageUrl(), Limits.URL),
        input.faviconImageUrl() == null
            ? channel.faviconImageUrl()
            : FieldValidator.url("favicon_image_url", input.faviconImageUrl(), Limits.URL),
        channel.userId(),
        channel.cooperatorIds(),
        channel.options(),
        channel.textTemplates(),
        input.widgetCustomStyles() == null
            ? channel.widgetCustomStyles()
            : FieldValidator.text(
                "widget_custom_styles", input.widgetCustomStyles(), Limits.OPTIONS),
        channel.customDomainEnabled(),
        channel.domain(),
        channel.canonicalBase(),
        channel.domainWanted(),
        channel.domainStatus(),
        channel.domainCheckExpiredAt(),
        channel.domainCheckCount(),
        channel.emailChannelEnabled(),
        channel.emailDenyList(),
        channel.push(),
        channel.publishedPosts(),
        channel.subscribers(),
        channel.version(),
        channel.createdAt(),
        clock.instant());
  }

  /** Merges the options. Queues updates of all pages of the channel. */
  public Channel mergeOptions(Caller caller, String idOrSlug, Map<String, Object> options) {
    Channel channel = access.requireOwner(caller, idOrSlug);
    Map<String, Object> checked = checkOptions(options);
    return transactions.inTransaction(
        () -> {
          channelDao.mergeOptions(channel.id(), checked, clock.instant());
          pageJobs.channelChanged(channel.id());
          return access.find(channel.id());
        });
  }

  private static Map<String, Object> checkOptions(Map<String, Object> options) {
    OptionsValidator.requireSmall("options", options);
    ChannelOptionRules.require(options);
    requireText(options, "language");
    requireText(options, "theme");
    requireTimeZone(options);
    requireFlag(options, "ai_disabled");
    requireFlag(options, "feed_full_content_enabled");
    requireFlag(options, "post_markdown_enabled");
    if (options.get("accent") instanceof String accent
        ? !COLOUR.matcher(accent).matches()
        : options.get("accent") != null) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD, "options.accent", "must be a color such as #1f6f54");
    }
    return options;
  }

  private static void requireTimeZone(Map<String, Object> options) {
    Object zone = options.get("timezone");
    if (zone == null || zone.equals("")) {
      return;
    }
    if (!(zone instanceof String name) || !ZoneId.getAvailableZoneIds().contains(name)) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD,
          "options.timezone",
          "must be the name of a time zone in IANA's database such as Asia/Tokyo, or UTC");
    }
  }

  /** A word in place of a switch would leave it off without a hint. */
  private static void requireFlag(Map<String, Object> options, String key) {
    Object value = options.get(key);
    if (value != null && !(value instanceof Boolean)) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD, "options." + key, "must be true or false");
    }
  }

  private static void requireText(Map<String, Object> options, String key) {
    Object value = options.get(key);
    if (value != null && !(value instanceof String)) {
      throw new InvalidException(ErrorCode.INVALID_FIELD, "options." + key, "must be a string");
    }
  }

  /** Changes the channel's slug; the old address redirects permanently. */
  public Channel changeSlug(Caller caller, String idOrSlug, String newSlug) {
    Channel channel = access.requireOwner(caller, idOrSlug);
    String slug = SlugRules.requireChannelSlug(newSlug);
    if (slug.equals(channel.slug())) {
      return channel;
    }
    return transactions.inTransaction(
        () -> {
          requireFreeSlug(slug, channel.id());
          withTakenSlugAsConflict(
              () -> {
                channelDao.updateSlug(channel.id(), slug, clock.instant());
                return null;
              });
          channelDao.insertRedirect(channel.slug(), channel.id());
          channelDao.deleteRedirect(slug);
          pageJobs.channelChanged(channel.id());
          return access.find(channel.id());
        });
  }
}
