package com.quaily.model.error;

/**
 * The registry of all error codes that clients receive. A number is part of the API and never
 * changes its meaning; docs/errors.md lists all codes.
 */
public enum ErrorCode {
  // 1xxx: the request itself
  BAD_REQUEST(1000, "The request could not be understood."),
  MALFORMED_JSON(1001, "The body is not valid JSON."),
  INVALID_FIELD(1002, "A field has a value that is not allowed."),
  MISSING_FIELD(1003, "A required field is missing."),
  FIELD_TOO_LONG(1004, "A field is longer than allowed."),
  BODY_TOO_LARGE(1005, "The body is larger than allowed."),
  INVALID_ENCODING(1006, "The text is not valid UTF-8."),
  TOO_DEEPLY_NESTED(1007, "The content is nested more deeply than allowed."),
  UNSUPPORTED_MEDIA_TYPE(1008, "This content type is not supported."),
  METHOD_NOT_ALLOWED(1009, "This method is not allowed."),
  NOT_ACCEPTABLE(1010, "None of the accepted media types is available."),
  NO_SUCH_ENDPOINT(1011, "There is no such endpoint."),
  NOT_IMPLEMENTED(1012, "Not implemented yet."),
  BODY_REQUIRED(1013, "A JSON body is required."),
  URL_TOO_LONG(1014, "The URL is longer than allowed."),
  HEADERS_TOO_LARGE(1015, "The header fields are larger than allowed."),
  BODY_TOO_SLOW(1020, "The body arrives too slowly."),

  // 2xxx: authentication and permissions
  AUTHENTICATION_REQUIRED(2000, "Authentication is required."),
  BAD_TOKEN(2001, "The token is unknown, revoked or expired."),
  WRONG_CODE(2002, "The code is wrong or has expired."),
  FORBIDDEN(2003, "You don't have permission to do this."),
  ACCOUNT_DISABLED(2004, "This account is disabled."),
  NOT_CONFIGURED(2005, "This is not configured on this server."),
  BAD_API_KEY(2006, "The API key is unknown."),
  SCOPE_MISSING(2007, "The application lacks the required scope."),
  APP_NOT_FOUND(2100, "There is no such application."),
  CLIENT_REFUSED(2101, "Client authentication failed."),
  GRANT_REFUSED(2102, "The code or token is unknown, used, expired or issued to another client."),
  GRANT_TYPE_UNSUPPORTED(2103, "Only authorization_code and refresh_token are supported."),
  SCOPE_INVALID(2104, "The application cannot request this scope."),
  REDIRECT_MISMATCH(2105, "The redirect_uri does not match a registered one."),
  CHALLENGE_FAILED(2106, "The challenge was not solved."),
  CHALLENGE_UNAVAILABLE(2107, "The challenge cannot be verified at the moment; try again shortly."),
  EPHEMERAL_TOKEN_REFUSED(
      2108, "The token is unknown, used, expired or issued for another origin."),
  ORIGIN_UNKNOWN(2109, "The origin is neither the site nor a channel's domain."),
  LOGIN_PROVIDER_UNAVAILABLE(2110, "The login provider cannot be reached; try again shortly."),
  ADDRESS_UNVERIFIED(2111, "The login provider did not verify the address."),
  LOGIN_LINK_INVALID(2112, "The login link is unknown, used or expired."),
  LOGIN_NOT_RECENT(2113, "This needs a login within the last ten minutes."),
  EMAIL_CHANGE_NOT_FOUND(2114, "The link to restore an address is unknown or has expired."),

  // 3xxx: rate limits
  TOO_MANY_REQUESTS(3000, "Too many requests; try again later."),
  TOO_MANY_CODES(3001, "Too many codes were requested; try again later."),
  TOO_MANY_ATTEMPTS(3002, "Too many wrong codes; request a new one."),

