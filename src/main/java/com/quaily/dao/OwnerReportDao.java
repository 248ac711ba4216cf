package com.quaily.dao;

import com.quaily.model.delivery.ChannelFigures;
import com.quaily.model.delivery.EndedPlan;
import com.quaily.model.delivery.ReportedMember;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** What owners are told of their channels, and readers of their plans. */
public interface OwnerReportDao {

  /** Channels whose owners want a report every day. */
  List<Long> selectReporting();

  /** Keeps the channel's totals with a report. */
  void insertFigures(
      @Param("mailingId") long mailingId,
      @Param("channelId") long channelId,
      @Param("now") Instant now);

  /** The totals of a report. */
  Optional<ChannelFigures> selectFigures(@Param("mailingId") long mailingId);

  /** The totals of the report before this one. */
  Optional<ChannelFigures> selectFiguresBefore(
      @Param("channelId") long channelId, @Param("mailingId") long mailingId);

  /** Who subscribed between two times, the newest first. */
  List<ReportedMember> selectJoined(
      @Param("channelId") long channelId,
      @Param("from") Instant from,
      @Param("until") Instant until,
      @Param("limit") int limit);

  /** Whose plans end between two times, the first first. */
  List<ReportedMember> selectEnding(
      @Param("channelId") long channelId,
      @Param("from") Instant from,
      @Param("until") Instant until,
      @Param("limit") int limit);

  /** A subscriber. */
  Optional<ReportedMember> selectMember(
      @Param("channelId") long channelId, @Param("userId") long userId);

  /** Plans that ended between two times and whose readers have no email about it. */
  List<EndedPlan> selectEnded(
      @Param("from") Instant from, @Param("until") Instant until, @Param("limit") int limit);
}
