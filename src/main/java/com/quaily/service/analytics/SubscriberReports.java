package com.quaily.service.analytics;

import com.quaily.dao.SubscriberGrowthDao;
import com.quaily.model.Caller;
import com.quaily.model.analytics.SubscriberPeriod;
import com.quaily.model.channel.Channel;
import com.quaily.service.channel.ChannelAccess;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** How a channel's subscribers change, for its writers. */
public final class SubscriberReports {

  private final SubscriberGrowthDao growthDao;
  private final ChannelAccess access;
  private final Clock clock;

  public SubscriberReports(SubscriberGrowthDao growthDao, ChannelAccess access, Clock clock) {
    this.growthDao = growthDao;
    this.access = access;
    this.clock = clock;
  }

  /** Today, in UTC. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** Counted back from today's number, as consent records are the only trace of former readers. */
  public SubscriberReport subscribers(Caller caller, String channelKey, ReportRange range) {
    Channel channel = access.requireWriter(caller, channelKey);
    List<SubscriberPeriod> periods =
        growthDao.selectPeriods(
            channel.id(), range.first(), range.last().plusDays(1), range.period());
    long total =
        channel.subscribers() - growthDao.selectChange(channel.id(), range.last().plusDays(1));
    long change = periods.stream().mapToLong(one -> one.joined() - one.ended()).sum();
    // Records go with their people: a number from them alone could fall below nothing.
    return new SubscriberReport(Math.max(0, total - change), Math.max(0, total), periods);
  }

  /**
   * A channel's subscribers over time.
   *
   * @param before their number at the beginning
   * @param total their number at the end
   */
  public record SubscriberReport(long before, long total, List<SubscriberPeriod> periods) {}
}