  // 4xxx: channels
  CHANNEL_NOT_FOUND(4000, "There is no such channel."),
  SLUG_INVALID(4001, "The slug is not allowed."),
  SLUG_RESERVED(4002, "The slug is reserved."),
  SLUG_TAKEN(4003, "The slug is taken."),
  DOMAIN_TAKEN(4100, "The domain belongs to another channel."),
  DNS_UNAVAILABLE(4101, "DNS lookup failed; try again shortly."),
  DELETION_NOT_FOUND(4102, "This channel is not being deleted."),
  EXPORT_NOT_FOUND(4103, "The link to this export is unknown or has expired."),
  INVITATION_NOT_FOUND(4104, "You are not invited to write for this channel."),

  // 5xxx: posts
  POST_NOT_FOUND(5000, "There is no such post."),
  POST_CHANGED(5001, "Someone else saved this post in the meantime."),
  REVISION_NOT_FOUND(5002, "There is no such revision."),
  PREVIEW_NOT_FOUND(5003, "The preview link is unknown or has expired."),
  PAID_CONTENT(5004, "This part is for paying subscribers."),
  PAYWALL_LEAK(5005, "The page would reveal paid content."),
  POST_PUBLISHED(5006, "The post is already published."),
  TAG_NOT_FOUND(5007, "No post of this channel has this tag."),
  ARTICLE_REFUSED(5008, "Articles cannot be imported from this address."),
  ARTICLE_UNREACHABLE(5009, "The article cannot be fetched."),
  ARTICLE_NOT_FOUND(5010, "There is no article at this address."),
  CROSS_POST_NOT_FOUND(5011, "There is no such translation of this post."),

  // 51xx: deliveries
  DELIVERY_NOT_FOUND(5100, "There is no such delivery."),
  DELIVERY_EXISTS(5101, "The post was already sent; to send it again, say so."),
  DELIVERY_QUOTA(5102, "The channel has sent as often as it may today."),
  DELIVERY_NO_TARGET(
      5103, "There is nothing to send to: email is off and no service is connected."),
  DELIVERY_STATE(5104, "The delivery is in a state that does not allow this."),

  // 6xxx: attachments
  ATTACHMENT_TOO_LARGE(6000, "The file is larger than allowed."),
  ATTACHMENT_UNSUPPORTED(6001, "The file is not an image in a supported format."),
  ATTACHMENT_BROKEN(6002, "The image cannot be decoded."),
  ATTACHMENT_TOO_MANY_PIXELS(6003, "The image has more pixels than allowed."),

  // 7xxx: users and subscriptions
  USER_NOT_FOUND(7000, "There is no such user."),
  EMAIL_INVALID(7001, "The email address is not valid."),
  EMAIL_DENIED(7002, "This address cannot subscribe to this channel."),
  CONFIRMATION_NOT_FOUND(7003, "The confirmation link is unknown or has expired."),
  SUBSCRIPTION_NOT_FOUND(7100, "There is no such subscription."),
  EMAIL_SUPPRESSED(7101, "Only the owner of this address can subscribe it again."),
  SEQUENCE_MAIL_NOT_FOUND(7102, "There is no such email for new readers."),
  SUPPRESSION_NOT_FOUND(7103, "The address is not suppressed."),
  COMMENT_NOT_FOUND(7110, "There is no such comment."),
  COMMENTS_CLOSED(7111, "Comments are closed on this channel."),
  COMMENTS_FOR_SUBSCRIBERS(7112, "Only subscribers can comment on this channel."),
  COMMENTS_FOR_PREMIUM(7113, "Only paying subscribers can comment on this channel."),
  TWEET_NOT_FOUND(7120, "There is no such tweet."),
  REPLY_NOT_FOUND(7121, "There is no such reply."),
  TWEETS_CLOSED(7122, "This channel has no tweets."),
  PACK_NOT_FOUND(7130, "There is no such pack."),
  REPORT_NOT_FOUND(7140, "There is no such open report."),

