package com.quaily.dao;

import com.quaily.model.subscription.SequenceMail;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** The emails that channels' new readers get one after another. */
public interface SequenceMailDao {

  /** Those of a channel in the order of their days. */
  List<SequenceMail> selectByChannel(long channelId);

  /** Those whose day has come for somebody. */
  List<Long> selectDue(@Param("now") Instant now);

  Optional<SequenceMail> selectById(long id);

  /** The email, locked until the end of the transaction; empty if another process has it. */
  Optional<SequenceMail> lock(long id);

  /**
   * Adds an email for readers who confirm from a time on.
   *
   * @param mail its id is not used
   */
  SequenceMail insert(
      @Param("mail") SequenceMail mail, @Param("coveredUntil") Instant coveredUntil);

  /** Saves days, title and content. */
  int update(@Param("mail") SequenceMail mail);

  int delete(@Param("channelId") long channelId, @Param("id") long id);

  /** Until when confirmations are looked after. */
  Instant selectCovered(long id);

  void updateCovered(@Param("id") long id, @Param("coveredUntil") Instant coveredUntil);
}
