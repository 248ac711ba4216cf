package com.quaily.resource.api;

import com.quaily.model.error.ErrorCode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The error numbers of the original service, whose clients choose their texts by them. Several of
 * our codes can have one number; docs/errors.md lists all.
 */
final class OriginCodes {

  private static final Map<Integer, List<ErrorCode>> NUMBERS =
      Map.ofEntries(
          Map.entry(10001, List.of(ErrorCode.AUTHENTICATION_REQUIRED)),
          Map.entry(10003, List.of(ErrorCode.CHALLENGE_FAILED)),
          Map.entry(10005, List.of(ErrorCode.WRONG_CODE)),
          Map.entry(10006, List.of(ErrorCode.ACCOUNT_DISABLED)),
          Map.entry(10007, List.of(ErrorCode.BAD_TOKEN, ErrorCode.BAD_API_KEY)),
          Map.entry(10008, List.of(ErrorCode.EPHEMERAL_TOKEN_REFUSED)),
          Map.entry(20001, List.of(ErrorCode.SLUG_TAKEN)),
          Map.entry(20002, List.of(ErrorCode.SLUG_INVALID, ErrorCode.SLUG_RESERVED)),
          Map.entry(20003, List.of(ErrorCode.DELIVERY_QUOTA)),
          Map.entry(20005, List.of(ErrorCode.TELEGRAM_REFUSED)),
          Map.entry(20006, List.of(ErrorCode.CHANNEL_NOT_FOUND)),
          Map.entry(20007, List.of(ErrorCode.EMAIL_DENIED)),
          Map.entry(20008, List.of(ErrorCode.DOMAIN_TAKEN)),
          Map.entry(20011, List.of(ErrorCode.DISCORD_REFUSED)),
          Map.entry(20012, List.of(ErrorCode.EMAIL_INVALID)),
          Map.entry(20013, List.of(ErrorCode.TWITTER_REFUSED)),
          Map.entry(20015, List.of(ErrorCode.BLUESKY_REFUSED)),
          Map.entry(20016, List.of(ErrorCode.SLACK_REFUSED)),
          Map.entry(30003, List.of(ErrorCode.AI_REFUSED, ErrorCode.AI_UNAVAILABLE)),
          Map.entry(30004, List.of(ErrorCode.PHOTOS_NOT_CONFIGURED, ErrorCode.PHOTOS_UNAVAILABLE)),
          Map.entry(30006, List.of(ErrorCode.COMMENTS_CLOSED)),
          Map.entry(
              30007, List.of(ErrorCode.COMMENTS_FOR_SUBSCRIBERS, ErrorCode.COMMENTS_FOR_PREMIUM)),
          Map.entry(
              90001,
              List.of(
                  ErrorCode.TOO_MANY_REQUESTS,
                  ErrorCode.TOO_MANY_CODES,
                  ErrorCode.TOO_MANY_ATTEMPTS)),
          Map.entry(90002, List.of(ErrorCode.BODY_TOO_LARGE, ErrorCode.ATTACHMENT_TOO_LARGE)),
          Map.entry(
              90003,
              List.of(
                  ErrorCode.BAD_REQUEST,
                  ErrorCode.MALFORMED_JSON,
                  ErrorCode.INVALID_FIELD,
                  ErrorCode.MISSING_FIELD,
                  ErrorCode.FIELD_TOO_LONG,
                  ErrorCode.BODY_REQUIRED)),
          Map.entry(
              90004,
              List.of(
                  ErrorCode.NO_SUCH_ENDPOINT,
                  ErrorCode.POST_NOT_FOUND,
                  ErrorCode.DELIVERY_NOT_FOUND,
                  ErrorCode.USER_NOT_FOUND,
                  ErrorCode.SUBSCRIPTION_NOT_FOUND,
                  ErrorCode.COMMENT_NOT_FOUND,
                  ErrorCode.TWEET_NOT_FOUND,
                  ErrorCode.REPLY_NOT_FOUND,
                  ErrorCode.PACK_NOT_FOUND)));

  private static final Map<ErrorCode, Integer> BY_CODE = byCode();

  private OriginCodes() {}

  /** The original's number; empty when it has none that means the same. */
  static Optional<Integer> of(ErrorCode code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /** All numbers with the codes that have them. */
  static Map<Integer, List<ErrorCode>> all() {
    return NUMBERS;
  }

  private static Map<ErrorCode, Integer> byCode() {
    Map<ErrorCode, Integer> numbers = new EnumMap<>(ErrorCode.class);
    NUMBERS.forEach((number, codes) -> codes.forEach(code -> numbers.put(code, number)));
    return numbers;
  }
}
