package com.quaily.dao;

import com.quaily.model.channel.CooperatorInvitation;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Cooperators of channels, and who was invited to become one. */
public interface CooperatorDao {

  /**
   * How many of these users an owner can invite: those whom everybody can see, and confirmed
   * subscribers of the owner's channels.
   */
  long countInvitable(@Param("userIds") List<Long> userIds, @Param("ownerId") long ownerId);

  /** Removes the cooperators that are not among these. */
  int deleteOthers(@Param("channelId") long channelId, @Param("userIds") List<Long> userIds);

  /** Withdraws the invitations of users that are not among these. */
  int deleteOtherInvitations(
      @Param("channelId") long channelId, @Param("userIds") List<Long> userIds);

  /** Invites those who are neither cooperators nor invited; returns their ids. */
  List<Long> invite(
      @Param("channelId") long channelId,
      @Param("userIds") List<Long> userIds,
      @Param("now") Instant now);

  /** Invitations of a channel since then, oldest first. */
  List<CooperatorInvitation> selectByChannel(
      @Param("channelId") long channelId, @Param("since") Instant since);

  /** Invitations of a user since then, newest first. */
  List<CooperatorInvitation> selectByUser(
      @Param("userId") long userId, @Param("since") Instant since);

  /** Uses up an invitation since then; returns the number of deleted rows. */
  int deleteInvitation(
      @Param("channelId") long channelId,
      @Param("userId") long userId,
      @Param("since") Instant since);

  void insert(@Param("channelId") long channelId, @Param("userId") long userId);

  int delete(@Param("channelId") long channelId, @Param("userId") long userId);

  int deleteInvitationsBefore(Instant time);
}
