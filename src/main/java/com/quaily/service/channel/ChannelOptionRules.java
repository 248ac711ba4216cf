package com.quaily.service.channel;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import java.util.List;
import java.util.Map;

/**
 * Values that options of a channel can have. Options that nothing here acts on are kept for their
 * clients, but what the original would act on is refused, so that nobody believes it works.
 */
final class ChannelOptionRules {

  private static final List<String> FLAGS =
      List.of(
          "comment_enabled",
          "comment_spam_held",
          "tweets_enabled",
          "view_count_hidden",
          "shorten_url_enabled",
          "translation_drift_shown");
  private static final int LAST_STRATEGY = 3;

  private ChannelOptionRules() {}

  /**
   * Checks the options with a meaning; null removes one.
   *
   * @throws InvalidException naming the option
   */
  static void require(Map<String, Object> options) {
    for (String flag : FLAGS) {
      Object value = options.get(flag);
      if (value != null && !(value instanceof Boolean)) {
        throw invalid(flag, "must be true or false");
      }
    }
    Object strategy = options.get("comment_strategy");
    if (strategy != null
        && !(strategy instanceof Integer number && number >= 0 && number <= LAST_STRATEGY)) {
      throw invalid("comment_strategy", "must be from 0 to " + LAST_STRATEGY);
    }
    if (Boolean.TRUE.equals(options.get("shorten_url_enabled"))) {
      throw invalid("shorten_url_enabled", "is not supported: links are not shortened");
    }
  }

  private static InvalidException invalid(String option, String message) {
    return new InvalidException(ErrorCode.INVALID_FIELD, "options." + option, message);
  }
}
