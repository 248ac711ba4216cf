package com.quaily.service.channel;

import com.quaily.dao.ChannelSettingsDao;
import com.quaily.database.Transactions;
import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.channel.Channel;
import com.quaily.model.channel.TextTemplate;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.page.publishing.PageChangeLog;
import com.quaily.service.validation.FieldValidator;
import com.quaily.service.validation.OptionsValidator;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Channel settings that are not shown on pages. */
public final class ChannelSettingsService {

  private static final Pattern DENIED =
      Pattern.compile("[^\\s@,;<>\"]{0,64}@?[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?");

  private static final int LAST_STRATEGY = 3;

  private final Transactions transactions;
  private final ChannelSettingsDao settingsDao;
  private final ChannelService channelService;
  private final ChannelAccess access;
  private final PageChangeLog pageJobs;
  private final Clock clock;

  public ChannelSettingsService(
      Transactions transactions,
      ChannelSettingsDao settingsDao,
      ChannelService channelService,
      ChannelAccess access,
      PageChangeLog pageJobs,
      Clock clock) {
    this.transactions = transactions;
    this.settingsDao = settingsDao;
    this.channelService = channelService;
    this.access = access;
    this.pageJobs = pageJobs;
    this.clock = clock;
  }

  /** The notice above the channel's posts; empty removes it. */
  public Channel updateBulletin(Caller caller, String list, String bulletin) {
    String text = FieldValidator.text("bulletin", bulletin, Limits.SUMMARY);
    return channelService.mergeOptions(caller, list, Map.of("bulletin", text));
  }

  /**
   * Who can comment.
   *
   * @param enabled null = unchanged
   * @param strategy 0 everyone, 1 after approval, 2 subscribers, 3 paying subscribers; null =
   *     unchanged
   */
  public Channel updateComment(Caller caller, String list, Boolean enabled, Integer strategy) {
    if (strategy != null && (strategy < 0 || strategy > LAST_STRATEGY)) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD, "comment_strategy", "must be from 0 to " + LAST_STRATEGY);
    }
    Map<String, Object> options = new HashMap<>();
    putIfGiven(options, "comment_enabled", enabled);
    putIfGiven(options, "comment_strategy", strategy);
    return channelService.mergeOptions(caller, list, options);
  }

  /**
   * Whether the channel has tweets, and the notice above its posts.
   *
   * @param enabled null = unchanged
   * @param bulletin null = unchanged, empty removes it
   */
  public Channel updateTweets(Caller caller, String list, Boolean enabled, String bulletin) {
    Map<String, Object> options = new HashMap<>();
    if (bulletin != null) {
      options.put("bulletin", FieldValidator.text("bulletin", bulletin, Limits.SUMMARY));
    }
    putIfGiven(options, "tweets_enabled", enabled);
    return channelService.mergeOptions(caller, list, options);
  }

  /**
   * Which statistics readers see, and the owner's own analytics settings.
   *
   * @param viewCountHidden null = unchanged
   * @param analytics stored as given; null = unchanged
   */
  public Channel updateAnalytics(
      Caller caller, String list, Boolean viewCountHidden, Map<String, Object> analytics) {
    Map<String, Object> options = new HashMap<>();
    putIfGiven(options, "view_count_hidden", viewCountHidden);
    putIfGiven(options, "analytics", analytics);
    return channelService.mergeOptions(caller, list, options);
  }

  private static void putIfGiven(Map<String, Object> options, String key, Object value) {
    if (value != null) {
      options.put(key, value);
    }
  }

  /** Merges the templates; null removes a template. Queues updates of pages that show one. */
  public Channel updateTextTemplates(Caller caller, String list, Map<String, Object> templates) {
    Channel channel = access.requireOwner(caller, list);
    OptionsValidator.requireSmall("text_templates", templates);
    templates.forEach(
        (name, value) -> {
          String field = "text_templates." + name;
          if (value instanceof String text) {
            FieldValidator.text(field, text, Limits.TEXT_TEMPLATE);
          } else if (value != null) {
            throw new InvalidException(ErrorCode.INVALID_FIELD, field, "must be a string");
          }
        });
    return transactions.inTransaction(
        () -> {
          settingsDao.mergeTextTemplates(channel.id(), templates, clock.instant());
          if (templates.keySet().stream().anyMatch(ChannelSettingsService::isOnPages)) {
            pageJobs.channelChanged(channel.id());
          }
          return access.find(channel.id());
        });
  }

  private static boolean isOnPages(String template) {
    return TextTemplate.named(template).isPresent();
  }

  /**
   * Whether posts are sent by email, and who cannot subscribe.
   *
   * @param enabled null = unchanged
   * @param denyList addresses and domains; null = unchanged
   */
  public Channel updateEmail(Caller caller, String list, Boolean enabled, List<String> denyList) {
    Channel channel = access.requireOwner(caller, list);
    settingsDao.updateEmail(
        channel.id(),
        enabled == null ? channel.emailChannelEnabled() : enabled,
        denyList == null ? channel.emailDenyList() : checkDenyList(denyList),
        clock.instant());
    return access.find(channel.id());
  }

  private static List<String> checkDenyList(List<String> denyList) {
    if (denyList.size() > Limits.DENIED) {
      throw new InvalidException(
          ErrorCode.FIELD_TOO_LONG,
          "email_deny_list",
          "at most " + Limits.DENIED + " addresses and domains are allowed");
    }
    return denyList.stream().map(ChannelSettingsService::checkDenied).distinct().toList();
  }

  private static String checkDenied(String entry) {
    String denied =
        FieldValidator.requiredLine("email_deny_list", entry, Limits.URL).toLowerCase(Locale.ROOT);
    if (!DENIED.matcher(denied).matches()) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD,
          "email_deny_list",
          "each must be an address such as a@b.example, or a domain such as b.example");
    }
    return denied;
  }
}
