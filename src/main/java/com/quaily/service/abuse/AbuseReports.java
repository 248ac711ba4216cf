package com.quaily.service.abuse;

import com.quaily.dao.AbuseReportDao;
import com.quaily.database.Transactions;
import com.quaily.model.Limits;
import com.quaily.model.abuse.AbuseReason;
import com.quaily.model.abuse.AbuseReport;
import com.quaily.model.account.EmailAddress;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.error.TooManyException;
import com.quaily.model.post.Post;
import com.quaily.page.url.PageUrls;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.post.PostLookup;
import com.quaily.service.subscription.SubscriptionService;
import com.quaily.service.validation.FieldValidator;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The queue of reports: readers fill it, the operator empties it. */
public final class AbuseReports {

  /** When a channel's queue is full, a new report is worth another try after this time. */
  private static final Duration LATER = Duration.ofHours(1);

  private final Transactions transactions;
  private final AbuseReportDao abuseReportDao;
  private final ChannelAccess access;
  private final PostLookup posts;
  private final SubscriptionService subscriptions;
  private final PageUrls urls;
  private final Clock clock;

  public AbuseReports(
      Transactions transactions,
      AbuseReportDao abuseReportDao,
      ChannelAccess access,
      PostLookup posts,
      SubscriptionService subscriptions,
      PageUrls urls,
      Clock clock) {
    this.transactions = transactions;
    this.abuseReportDao = abuseReportDao;
    this.access = access;
    this.posts = posts;
    this.subscriptions = subscriptions;
    this.urls = urls;
    this.clock = clock;
  }

  /**
   * What a report is about.
   *
   * @throws NotFoundException when there is no such channel, post or trace
   */
  public Subject subject(Target target) {
    if (!isBlank(target.traceId())) {
      var opponent = subscriptions.opponent(Optional.empty(), target.traceId(), null);
      return new Subject(opponent.channel(), Optional.empty(), opponent.email());
    }
    if (isBlank(target.list())) {
      throw new InvalidException(
          ErrorCode.MISSING_FIELD, "list", "the id or slug of a list, or a trace_id, is required");
    }
    Channel channel = access.find(target.list());
    Optional<Post> post =
        isBlank(target.post())
            ? Optional.empty()
            : Optional.of(posts.findVisible(channel, target.post(), Optional.empty()));
    return new Subject(channel, post, "");
  }

  /**
   * Puts a report into the queue.
   *
   * @throws TooManyException when the channel's queue is full
   */
  public AbuseReport report(Target target, Draft draft) {
    AbuseReason reason =
        AbuseReason.of(draft.reason())
            .orElseThrow(
                () ->
                    new InvalidException(
                        ErrorCode.INVALID_FIELD, "reason", "must be one of the known reasons"));
    String text = FieldValidator.text("text", orEmpty(draft.text()), Limits.REPORT_TEXT).strip();
    if (reason == AbuseReason.OTHER && text.isEmpty()) {
      throw new InvalidException(
          ErrorCode.MISSING_FIELD, "text", "say what is wrong when no other reason fits");
    }
    String email = isBlank(draft.email()) ? "" : EmailAddress.normalize(draft.email());
    Subject subject = subject(target);
    long channelId = subject.channel().id();
    return transactions.inTransaction(
        () -> {
          transactions.lock("abuse reports " + channelId);
          if (abuseReportDao.countOpen(channelId) >= Limits.OPEN_REPORTS) {
            throw new TooManyException(ErrorCode.TOO_MANY_REQUESTS, LATER);
          }
          return abuseReportDao.insert(
              new AbuseReport(
                  0,
                  channelId,
                  subject.post().map(Post::id).orElse(null),
                  reason,
                  text,
                  email,
                  clock.instant(),
                  null,
                  ""));
        });
  }

  /** The operator's queue, oldest first. */
  public List<AbuseReport> open(int limit) {
    return abuseReportDao.selectOpen(limit);
  }

  /** The report with this id, open or closed. */
  public AbuseReport get(long id) {
    return abuseReportDao
        .selectById(id)
        .orElseThrow(() -> new NotFoundException(ErrorCode.REPORT_NOT_FOUND));
  }

  /** The URL of what was reported; that of the channel when the post was deleted. */
  public String address(AbuseReport report) {
    Channel channel = access.find(report.channelId());
    if (report.postId() == null) {
      return urls.index(channel);
    }
    try {
      return urls.article(channel, posts.find(channel, report.postId().toString()).slug());
    } catch (NotFoundException deleted) {
      return urls.index(channel);
    }
  }

  /** Takes a report from the queue. */
  public void close(long id, String note) {
    String text = FieldValidator.text("note", note, Limits.REPORT_TEXT);
    if (abuseReportDao.close(id, text, clock.instant()) == 0) {
      throw new NotFoundException(ErrorCode.REPORT_NOT_FOUND);
    }
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  /**
   * What somebody wants to report; null means not given.
   *
   * @param traceId of an email that was received
   * @param list id or slug of a channel; ignored when there is a trace
   * @param post id or slug of a published post of the channel
   */
  public record Target(String traceId, String list, String post) {}

  /** The words of a report; all but the reason may be null. */
  public record Draft(String reason, String text, String email) {}

  /**
   * What is reported.
   *
   * @param email the recipient of the email that is reported, masked; otherwise empty
   */
  public record Subject(Channel channel, Optional<Post> post, String email) {}
}
