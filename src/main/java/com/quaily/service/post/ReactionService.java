package com.quaily.service.post;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.quaily.dao.PostDao;
import com.quaily.dao.ReactionDao;
import com.quaily.database.Transactions;
import com.quaily.model.Caller;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.post.Post;
import java.time.Clock;

/** Readers' reactions to posts. */
public final class ReactionService {

  private final Transactions transactions;
  private final PostDao postDao;
  private final ReactionDao reactionDao;
  private final Clock clock;

  public ReactionService(
      Transactions transactions, PostDao postDao, ReactionDao reactionDao, Clock clock) {
    this.transactions = transactions;
    this.postDao = postDao;
    this.reactionDao = reactionDao;
    this.clock = clock;
  }

  /**
   * Sets the caller's reaction to a post, or removes it if it is the same.
   *
   * @param emoji may be null when the code is given
   * @param code its Unicode code point; null = that of the emoji
   * @return the post
   */
  public Post toggle(Caller caller, long postId, String emoji, Integer code) {
    Post post =
        postDao
            .selectById(postId)
            .filter(Post::isPublished)
            .orElseThrow(() -> new NotFoundException(ErrorCode.POST_NOT_FOUND));
    int codepoint = codepoint(emoji, code);
    transactions.inTransaction(
        () -> {
          reactionDao.lockPost(postId, post.channelId());
          int change = -reactionDao.delete(postId, caller.userId(), codepoint);
          if (change == 0
              && reactionDao.upsert(postId, caller.userId(), codepoint, clock.instant())) {
            change = 1;
          }
          reactionDao.updateMetric(postId, change);
        });
    return post;
  }

  private static int codepoint(String emoji, Integer code) {
    if (code == null && (emoji == null || emoji.isEmpty())) {
      throw new InvalidException(ErrorCode.MISSING_FIELD, "emoji", "must not be empty");
    }
    int codepoint = code == null ? emoji.codePointAt(0) : code;
    // Unicode also classifies digits as emoji, as part of keycaps.
    boolean symbol =
        codepoint > 0x7f
            && Character.isValidCodePoint(codepoint)
            && UCharacter.hasBinaryProperty(codepoint, UProperty.EMOJI);
    if (!symbol) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD, code == null ? "emoji" : "code", "must be an emoji");
    }
    return codepoint;
  }
}
