package com.quaily.service.analytics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.quaily.dao.StatisticsDao;
import com.quaily.model.analytics.Count;
import com.quaily.model.analytics.CountKey;
import com.quaily.model.analytics.EmailTrace;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.NotFoundException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Counts views, reads and email opens. Bots are counted separately, repeated visits within a short
 * time once. Writes nothing: see {@link CountWriter}.
 */
public final class ViewCounter {

  private static final int POSTS = 100_000;
  private static final Origin NO_ORIGIN = new Origin("", "", "");

  private final StatisticsDao statisticsDao;
  private final CountBuffer buffer;
  private final RecentReaders readers;
  private final Bots bots = new Bots();
  private final Clock clock;
  private final Cache<Long, Long> channels =
      Caffeine.newBuilder().maximumSize(POSTS).expireAfterWrite(Duration.ofMinutes(1)).build();

  ViewCounter(StatisticsDao statisticsDao, CountBuffer buffer, Clock clock) {
    this.statisticsDao = statisticsDao;
    this.buffer = buffer;
    this.readers = new RecentReaders(clock);
    this.clock = clock;
  }

  /**
   * Counts a view of a post.
   *
   * @throws NotFoundException when no such post is published
   */
  public void view(long postId, Visitor visitor, Origin origin) {
    countPage(Kind.VIEW, postId, visitor, origin);
  }

  /**
   * Counts a read of a post; clients report it after ten seconds.
   *
   * @throws NotFoundException when no such post is published
   */
  public void read(long postId, Visitor visitor, Origin origin) {
    countPage(Kind.READ, postId, visitor, origin);
  }

  /** Counts that an email was opened; does nothing if the trace is invalid. */
  public void emailView(String traceId, Visitor visitor) {
    Optional<EmailTrace> trace = EmailTrace.parse(traceId);
    Optional<Long> channel =
        trace.flatMap(t -> statisticsDao.selectChannelOfMail(t.postId(), t.subscription()));
    if (channel.isPresent()) {
      EmailTrace known = trace.get();
      count(
          Kind.MAIL, known.postId(), channel.get(), visitor, NO_ORIGIN, known.subscription() + "");
    }
  }

  private void countPage(Kind kind, long postId, Visitor visitor, Origin origin) {
    Long channel =
        channels.get(postId, id -> statisticsDao.selectChannelOfPublished(id).orElse(null));
    if (channel == null) {
      throw new NotFoundException(ErrorCode.POST_NOT_FOUND);
    }
    String who = visitor.address() + "\n" + visitor.userAgent();
    count(kind, postId, channel, visitor, origin, who);
  }

  private void count(
      Kind kind, long postId, long channelId, Visitor visitor, Origin origin, String who) {
    Optional<String> bot = kind == Kind.MAIL ? bots.mailReason(visitor) : bots.reason(visitor);
    String day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
    if (bot.isPresent() && kind == Kind.MAIL && !readers.isFirst("machine\n" + postId, who)) {
      return;
    }
    if (bot.isPresent()) {
      CountKey key = new CountKey(channelId, postId, day, "", "", "", bot.get());
      buffer.add(new Count(key, 0, 0, 0, 1));
    } else if (isNew(kind, kind + "\n" + postId, visitor, who)) {
      CountKey key =
          new CountKey(
              channelId, postId, day, origin.source(), origin.medium(), origin.campaign(), "");
      buffer.add(kind.one(key));
    }
  }

  /** Mail services fetch the images of many people from one network. */
  private boolean isNew(Kind kind, String what, Visitor visitor, String who) {
    return readers.isFirst(what, who)
        && (kind == Kind.MAIL || readers.isAmongFew(what, visitor.address()));
  }

  private enum Kind {
    VIEW,
    READ,
    MAIL;

    Count one(CountKey key) {
      return new Count(key, this == VIEW ? 1 : 0, this == READ ? 1 : 0, this == MAIL ? 1 : 0, 0);
    }
  }
}