  // 8xxx: credits and the composer
  CREDIT_SHORT(8100, "Not enough credit."),
  COMPOSER_TASK_NOT_FOUND(8101, "There is no such task."),
  CURRENCY_NOT_FOUND(8102, "There is no such currency."),
  COUNTRY_NOT_FOUND(8103, "There is no such country."),
  REFERRAL_NOT_FOUND(8104, "There is no such referral code."),
  PHOTOS_NOT_CONFIGURED(8105, "Photo search is not configured on this server."),
  PHOTOS_UNAVAILABLE(8106, "The photo provider cannot be reached; try again shortly."),
  PHOTO_NOT_FOUND(8107, "There is no such photo."),

  // 82xx: AI
  AI_NOT_CONFIGURED(8200, "No AI model is configured on this server; see ai.proxies."),
  AI_BUDGET(8201, "The AI budget is used up; try again when it is renewed."),
  AI_TASK_NOT_FOUND(8202, "There is no such AI task."),
  AI_KEY_REFUSED(8203, "The AI key is missing or unknown."),
  AI_REFUSED(8204, "The AI provider refused the request."),
  AI_TOO_LONG(8205, "The text is longer than the AI models accept."),
  AI_UNAVAILABLE(8206, "No AI proxy could do this in time; try again later."),
  AI_FORMAT(8207, "The AI model's answer does not have the requested format."),
  AI_CANCELLED(8208, "The AI task was cancelled."),
  AI_NOT_ALLOWED(8209, "The texts of this channel may not be given to AI providers."),
  AI_NO_VISION(8216, "No AI model here sees images; set vision = true for a proxy in ai.proxies."),
  AI_NO_SCHEDULER(
      8215, "No AI scheduler runs on this site; start an instance with the role ai-scheduler."),

  // 84xx: social channels and webhooks
  TELEGRAM_REFUSED(8401, "Telegram does not accept these settings."),
  DISCORD_REFUSED(8402, "Discord does not accept these settings."),
  SLACK_REFUSED(8403, "Slack does not accept these settings."),
  LINE_REFUSED(8404, "LINE does not accept these settings."),
  BLUESKY_REFUSED(8405, "Bluesky does not accept these settings."),
  TWITTER_REFUSED(8406, "X does not accept these settings."),
  MASTODON_REFUSED(8407, "The Mastodon server does not accept these settings."),
  SOCIAL_UNAVAILABLE(8410, "The service cannot be reached; try again shortly."),
  SOCIAL_INCOMPLETE(8411, "The settings of this service are incomplete."),
  SOCIAL_CONNECT_REFUSED(8412, "The connection was not completed; begin again."),
  SOCIAL_POST_NOT_FOUND(8413, "There is no such message on a social channel."),
  SOCIAL_POST_FIXED(8414, "This message cannot be changed any more."),
  WEBHOOK_NOT_FOUND(8420, "There is no such webhook."),
  WEBHOOK_DELIVERY_NOT_FOUND(8421, "There is no such delivery of a webhook."),
  MAIL_REPORT_REFUSED(8430, "The signature of this report is missing or wrong."),
  MAIL_REPORTER_NOT_FOUND(8431, "No reports of this provider are configured."),

  // 9xxx: the server
  INTERNAL(9000, "Something went wrong on our side."),
  DATABASE_UNAVAILABLE(9001, "The database cannot be reached; try again shortly."),
  STORAGE_UNAVAILABLE(9002, "Storage cannot be reached; try again shortly."),
  MAIL_UNAVAILABLE(9003, "Email cannot be sent at the moment; try again shortly."),
  UPSTREAM_UNAVAILABLE(9004, "The upstream service cannot be reached."),
  SHUTTING_DOWN(9005, "The server is shutting down; try again shortly."),
  SERVER_BUSY(9010, "The server is busy; try again shortly.");

  private final int number;
  private final String message;

  ErrorCode(int number, String message) {
    this.number = number;
    this.message = message;
  }

  /** The number for clients to act on; never 0. */
  public int number() {
    return number;
  }

  /** The default English message. */
  public String message() {
    return message;
  }
}
