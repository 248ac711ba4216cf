package com.quaily.dao;

import com.quaily.model.comment.SpamScore;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** How likely comments are spam. */
public interface SpamScoreDao {

  /** Stores a score; a later one replaces it. */
  void upsert(SpamScore score);

  List<SpamScore> selectByComments(@Param("ids") List<Long> ids);
}
